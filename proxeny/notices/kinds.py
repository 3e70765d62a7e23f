"""Kinds of notices: what each tells of, when it shows up by default, and who may see what it is about.

A package that tells people of something registers its kinds in its `telling.py`, which is loaded with the program.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from proxeny.core.actors import Actor
from proxeny.notices.models import Choice

Sees = Callable[[Actor, Collection[str]], Collection[str]]
"""Given references, those among them that the actor may see: asked when somebody is told, and again when they read."""


def everybody(_actor: Actor) -> bool:
    """Anybody can be told."""
    return True


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """One kind of notice. `title` and `explanation` are English msgids; `sees` keeps out whoever lost their access.

    `concerns` tells whether an actor can be told of it at all: others are not asked whether they want it.
    """

    name: str
    title: str
    explanation: str
    sees: Sees
    way: Choice.Way = Choice.Way.WORKING_HOURS
    is_urgent: bool = False
    concerns: Callable[[Actor], bool] = everybody


_kinds: dict[str, NoticeKind] = {}


def register(*kinds: NoticeKind) -> None:
    """Make kinds known; registering one again replaces it."""
    _kinds.update({kind.name: kind for kind in kinds})


def kind_of(name: str) -> NoticeKind | None:
    """Return the kind of that name, or None for one that no package claims any more."""
    return _kinds.get(name)


def registered() -> list[NoticeKind]:
    """Return all kinds, in the order in which people choose among them."""
    return sorted(_kinds.values(), key=lambda kind: kind.name)


def concerning(actor: Actor) -> list[NoticeKind]:
    """Return the kinds that the actor can be told of, in the order in which people choose among them."""
    return [kind for kind in registered() if kind.concerns(actor)]


def of_oneself(actor: Actor, references: Collection[str]) -> Collection[str]:
    """See what concerns oneself: `staff:3` for that colleague, and nobody else."""
    return [one for one in references if one == actor.reference]


def always_seen(_actor: Actor, references: Collection[str]) -> Collection[str]:
    """See all: for notices that tell a person no more than they knew already, such as what is no longer theirs."""
    return references
