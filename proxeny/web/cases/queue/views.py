"""The views that the queue brings along; kept ones stand beside them."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from proxeny.core.actors import Actor
from proxeny.identity.roles import Area, may
from proxeny.web.cases.queue.columns import knows_inside
from proxeny.web.lists.address import Wanted

MINE = "hands=me&is=open"
OPEN = "is=open"


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """A view by its name and its address; `of_hands` is for those who can have cases in hand."""

    name: Promise | str
    query: str
    of_hands: bool = False


@dataclass(frozen=True, slots=True)
class Tab:
    """A built-in view as it is shown."""

    name: Promise | str
    query: str
    is_current: bool


BUILT_IN = (
    BuiltIn(_("Mine"), MINE, of_hands=True),
    BuiltIn(pgettext_lazy("cases", "Open"), OPEN),
    BuiltIn(_("Nobody’s"), "hands=none&is=open", of_hands=True),
    BuiltIn(_("Unanswered"), "is=open&waits=us"),
    BuiltIn(_("Longest without a way ahead"), "is=open&state=problem&sort=state"),
    BuiltIn(_("Solved, nothing learned"), "is=open&step=learned"),
    BuiltIn(_("Put off"), "is=snoozed"),
    BuiltIn(pgettext_lazy("cases", "All"), ""),
)


def usual(actor: Actor) -> str:
    """Return the address of what is shown when nothing is asked: one's own open cases, for those who can have any, else all."""
    return MINE if may(actor, Area.INSIDE, write=True) else OPEN


def tabs(actor: Actor, wanted: Wanted) -> list[Tab]:
    """Return the built-in views for this reader."""
    now = sorted(parse_qsl(wanted.content())) if wanted.view is None else None
    return [
        Tab(one.name, one.query, sorted(parse_qsl(one.query)) == now)
        for one in BUILT_IN
        if not one.of_hands or (may(actor, Area.INSIDE, write=True) and knows_inside(actor))
    ]
