"""Which lines of the ledger a colleague may read."""

from collections.abc import Sequence
from operator import attrgetter

from proxeny.accounts import access
from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.roles import Area, Reach, right
from proxeny.ledger import kinds as ledger_kinds
from proxeny.ledger import reading
from proxeny.ledger.reading import Line
from proxeny.web.ledger import confided


def lines_for(actor: Actor, most: int, *, before: int | None = None, kinds: Sequence[str] = ()) -> list[Line]:
    """Return the newest lines the actor may read: all, or those about their own accounts and themselves.

    Of accounts whose health or inner matters are closed to them, lines about those are not there; of cases that became
    confidential, not one.
    """
    return confided.shown(actor, lambda below: _lines(actor, most, below, kinds), most, before)


def may_read(actor: Actor, sequence: int) -> bool:
    """Tell whether the line of that number is there and one that the actor may read."""
    newest = lines_for(actor, 1, before=sequence + 1)
    return bool(newest) and newest[0].sequence == sequence


def _lines(actor: Actor, most: int, before: int | None, kinds: Sequence[str]) -> list[Line]:
    if right(actor, Area.LEDGER).read is Reach.ALL:
        return reading.newest(most, before=before, kinds=kinds)
    whole = _accounts(actor, Area.HEALTH) & _accounts(actor, Area.INSIDE)
    part = _accounts(actor, Area.DOSSIER) - whole
    closed = ledger_kinds.of_area(Area.HEALTH) | ledger_kinds.of_area(Area.INSIDE)
    found = reading.about(
        *whole, references.to("staff", actor.staff_id), most=most, before=before, kinds=kinds
    )
    found += reading.about(*part, most=most, before=before, kinds=kinds, without=closed)
    lines = {line.sequence: line for line in found}
    return sorted(lines.values(), key=attrgetter("sequence"), reverse=True)[:most]


def _accounts(actor: Actor, area: Area) -> set[Reference]:
    return {
        references.to("account", number)
        for number in access.accounts(actor, area).values_list("pk", flat=True)
    }
