"""The hours in which teams work."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from proxeny.catalogue.models import TeamHours
from proxeny.core.calendar import ServiceTime, work_calendar
from proxeny.core.calendar.hours import NoWorkingTime
from proxeny.core.calendar.kept import service_time_of

MINUTE = timedelta(minutes=1)
LOOKED_AHEAD = timedelta(days=14)


class Opening(NamedTuple):
    """Whether a team works at a moment, and when that changes; None: not within two weeks."""

    is_open: bool
    changes_at: datetime | None


class TeamTimes:
    """The hours of teams, loaded once for any number of orders."""

    def __init__(self, teams: Iterable[int] | None = None) -> None:
        rows = TeamHours.objects.all() if teams is None else TeamHours.objects.filter(team__in=list(teams))
        self._rows = {row.team_id: row for row in rows}
        self._read: dict[int, ServiceTime] = {}
        self._usual: ServiceTime | None = None

    def of(self, team: int) -> ServiceTime:
        """Return the hours of the team: its own, or the vendor's."""
        row = self._rows.get(team)
        if row is None:
            if self._usual is None:
                self._usual = ServiceTime(work_calendar())
            return self._usual
        if team not in self._read:
            self._read[team] = service_time_of(row)
        return self._read[team]

    def row_of(self, team: int) -> TeamHours | None:
        """Return what the team keeps of its own, if anything."""
        return self._rows.get(team)

    def opening(self, team: int, at: datetime) -> Opening:
        """Return whether the team works at that moment, and until or from when."""
        return opening(self.of(team), at)


def opening(hours: ServiceTime, at: datetime) -> Opening:
    """Return whether these are hours of work at that moment, and when that changes."""
    here = at.replace(second=0, microsecond=0)
    if hours.elapsed(here, here + MINUTE) == 0:
        try:
            first = hours.due(here, 1)
        except NoWorkingTime:
            first = None
        return Opening(False, first - MINUTE if first and first - here <= LOOKED_AHEAD else None)
    # All minutes up to the end count and none behind it: the last length that counts wholly is the end.
    most = LOOKED_AHEAD // MINUTE
    if hours.elapsed(here, here + LOOKED_AHEAD) == most:
        return Opening(True, None)
    low, high = 1, most
    while high - low > 1:
        middle = (low + high) // 2
        if hours.elapsed(here, here + middle * MINUTE) == middle:
            low = middle
        else:
            high = middle
    return Opening(True, here + low * MINUTE)
