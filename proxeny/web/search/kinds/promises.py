"""Promises to customers."""

from collections.abc import Collection, Mapping

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.promises import access, texts
from proxeny.promises.models import Promise
from proxeny.promises.standing import State, state_of
from proxeny.web.quick import address
from proxeny.web.search.kinds.kind import Kind, Line
from proxeny.web.templatetags.words import day_text

SHAPES = {
    State.BROKEN: "is-over",
    State.DUE_SOON: "is-due",
    State.OPEN: "is-watch",
    State.KEPT: "is-good",
    State.KEPT_LATE: "is-watch",
    State.WITHDRAWN: "is-off",
}


def within(actor: Actor) -> Q:
    """Return which texts of promises the actor may find."""
    return texts.findable(actor)


def load(actor: Actor, numbers: Collection[int]) -> Mapping[int, Line]:
    """Return those of the promises that the actor may read."""
    found = access.promises(actor).filter(pk__in=numbers).select_related("account")
    return {one.pk: _line(one) for one in found}


def _line(one: Promise) -> Line:
    state = state_of(one, clock.today())
    due = _("due %(day)s") % {"day": day_text(one.due_on)}
    return Line(
        href=address("promise", one.pk),
        title=one.what,
        facts=(one.account.name, due),
        status=(SHAPES[state], str(state.label)),
        is_gone=state == State.WITHDRAWN,
    )


PROMISES = Kind(
    "promise",
    gettext_lazy("Promises"),
    "promise",
    ("promise", "承诺", "promises"),
    within,
    load,
    is_steady=True,
)
