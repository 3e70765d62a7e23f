"""Words kept for reuse: whole messages and snippets, one’s own or everybody’s, with places that real values fill."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Case as When
from django.db.models import IntegerField, Q, QuerySet, Value
from django.db.models import When as If
from django.utils.translation import gettext as _

from proxeny.cases.models import Audience, Case, Proposal, Template
from proxeny.core import clock, words
from proxeny.core.actors import Actor
from proxeny.core.words import Language
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Role, may

LONGEST = 20_000
PLACE = re.compile(r"\{([^{}\n]{1,30})\}")
PLACES = {
    "customer": "客户",
    "contact": "联系人",
    "number": "编号",
    "title": "标题",
    "me": "我",
    "next step": "下一步",
    "due": "期限",
    "today": "今天",
}
"""The places there are, with their Chinese names; both are understood."""
_CANONICAL = {**{name: name for name in PLACES}, **{zh: name for name, zh in PLACES.items()}}


@dataclass(frozen=True, slots=True)
class Draft:
    """What a template is to hold."""

    name: str
    text: str
    audience: str = ""
    is_snippet: bool = False
    language: str = ""
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a filled template: plain words, a value that was put in, or a place for which there is none."""

    text: str
    is_value: bool = False
    is_unknown: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with its places filled, as far as there are values."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words as they are put into the message; a place without a value stays as it is."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def unknown(self) -> list[str]:
        """The places for which there is no value."""
        return [piece.text for piece in self.pieces if piece.is_unknown]


def templates(actor: Actor) -> QuerySet[Template]:
    """Return the standing templates that the actor can use: everybody’s and their own."""
    if not may(actor, Area.INSIDE, write=True):
        return Template.objects.none()
    mine = Q(owner=None) | Q(owner=actor.staff_id)
    return Template.objects.select_related("owner", "by").filter(mine, put_away_at=None)


def usable(actor: Actor, audience: Audience, language: str = "") -> QuerySet[Template]:
    """Return the templates for messages of that sort, those in `language` first, then by name."""
    other = If(Q(language="") | Q(language=language), then=Value(0))
    fits = When(other, default=Value(1), output_field=IntegerField())
    return (
        templates(actor)
        .filter(Q(audience="") | Q(audience=audience))
        .annotate(far=fits)
        .order_by("far", "name", "pk")
    )


def template_for(actor: Actor, number: int, *, change: bool = False, also_put_away: bool = False) -> Template:
    """Return one template that the actor can use (or change), or raise NotFound."""
    found = Template.objects.select_related("owner").filter(pk=number).first()
    is_there = found is not None and (also_put_away or found.put_away_at is None)
    is_open = may(actor, Area.INSIDE, write=True)
    if found is None or not is_there or not is_open or found.owner_id not in (None, actor.staff_id):
        raise NotFound(f"template:{number}")
    if change and not may_change(actor, found):
        raise NotFound(f"template:{number}")
    return found


def may_share(actor: Actor) -> bool:
    """Tell whether the actor looks after everybody’s templates."""
    return actor.holds(Role.LEAD)


def may_change(actor: Actor, template: Template) -> bool:
    """Tell whether the actor may change the template: their own, and everybody’s where they look after those."""
    return may_share(actor) if template.owner_id is None else template.owner_id == actor.staff_id


def keep(draft: Draft, *, by: Actor, instead_of: Template | None = None) -> Template:
    """Keep a new template, or change one. Raises ValidationError by field, NotFound for who may not."""
    if by.staff_id is None or not may(by, Area.INSIDE, write=True):
        raise NotFound("template")
    if (draft.is_shared and not may_share(by)) or (instead_of and not may_change(by, instead_of)):
        raise NotFound("template")
    _check(draft)
    with transaction.atomic():
        row = instead_of or Template(by_id=by.staff_id)
        row.name, row.text = " ".join(draft.name.split()), draft.text.strip("\n")
        row.audience, row.is_snippet, row.language = draft.audience, draft.is_snippet, draft.language
        row.owner_id = None if draft.is_shared else (row.owner_id or by.staff_id)
        row.at = clock.now()
        row.save()
    return row


def put_away(template: Template, *, by: Actor) -> None:
    """Put a template away: nobody is offered it any more. Twice is the same as once."""
    if not may_change(by, template):
        raise NotFound(f"template:{template.pk}")
    Template.objects.filter(pk=template.pk, put_away_at=None).update(put_away_at=clock.now())


def bring_back(template: Template, *, by: Actor) -> None:
    """Bring back a template that was put away."""
    if not may_change(by, template):
        raise NotFound(f"template:{template.pk}")
    Template.objects.filter(pk=template.pk).update(put_away_at=None)


def values_of(case: Case, *, by: Actor, to: Iterable[str] = (), language: str = "") -> dict[str, str]:
    """Return what the places of a template stand for in this case; a place nobody can fill is left out."""
    spoken: Language = "en" if language == "en" else "zh" if language else words.here()
    names = list(to) or ([case.reporter.name] if case.reporter else [])
    path = Proposal.objects.filter(case=case, ended_at=None).order_by("-at").first()
    due = path.due_on or path.look_again_on if path else None
    today = clock.today()
    values = {
        "customer": case.account.name,
        "contact": words.listed(names, spoken) if names else "",
        "number": str(case.number),
        "title": case.title,
        "me": by.name,
        "next step": path.text if path else "",
        "due": words.day(due, spoken, today=today, weekday=False) if due else "",
        "today": words.day(today, spoken, today=today, weekday=False),
    }
    return {name: value for name, value in values.items() if value}


def fill(text: str, values: Mapping[str, str]) -> Filled:
    """Return the text with its places filled from `values`; those without one are marked and stay as they are."""
    pieces, end = [], 0
    for found in PLACE.finditer(text):
        pieces.append(Piece(text[end : found.start()]))
        value = values.get(_CANONICAL.get(found[1].strip().lower(), ""))
        pieces.append(Piece(found[0], is_unknown=True) if value is None else Piece(value, is_value=True))
        end = found.end()
    pieces.append(Piece(text[end:]))
    return Filled(tuple(piece for piece in pieces if piece.text))


def places_left(text: str) -> list[str]:
    """Return the places that still stand in a text, as they are written there: {due}."""
    return [found[0] for found in PLACE.finditer(text) if found[1].strip().lower() in _CANONICAL]


def _check(draft: Draft) -> None:
    errors = {}
    if not draft.name.strip():
        errors["name"] = _("Give it a name: it is found by it.")
    if not draft.text.strip():
        errors["text"] = _("There is nothing written yet.")
    elif len(draft.text) > LONGEST:
        errors["text"] = _("That is longer than a template can be.")
    if draft.audience and draft.audience not in Audience.values:
        errors["audience"] = _("Choose for whom it is.")
    if errors:
        raise ValidationError(errors)
