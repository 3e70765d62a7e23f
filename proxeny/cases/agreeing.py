"""What was agreed of service: targets for levels and severities, and the hours of one customer."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.access import account_for
from proxeny.accounts.models import Account
from proxeny.cases.events import Kind
from proxeny.cases.models import ServiceHours, ServiceTarget
from proxeny.cases.refreshing import reckon_open_cases
from proxeny.cases.sla import Clock
from proxeny.core import clock, references
from proxeny.core.actors import Actor
from proxeny.core.calendar.hours import NoWorkingTime
from proxeny.core.calendar.kept import service_time_of, working_hours
from proxeny.identity.roles import Role
from proxeny.ledger import appending

LONGEST = 366 * 24 * 60
Cell = tuple[int, Clock]
"""A severity (0 any) and a clock."""


def may_agree(actor: Actor) -> bool:
    """Tell whether the actor may say what is promised of service."""
    return actor.is_system or actor.holds(Role.LEAD, Role.OWNER)


def set_targets(level: str, wanted: Mapping[Cell, int | None], *, by: Actor) -> int:
    """Set the minutes of these clocks for customers of `level` (empty: any); None takes a target back to the usual.

    The clocks of open cases are reckoned anew afterwards, by the worker. Returns how many targets changed. Raises
    PermissionDenied, and ValidationError for lengths that cannot be.
    """
    _guard(by)
    if any(minutes is not None and not 0 <= minutes <= LONGEST for minutes in wanted.values()):
        raise ValidationError(_("A target lies between nothing and a year."))
    with transaction.atomic():
        rows = ServiceTarget.objects.select_for_update().filter(level=level)
        had = {(row.severity, row.clock): row for row in rows}
        changes = []
        for (severity, name), minutes in wanted.items():
            row = had.get((severity, name.value))
            before = row.minutes if row else None
            if before == minutes:
                continue
            changes.append({"severity": severity, "clock": name.value, "before": before, "after": minutes})
            _keep(level, severity, name, minutes, by)
        if changes:
            about = [references.to("service-level", level or "any")]
            appending.append(Kind.TARGET_SET, about=about, by=by, level=level, changes=changes)
            reckon_open_cases.enqueue()
    return len(changes)


def set_hours(
    account: Account,
    *,
    by: Actor,
    around_the_clock: bool = False,
    hours: Mapping[str, list[list[int]]] | None = None,
    zone: str = "",
) -> ServiceHours:
    """Agree with a customer on hours of its own; its open cases are reckoned anew.

    Raises NotFound, PermissionDenied, and ValidationError where the hours overlap or there are none.
    """
    _guard(by)
    account_for(by, account.pk)
    with transaction.atomic():
        row = ServiceHours.objects.select_for_update().filter(account=account).first() or ServiceHours(
            account=account
        )
        row.around_the_clock, row.hours, row.zone = around_the_clock, dict(hours or {}), zone
        row.changed_by, row.changed_at = by.reference, clock.now()
        _check_hours(row)
        row.save()
        appending.append(
            Kind.HOURS_SET,
            about=[account.record],
            by=by,
            name=account.name,
            around_the_clock=around_the_clock,
            hours=row.hours,
            zone=zone,
        )
        reckon_open_cases.using(dedupe=f"clocks-of-cases:{account.pk}").enqueue([account.pk])
    return row


def forget_hours(account: Account, *, by: Actor) -> None:
    """Serve the customer in the usual hours again; doing it twice changes nothing."""
    _guard(by)
    account_for(by, account.pk)
    with transaction.atomic():
        gone, _rows = ServiceHours.objects.filter(account=account).delete()
        if gone:
            appending.append(Kind.HOURS_SET, about=[account.record], by=by, name=account.name, hours=None)
            reckon_open_cases.using(dedupe=f"clocks-of-cases:{account.pk}").enqueue([account.pk])


def _keep(level: str, severity: int, name: Clock, minutes: int | None, by: Actor) -> None:
    if minutes is None:
        ServiceTarget.objects.filter(level=level, severity=severity, clock=name.value).delete()
        return
    ServiceTarget.objects.update_or_create(
        level=level,
        severity=severity,
        clock=name.value,
        defaults={"minutes": minutes, "changed_by": by.reference, "changed_at": clock.now()},
    )


def _check_hours(row: ServiceHours) -> None:
    if row.around_the_clock:
        return
    try:
        if not any(working_hours(row.hours).weekdays.values()):
            raise ValidationError(_("There must be at least one hour in the week."))
        service_time_of(row).due(clock.now(), 1)
    except (ValueError, NoWorkingTime) as error:
        raise ValidationError(
            _("The hours of a day follow each other, each from earlier to later: 09:00-12:00 13:30-18:00.")
        ) from error


def _guard(by: Actor) -> None:
    if not may_agree(by):
        raise PermissionDenied
