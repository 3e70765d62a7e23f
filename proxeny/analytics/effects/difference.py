"""Difference in differences: how much more the treated series changed than the mean of the others."""

import numpy as np

from proxeny.analytics.effects.estimate import Estimate, estimate
from proxeny.analytics.effects.panel import Panel


def difference_in_differences(panel: Panel) -> Estimate:
    """Return the change of the mean from before to after, less the same of all donors alike.

    It believes that without the intervention the treated series would have moved as the others did. Raises ValueError without
    donors.
    """
    count = len(panel.donors)
    if count == 0:
        raise ValueError("There is nobody to compare with.")
    weights = np.full(count, 1.0 / count)
    level = float((panel.treated - weights @ panel.donors)[: panel.start].mean())
    return estimate(panel, weights, level)
