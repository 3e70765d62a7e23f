"""Colleagues in the palette, for those who may see the list of them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from proxeny.core.actors import Actor
from proxeny.core.spelling import marks
from proxeny.core.spelling.laying import Entry
from proxeny.core.spelling.recall import Index, Level
from proxeny.identity import access
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area
from proxeny.web.palette.found import Found, Kind

MOST = 5
AWAY = 15.0


def find(actor: Actor, words: str) -> list[Found]:
    """Return the colleagues who may be meant, those who are not here any more last."""
    known = access.staff_list(actor).in_bulk()
    index = _index(tuple(Entry(staff.pk, staff.name, staff.username) for staff in known.values()))
    away = {number: AWAY for number, staff in known.items() if not staff.is_active}
    hits = index.strong(words, weights=away, most=MOST) or index.weak(words, weights=away, most=MOST)
    return [
        _found(known[hit.key], marks.span(known[hit.key].name, words), is_weak=hit.level >= Level.SOUND)
        for hit in hits
    ]


def again(actor: Actor, keys: Sequence[str]) -> Mapping[str, Found]:
    """Return those of the colleagues whom the actor may see."""
    seen = access.staff_list(actor).in_bulk([int(key) for key in keys])
    return {str(number): _found(staff) for number, staff in seen.items()}


@lru_cache(maxsize=2)
def _index(entries: tuple[Entry, ...]) -> Index:
    return Index(entries)


def _found(staff: Staff, span: marks.Span | None = None, *, is_weak: bool = False) -> Found:
    return Found(
        href=reverse("person", args=[staff.pk]),
        name=staff.name,
        icon="people",
        note=staff.username,
        span=span,
        is_weak=is_weak,
        is_gone=not staff.is_active,
    )


PEOPLE = Kind("staff", _("People"), Area.PEOPLE, find, again)
