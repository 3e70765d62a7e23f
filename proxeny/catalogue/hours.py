"""The hours in which teams work."""

from collections.abc import Iterable

from proxeny.catalogue.models import TeamHours
from proxeny.core.calendar import ServiceTime, work_calendar
from proxeny.core.calendar.kept import service_time_of


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
