"""Lines about a case that became confidential: what went on record while it was open stays, but nobody outside is shown it."""

from collections.abc import Callable, Iterable

from proxeny.cases import access
from proxeny.cases.models import Case
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.roles import Area, Reach, right
from proxeny.ledger import reading
from proxeny.ledger.reading import Line

Load = Callable[[int | None], list[Line]]
ABOUT = "case:"
MOST = 50


def shown(actor: Actor, load: Load, most: int, before: int | None = None) -> list[Line]:
    """Return up to `most` of the lines that `load` gives below a sequence, without those of cases closed to the actor."""
    found = list[Line]()
    while len(found) < most:
        lines = load(before)
        closed = _closed_to(actor, lines)
        found += [line for line in lines if closed.isdisjoint(line.subjects)]
        if len(lines) < most:
            break
        before = lines[-1].sequence
    return found[:most]


def about(actor: Actor, record: Reference, most: int = MOST) -> list[Line]:
    """Return up to `most` open lines about one thing, newest first, without those of cases closed to the actor."""
    return shown(actor, lambda before: reading.about(record, most=most, before=before), most)


def _closed_to(actor: Actor, lines: Iterable[Line]) -> frozenset[str]:
    """Return those of the cases named in the lines that became confidential and are not the actor's to read."""
    if right(actor, Area.CONFIDENTIAL).read is Reach.ALL:
        return frozenset()
    named = {int(one[len(ABOUT) :]) for line in lines for one in line.subjects if one.startswith(ABOUT)}
    if not named:
        return frozenset()
    confidential = Case.objects.filter(pk__in=named, is_confidential=True)
    closed = confidential.exclude(pk__in=access.cases(actor).values("pk")).values_list("pk", flat=True)
    return frozenset(f"{ABOUT}{row}" for row in closed)
