"""What something was made in: a case, a message, or what sales passed on from a talk."""

from django.urls import reverse
from django.utils.translation import gettext as _

from proxeny.accounts.models import Talk
from proxeny.accounts.talks import access
from proxeny.accounts.talks.becoming import SOURCE
from proxeny.core.actors import Actor
from proxeny.web import sources
from proxeny.web.sources import MOST_DIGITS, Source
from proxeny.web.templatetags.words import day_text


def source_of(actor: Actor, text: str) -> Source | None:
    """Return the source that the text names, or None where there is none that the actor may see."""
    kind, _colon, key = text.partition(":")
    if kind != SOURCE:
        return sources.source_of(actor, text)
    if not (key.isascii() and key.isdigit() and len(key) <= MOST_DIGITS):
        return None
    talk = access.talks(actor).filter(points=int(key)).first()
    return (
        Source(text, name_of(talk), reverse("talk", args=[talk.pk]), is_confidential=False) if talk else None
    )


def name_of(talk: Talk) -> str:
    """Return how a talk is called in a line: meeting, 12 Nov."""
    return _("%(kind)s on %(day)s") % {"kind": Talk.Kind(talk.kind).label, "day": day_text(talk.held_on)}
