"""Moving an order: one row and one line on record, in one transaction, by one person at a time."""

from collections.abc import Callable, Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.dispatch import drafting, events, facts, keeping_up, overtaken, recording, telling
from proxeny.dispatch.models import Move, MoveKind, Order
from proxeny.dispatch.overtaken import Said
from proxeny.dispatch.routing import BY_TEAM, PLACES, Route, allowed

Errors = Mapping[str, str]
Check = Callable[[Order], Errors]


def move(
    order: Order,
    kind: MoveKind,
    said: Said,
    *,
    by: Actor,
    seen: int,
    check: Check | None = None,
    field: str = "text",
) -> Order:
    """Make the move and return the order as it stands then; the same colleague making it again changes nothing.

    `check` returns what is wrong with what was said, by field; `field` is the one by which a move is refused that the order
    does not allow. Raises NotFound, Overtaken, ValidationError.
    """
    staff = recording.colleague(by)
    with transaction.atomic():
        row = recording.locked(order, by)
        if overtaken.said_already(row, kind, said, staff, seen):
            return row
        recording.guard(row, kind, by)
        route = keeping_up.route_of(row)
        if refused := refusal(kind, route):
            raise ValidationError({field: refused})
        errors = dict(check(row)) if check else {}
        if kind not in BY_TEAM:
            errors |= facts.names_the_customer(row.case, {field: said.text})
        if errors:
            raise ValidationError(errors)
        return made(row, kind, said, by=by)


def made(row: Order, kind: MoveKind, said: Said, *, by: Actor) -> Order:
    """Add the move to the locked order: row, line, notices, and the complaint it gives reason for."""
    drafting.for_missed(row, clock.now())
    number, before = row.last + 1, row.team
    step = Move.objects.create(
        order=row,
        number=number,
        kind=kind,
        team=None if kind is MoveKind.SENT and number == 1 else row.team,
        to_team=said.to_team,
        by_id=recording.colleague(by),
        at=clock.now(),
        text=said.text,
        customer_word=said.customer_word,
    )
    route = keeping_up.keep_up(row)
    if kind in PLACES and said.to_team is not None:
        row.team = said.to_team
    step.entry = recording.append(
        events.of_move(kind),
        row,
        by=by,
        # A team that is only believed right has no part in it yet.
        teams=[before],
        move=number,
        team=before.name,
        to=said.to_team.name if said.to_team else "",
        text=said.text or (row.wanted if kind is MoveKind.SENT else ""),
        customer_word=said.customer_word,
    )
    step.save(update_fields=["entry"])
    telling.of_move(row, step, by=by)
    drafting.for_passing_round(row, step, route, before)
    return row


def refusal(kind: MoveKind, route: Route) -> str:
    """Return why an order of this way does not allow the move, in the language in force; empty where it does."""
    if allowed(kind, route.standing, is_designated=route.is_designated, was_passed_on=route.was_passed_on):
        return ""
    if route.closed_at:
        return _("The order is closed.")
    if route.is_designated and kind in (MoveKind.RETURNED, MoveKind.HANDED_OVER):
        return _(
            "Your team was designated for this order: it stays with you. You can record an objection, which stays on "
            "record with your reasons."
        )
    if kind is MoveKind.OBJECTED:
        return _(
            "Nobody was designated for this order: there is nothing to object to. You can return it with a reason."
        )
    if kind is MoveKind.DESIGNATED and not route.was_passed_on:
        return _("A team can be designated once the order was returned or handed over.")
    return _("The order does not lie so that this could be done: it is %(standing)s.") % {
        "standing": route.standing.label
    }


def said_something(text: str, field: str, message: str) -> Errors:
    """Return what is wrong where nothing was said."""
    return {} if text.strip() else {field: message}
