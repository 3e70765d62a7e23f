"""People at customers in the palette; they lead to their customer."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from proxeny.accounts import recalling
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.spelling.recall import Level
from proxeny.identity.roles import Area
from proxeny.web.palette.found import Found, Kind, nothing_again


def find(actor: Actor, words: str) -> list[Found]:
    """Return the people at customers who may be meant; a single letter means too many."""
    if len(words) < 2 and words.isascii():
        return []
    return [
        Found(
            href=reverse("account", args=[one.contact.account_id]),
            name=one.contact.name,
            icon="people",
            note=" · ".join(filter(None, (one.contact.account.name, one.contact.title))),
            span=one.span,
            is_weak=one.level >= Level.SOUND,
            is_gone=one.contact.left_on is not None and one.contact.left_on <= clock.today(),
        )
        for one in recalling.contacts(actor, words)
    ]


CONTACTS = Kind("contact", _("People at customers"), Area.DOSSIER, find, nothing_again)
