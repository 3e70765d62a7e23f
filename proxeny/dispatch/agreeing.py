"""What was agreed with teams: how soon they accept orders and have them done."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock, references
from proxeny.core.actors import Actor
from proxeny.dispatch.events import Kind
from proxeny.dispatch.models import OperationalTarget
from proxeny.dispatch.overdue import reckon_open_orders
from proxeny.identity.models import Team
from proxeny.identity.roles import Role
from proxeny.ledger import appending

LONGEST = 366 * 24 * 60
Cell = tuple[int, OperationalTarget.Clock]
"""A severity (0 any) and a clock."""


def may_agree(actor: Actor) -> bool:
    """Tell whether the actor may say how soon teams have to act."""
    return actor.is_system or actor.holds(Role.LEAD, Role.OWNER)


def set_targets(team: Team | None, wanted: Mapping[Cell, int | None], *, by: Actor) -> int:
    """Set the minutes for a team (None: any team); 0 agrees on nothing, None takes a target back to the usual.

    The clocks of open orders are reckoned anew afterwards, by the worker. Returns how many targets changed. Raises
    PermissionDenied, and ValidationError for lengths that cannot be.
    """
    if not may_agree(by):
        raise PermissionDenied
    if any(minutes is not None and not 0 <= minutes <= LONGEST for minutes in wanted.values()):
        raise ValidationError(_("A target lies between nothing and a year."))
    with transaction.atomic():
        rows = OperationalTarget.objects.select_for_update().filter(team=team)
        had = {(row.severity, row.clock): row.minutes for row in rows}
        changes = []
        for (severity, name), minutes in wanted.items():
            before = had.get((severity, name.value))
            if before == minutes:
                continue
            changes.append({"severity": severity, "clock": name.value, "before": before, "after": minutes})
            _keep(team, severity, name, minutes, by)
        if changes:
            about = [references.to("team", team.pk if team else "any")]
            appending.append(Kind.TARGETS_SET, about=about, by=by, changes=changes)
            # A change for all teams matters to those, too, that have targets of their own for some severities only.
            reckon_open_orders.using(dedupe=f"clocks-of-orders:{team.pk if team else 'all'}").enqueue(
                [team.pk] if team else None
            )
    return len(changes)


def _keep(
    team: Team | None, severity: int, name: OperationalTarget.Clock, minutes: int | None, by: Actor
) -> None:
    if minutes is None:
        OperationalTarget.objects.filter(team=team, severity=severity, clock=name.value).delete()
        return
    OperationalTarget.objects.update_or_create(
        team=team,
        severity=severity,
        clock=name.value,
        defaults={"minutes": minutes, "changed_by": by.reference, "changed_at": clock.now()},
    )
