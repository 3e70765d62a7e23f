"""What something was made in or learned from: which page that is, and whether it was told in confidence."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from proxeny.cases import access as cases
from proxeny.cases.models import Case
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound

MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Source:
    """Where something comes from: its reference, its name and page, whether it belongs to the separate channel."""

    reference: str
    name: str
    href: str
    is_confidential: bool


def source_of(actor: Actor, text: str) -> Source | None:
    """Return the source that the text names, or None where there is none that the actor may see."""
    try:
        reference = Reference.parse(text)
        if not (reference.key.isascii() and reference.key.isdigit() and len(reference.key) <= MOST_DIGITS):
            return None
        if reference.kind == "case":
            case = cases.cases(actor).filter(pk=int(reference.key)).first()
            return _of_case(text, case, is_confidential=False) if case else None
        if reference.kind == "message":
            message = cases.message_for(actor, int(reference.key))
            return _of_case(text, message.case, is_confidential=message.is_confidential)
    except (ValueError, NotFound):
        pass
    return None


def _of_case(reference: str, case: Case, *, is_confidential: bool) -> Source:
    try:
        href = reverse("case", args=[case.number])
    except NoReverseMatch:
        href = ""
    name = _("Case %(number)s: %(title)s") % {"number": case.number, "title": case.title}
    return Source(reference, name, href, is_confidential or case.is_confidential)
