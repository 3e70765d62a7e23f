"""Concessions to customers."""

from collections.abc import Collection, Mapping

from django.db.models import Q
from django.utils.translation import gettext_lazy

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.promises.concessions import access, texts
from proxeny.promises.concessions.standing import State, state_of
from proxeny.promises.models import Concession
from proxeny.web.quick import address
from proxeny.web.search.kinds.kind import Kind, Line
from proxeny.web.templatetags.words import money_text

SHAPES = {
    State.UNAPPROVED: "is-due",
    State.APPROVED: "is-good",
    State.ENDED: "is-watch",
    State.REFUSED: "is-poor",
    State.WITHDRAWN: "is-off",
}


def within(actor: Actor) -> Q:
    """Return which texts of concessions the actor may find."""
    return texts.findable(actor)


def load(actor: Actor, numbers: Collection[int]) -> Mapping[int, Line]:
    """Return those of the concessions that the actor may read."""
    found = access.concessions(actor).filter(pk__in=numbers).select_related("account", "by_person")
    return {one.pk: _line(one) for one in found}


def _line(one: Concession) -> Line:
    state = state_of(one, clock.today())
    return Line(
        href=address("concession", one.pk),
        title=one.what,
        facts=(one.account.name, money_text(one.worth), one.giver),
        status=(SHAPES[state], str(state.label)),
        is_gone=state in (State.REFUSED, State.WITHDRAWN),
    )


CONCESSIONS = Kind(
    "concession",
    gettext_lazy("Concessions"),
    "promise",
    ("concession", "让利", "concessions"),
    within,
    load,
    is_steady=True,
)
