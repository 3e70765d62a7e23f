"""Cases in the palette: by number, by words of theirs, by customer."""

from collections.abc import Mapping, Sequence

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from proxeny.accounts.access import accounts
from proxeny.accounts.finding import matching
from proxeny.cases import access, texts
from proxeny.cases.models import Case
from proxeny.cases.models.places import ENDED
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.core.spelling import marks
from proxeny.identity.roles import Area
from proxeny.search import finding
from proxeny.search.asking import ask
from proxeny.web.palette.found import Found, Kind

MOST = 6
FEWEST_LETTERS = 2
MOST_DIGITS = 18


def find(actor: Actor, words: str) -> list[Found]:
    """Return the cases that may be meant: of that number, then with those words, then open ones of that customer."""
    bare = words.removeprefix("#")
    found: dict[int, Case] = {}
    if bare.isascii() and bare.isdigit() and len(bare) <= MOST_DIGITS:
        _take(found, actor, Q(number=int(bare)))
    if len(words) >= FEWEST_LETTERS:
        numbers = _holding(actor, words)
        known = _rows(actor, Q(pk__in=numbers))
        found.update((number, known[number]) for number in numbers if number in known)
        if len(found) < MOST:
            named = matching(accounts(actor), words).values("pk")
            _take(found, actor, Q(account__in=named, place__lt=ENDED), MOST - len(found))
    return [_line(one, words) for one in list(found.values())[:MOST]]


def again(actor: Actor, keys: Sequence[str]) -> Mapping[str, Found]:
    """Return those of the cases that the actor may see."""
    return {str(number): _line(one) for number, one in _rows(actor, Q(pk__in=map(int, keys))).items()}


def _holding(actor: Actor, words: str) -> list[int]:
    within = texts.findable(actor) & Q(kind="case")
    hits = finding.find(ask(words, {}).wanted, within, most=MOST)
    return [int(Reference.parse(hit.document.within).key) for hit in hits]


def _rows(actor: Actor, which: Q) -> dict[int, Case]:
    found = access.cases(actor).filter(which).select_related("account", "owner")
    return {one.pk: one for one in found}


def _take(found: dict[int, Case], actor: Actor, which: Q, most: int = 1) -> None:
    rows = access.cases(actor).filter(which).select_related("account", "owner").order_by("place", "pk")
    for one in rows[:most]:
        found.setdefault(one.pk, one)


def _line(case: Case, words: str = "") -> Found:
    name = f"{case.number} {case.title}"
    return Found(
        href=reverse("case", args=[case.number]),
        name=name,
        icon="cases",
        note=" · ".join(filter(None, (case.account.name, case.owner.name if case.owner else ""))),
        span=marks.span(name, words) if words else None,
        is_gone=not case.is_open,
    )


CASES = Kind("case", _("Cases"), Area.DOSSIER, find, again)
