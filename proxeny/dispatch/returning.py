"""Returning an order: it is not the team's, for a reason, and they say whose it is."""

from django.utils.translation import gettext as _

from proxeny.core.actors import Actor
from proxeny.dispatch import moving
from proxeny.dispatch.models import MoveKind, Order
from proxeny.dispatch.overtaken import Said
from proxeny.identity.models import Team


def give_back(order: Order, *, reason: str, believed: Team | None, by: Actor, seen: int) -> Order:
    """Give the order back into our hands; only with a reason and the team believed right.

    A second return drafts a complaint to the head of the team. Raises NotFound, Overtaken, and ValidationError by field
    (`reason`, `believed`), also for a designated order: then an objection can be recorded.
    """

    def wrong(row: Order) -> moving.Errors:
        errors = dict(
            moving.said_something(
                reason, "reason", _("Say why it is not yours: with “not ours” nobody can do anything.")
            )
        )
        if believed is None:
            errors["believed"] = _("Name the team that you believe right.")
        elif believed.pk == row.team_id:
            errors["believed"] = _("It lies with that team already: name another one.")
        return errors

    said = Said(believed, reason.strip())
    return moving.move(order, MoveKind.RETURNED, said, by=by, seen=seen, check=wrong, field="reason")
