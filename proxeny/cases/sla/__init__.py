"""Service clocks as plain arithmetic: what happened, the targets, the hours, now → what is due, met, missed, paused.

    readings = read(history, targets, service_time, now)

No rows and no clock in here: the same history gives the same readings on any day.
"""

from proxeny.cases.sla.clocks import Reading, Standing, read
from proxeny.cases.sla.history import History, Wait
from proxeny.cases.sla.policy import Clock, Targets

__all__ = ["Clock", "History", "Reading", "Standing", "Targets", "Wait", "read"]
