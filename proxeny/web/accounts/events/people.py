"""People of the customer who came and who left."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from proxeny.accounts.models import Contact
from proxeny.core import clock
from proxeny.web.accounts.dossier import Dossier
from proxeny.web.accounts.events.registry import event_row
from proxeny.web.charts.model import EventRow, Mark


@event_row(30)
def people(known: Dossier) -> EventRow:
    """Who left, on the day; who came, on the day we wrote them down, unless the customer itself was new then."""
    begun = clock.day_of(known.account.added_at)
    return EventRow(_("Contacts"), tuple(mark for one in known.contacts for mark in _marks(one, begun)))


def _marks(one: Contact, begun: object) -> Iterator[Mark]:
    name = {"name": f"{one.name} {one.title}".strip()}
    came = clock.day_of(one.added_at)
    if came != begun:
        yield Mark(came, "+", _("%(name)s was written down") % name)
    if one.left_on:
        yield Mark(one.left_on, "✕", _("%(name)s left") % name)
