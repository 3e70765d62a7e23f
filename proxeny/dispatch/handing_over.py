"""Handing an order over, from team to team, with what was done so far."""

from django.utils.translation import gettext as _

from proxeny.core.actors import Actor
from proxeny.dispatch import moving
from proxeny.dispatch.models import MoveKind, Order
from proxeny.dispatch.overtaken import Said
from proxeny.identity.models import Team


def hand_over(order: Order, *, team: Team | None, text: str, by: Actor, seen: int) -> Order:
    """Hand the order directly to another team; `text` says what was done and found so far.

    Raises NotFound, Overtaken, and ValidationError by field (`team`, `text`), also for a designated order.
    """

    def wrong(row: Order) -> moving.Errors:
        errors = dict(
            moving.said_something(
                text, "text", _("Say what was done and found so far: they go on from there.")
            )
        )
        if team is None:
            errors["team"] = _("Name the team that takes it over.")
        elif team.pk == row.team_id:
            errors["team"] = _("It lies with that team already: name another one.")
        return errors

    said = Said(team, text.strip())
    return moving.move(order, MoveKind.HANDED_OVER, said, by=by, seen=seen, check=wrong)
