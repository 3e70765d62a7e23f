"""What is promised to whom: the targets of a case, and the hours in which they count."""

from collections.abc import Iterable, Mapping

from proxeny.cases.models import Case, ServiceHours, ServiceTarget, Severity
from proxeny.cases.models.service import ANY
from proxeny.cases.sla import Clock, Targets
from proxeny.core.calendar import ServiceTime, work_calendar
from proxeny.core.calendar.kept import service_time_of
from proxeny.core.phrased import Phrased

HOUR, DAY = 60, 450  # service minutes: an hour, and a day of the usual office hours
DEFAULTS: Mapping[Severity, Mapping[Clock, int]] = {
    Severity.CRITICAL: {
        Clock.FIRST_RESPONSE: 15,
        Clock.NEXT_RESPONSE: HOUR,
        Clock.CLARIFIED: 2 * HOUR,
        Clock.PROPOSED: 4 * HOUR,
        Clock.SOLVED: DAY,
    },
    Severity.HIGH: {
        Clock.FIRST_RESPONSE: HOUR,
        Clock.NEXT_RESPONSE: 2 * HOUR,
        Clock.CLARIFIED: 4 * HOUR,
        Clock.PROPOSED: DAY,
        Clock.SOLVED: 3 * DAY,
    },
    Severity.NORMAL: {
        Clock.FIRST_RESPONSE: 2 * HOUR,
        Clock.NEXT_RESPONSE: 4 * HOUR,
        Clock.CLARIFIED: DAY,
        Clock.PROPOSED: 3 * DAY,
        Clock.SOLVED: 8 * DAY,
    },
    Severity.LOW: {
        Clock.FIRST_RESPONSE: 4 * HOUR,
        Clock.NEXT_RESPONSE: DAY,
        Clock.CLARIFIED: 2 * DAY,
        Clock.PROPOSED: 5 * DAY,
        Clock.SOLVED: 15 * DAY,
    },
}


_TARGETS = Phrased(ServiceTarget.objects.all)
_HOURS = Phrased(lambda account: ServiceHours.objects.filter(account=account))


class ServiceLevels:
    """Targets and hours, loaded once for any number of cases."""

    def __init__(self, accounts: Iterable[int] | None = None) -> None:
        self._targets = {(row.level, row.severity, row.clock): row.minutes for row in _TARGETS()}
        asked = None if accounts is None else list(accounts)
        if asked is not None and len(asked) == 1:
            hours: Iterable[ServiceHours] = _HOURS(asked[0])
        else:
            every = ServiceHours.objects.all()
            hours = every if asked is None else every.filter(account__in=asked)
        self._hours = {row.account_id: row for row in hours}
        self._usual: ServiceTime | None = None
        self._own: dict[int, ServiceTime] = {}

    def targets(self, level: str, severity: int) -> Targets:
        """Return what is promised to customers of `level` for cases of `severity`."""
        return Targets(
            {clock: minutes for clock in Clock if (minutes := self._minutes(level, severity, clock))}
        )

    def service_time(self, account_id: int) -> ServiceTime:
        """Return the hours in which the customer is served."""
        row = self._hours.get(account_id)
        if row is None:
            if self._usual is None:
                self._usual = ServiceTime(work_calendar())
            return self._usual
        if account_id not in self._own:
            self._own[account_id] = service_time_of(row)
        return self._own[account_id]

    def of(self, case: Case) -> tuple[Targets, ServiceTime]:
        """Return the targets and hours of a case whose customer is loaded."""
        return self.targets(case.account.level, case.severity), self.service_time(case.account_id)

    def _minutes(self, level: str, severity: int, clock: Clock) -> int:
        for at in ((level, severity), (level, ANY), ("", severity), ("", ANY)):
            if (found := self._targets.get((*at, clock.value))) is not None:
                return found
        return DEFAULTS[Severity(severity)].get(clock, 0)
