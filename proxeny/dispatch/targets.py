"""How soon teams accept orders and have them done: what was agreed, and when that is up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from proxeny.cases.models.words import Severity
from proxeny.catalogue.hours import TeamTimes
from proxeny.core.calendar.hours import NoWorkingTime
from proxeny.dispatch.models import OperationalTarget
from proxeny.dispatch.models.target import ANY
from proxeny.dispatch.routing import Timed

Clock = OperationalTarget.Clock
HOUR, DAY = 60, 450
"""Minutes of a team's own hours: an hour, and a day of the usual office hours."""

DEFAULTS: Mapping[Severity, Mapping[OperationalTarget.Clock, int]] = {
    Severity.CRITICAL: {Clock.ACCEPT: 15, Clock.DONE: 4 * HOUR},
    Severity.HIGH: {Clock.ACCEPT: HOUR, Clock.DONE: 2 * DAY},
    Severity.NORMAL: {Clock.ACCEPT: 4 * HOUR, Clock.DONE: 5 * DAY},
    Severity.LOW: {Clock.ACCEPT: DAY, Clock.DONE: 10 * DAY},
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A clock with its target in minutes of the team's hours, 0 where nothing is agreed; `due` is None where it rests."""

    timed: Timed
    target: int
    due: datetime | None

    def missed(self, now: datetime) -> bool:
        """Tell whether it ran out before it was over, or by now. A withdrawn order is missed only if it was so before."""
        return self.due is not None and self.due < (self.timed.ended or now)


class Targets:
    """Targets and hours of teams, loaded once for any number of orders."""

    def __init__(self, teams: Iterable[int] | None = None) -> None:
        self._rows = {
            (row.team_id, row.severity, row.clock): row.minutes for row in OperationalTarget.objects.all()
        }
        self._times = TeamTimes(teams)

    def minutes(self, team: int | None, severity: int, clock: OperationalTarget.Clock) -> int:
        """Return the minutes agreed: team and severity before the team alone before the severity alone before any."""
        for key in ((team, severity), (team, ANY), (None, severity), (None, ANY)):
            if (found := self._rows.get((*key, clock.value))) is not None:
                return found
        return DEFAULTS[Severity(severity)][clock]

    def keep(self, timed: Timed, severity: int) -> Kept:
        """Return the clock with its target and when it runs out."""
        minutes = self.minutes(timed.team, severity, timed.clock)
        if not minutes:
            return Kept(timed, 0, None)
        try:
            due = self._times.of(timed.team).due(timed.began, minutes, timed.pauses)
        except NoWorkingTime:
            # A team that never works again owes nothing by any moment; the order is still seen to lie there.
            due = None
        return Kept(timed, minutes, due)

    def taken(self, timed: Timed, now: datetime) -> int:
        """Return how many minutes of the team's own hours the clock has taken, up to `now` where it still runs."""
        return self._times.of(timed.team).elapsed(timed.began, timed.ended or now, timed.pauses)
