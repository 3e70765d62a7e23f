"""Rows laid beside their entries, as a reader may see what was found."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from proxeny.core.actors import Actor
from proxeny.identity.roles import Area, Reach, right
from proxeny.ledger.details import translated
from proxeny.ledger.reconciling.breaks import Kind, RowBreak
from proxeny.ledger.reconciling.walking import reconcile
from proxeny.web import leading

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """A break in the reader's words, and the page of what it is about; empty where there is none."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What was found: whether all rows fit, how many there are, and those breaks that the reader may see."""

    ok: bool
    rows: int
    breaks: Sequence[Shown]


def beside(actor: Actor) -> Beside:
    """Lay all rows beside their entries, and return what of it the actor may see."""
    found = reconcile()
    addresses = leading.addresses(actor, (one.about for one in found.breaks if one.about))
    seen = [one for one in found.breaks if _sees(actor, one, addresses)]
    shown = [
        Shown(translated(one.detail, gettext), addresses.get(one.about, "")) for one in seen[:MOST_SHOWN]
    ]
    return Beside(found.ok, found.rows, shown)


def _sees(actor: Actor, one: RowBreak, addresses: dict[str, str]) -> bool:
    """Tell whether the actor may know of the row: it has a page that is open to them, or is nobody's in particular."""
    if right(actor, Area.CONFIDENTIAL).read is Reach.ALL or one.about in addresses:
        return True
    is_without_page = not one.about or one.kind == Kind.MISSING
    return is_without_page and not one.is_confidential and right(actor, Area.LEDGER).read is Reach.ALL
