"""Plans: how likely the date is, and which steps it hangs on.

`simulate(steps, seed=…)` draws the durations ten thousand times and reads off an `Outlook`; `chance_by` of it answers for any
date. `without` and `with_duration` make the plan that might be, `gain` says what it would be worth.
"""

from proxeny.analytics.plans.outlook import Band, Milestones, Outlook, StepOutlook
from proxeny.analytics.plans.simulation import simulate
from proxeny.analytics.plans.steps import Step
from proxeny.analytics.plans.what_if import Gain, gain, with_duration, without

__all__ = [
    "Band",
    "Gain",
    "Milestones",
    "Outlook",
    "Step",
    "StepOutlook",
    "gain",
    "simulate",
    "with_duration",
    "without",
]
