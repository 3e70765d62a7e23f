"""The system's forecast of a renewal: simple, explained, and held against the base rate before it may say anything.

`Cases` are what was known when, and what came of it; `fit(cases)` gives a `Forecaster`, whose `trial` tells how it would have
done; `forecaster.forecast(signals, segment)` gives a chance with its range and what made it so.
"""

from proxeny.analytics.renewals.cases import Cases, FromTheFuture
from proxeny.analytics.renewals.forecasting import Contribution, Forecast, Forecaster, fit
from proxeny.analytics.renewals.trial import Trial, Verdict

__all__ = [
    "Cases",
    "Contribution",
    "Forecast",
    "Forecaster",
    "FromTheFuture",
    "Trial",
    "Verdict",
    "fit",
]
