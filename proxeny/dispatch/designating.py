"""Designating a team (指定): the order stays with it, whatever it says; it can object, and what it says stays on record."""

from django.utils.translation import gettext as _

from proxeny.core.actors import Actor
from proxeny.dispatch import moving
from proxeny.dispatch.models import MoveKind, Order
from proxeny.dispatch.overtaken import Said
from proxeny.identity.models import Team


def designate(order: Order, *, team: Team | None, reason: str, by: Actor, seen: int) -> Order:
    """Designate a team once the order was returned or handed over: from then on it is neither returned nor handed over.

    Raises NotFound, Overtaken, and ValidationError by field (`team`, `reason`).
    """

    def wrong(row: Order) -> moving.Errors:
        errors = dict(
            moving.said_something(
                reason, "reason", _("Say why this team: it will be read together with its objection.")
            )
        )
        if team is None:
            errors["team"] = _("Name the team.")
        elif row.is_designated and team.pk == row.team_id:
            errors["team"] = _("That team is designated already.")
        return errors

    said = Said(team, reason.strip())
    return moving.move(order, MoveKind.DESIGNATED, said, by=by, seen=seen, check=wrong, field="reason")


def object_to(order: Order, *, text: str, by: Actor, seen: int) -> Order:
    """Record the objection of the designated team; it still owns the order. Raises NotFound, ValidationError."""
    return moving.move(
        order,
        MoveKind.OBJECTED,
        Said(text=text.strip()),
        by=by,
        seen=seen,
        check=lambda _row: moving.said_something(text, "text", _("Say what speaks against it.")),
    )
