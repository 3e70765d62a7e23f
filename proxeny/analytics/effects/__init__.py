"""Did it work: the effect of an intervention on one account's series, held against comparable accounts that had none.

`assess(panel)` answers with what may be said: an effect by each method that can be trusted here and its rank among
placebos, or, where nobody is there to compare with, “before/after, not an effect”.
"""

from proxeny.analytics.effects.assessing import Answer, Method, Verdict, assess
from proxeny.analytics.effects.difference import difference_in_differences
from proxeny.analytics.effects.estimate import Estimate
from proxeny.analytics.effects.hull import Place, place
from proxeny.analytics.effects.panel import Panel
from proxeny.analytics.effects.placebos import Rank, in_space, in_time
from proxeny.analytics.effects.predictors import predicted_synthetic_control
from proxeny.analytics.effects.synthetic import demeaned_synthetic_control, synthetic_control
from proxeny.analytics.effects.synthetic_difference import synthetic_difference_in_differences

__all__ = [
    "Answer",
    "Estimate",
    "Method",
    "Panel",
    "Place",
    "Rank",
    "Verdict",
    "assess",
    "demeaned_synthetic_control",
    "difference_in_differences",
    "in_space",
    "in_time",
    "place",
    "predicted_synthetic_control",
    "synthetic_control",
    "synthetic_difference_in_differences",
]
