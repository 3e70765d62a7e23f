"""Promises in the palette."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.spelling import marks
from proxeny.identity.roles import Area
from proxeny.promises import access, texts
from proxeny.promises.models import Promise
from proxeny.promises.standing import State, state_of
from proxeny.web.palette import searched
from proxeny.web.palette.found import Found, Kind

GONE = {State.KEPT, State.KEPT_LATE, State.WITHDRAWN}


def find(actor: Actor, words: str) -> list[Found]:
    """Return the promises that hold the words."""
    numbers = searched.keys(words, texts.findable(actor))
    known = access.promises(actor).select_related("account").in_bulk(numbers) if numbers else {}
    return [_found(known[number], words) for number in numbers if number in known]


def again(actor: Actor, keys: Sequence[str]) -> Mapping[str, Found]:
    """Return those of the promises that the actor may see."""
    seen = access.promises(actor).select_related("account").in_bulk([int(key) for key in keys])
    return {str(number): _found(promise) for number, promise in seen.items()}


def _found(promise: Promise, words: str = "") -> Found:
    state = state_of(promise, clock.today())
    return Found(
        href=reverse("promise", args=[promise.pk]),
        name=promise.what,
        icon="promise",
        note=f"{promise.account.name} · {state.label}",
        span=marks.span(promise.what, words) if words else None,
        is_gone=state in GONE,
    )


PROMISES = Kind("promise", _("Promises"), Area.DOSSIER, find, again)
