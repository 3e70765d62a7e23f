"""Contracts that began and ended."""

from django.utils.translation import gettext as _

from proxeny.web.accounts.dossier import Dossier
from proxeny.web.accounts.events.registry import event_row
from proxeny.web.charts.model import EventRow, Mark


@event_row(40)
def contracts(known: Dossier) -> EventRow:
    """A filled mark where one begins, an open one on its last day."""
    marks = []
    for one in known.contracts:
        marks.append(Mark(one.starts_on, "◆", _("contract %(number)s begins") % {"number": one.number}))
        marks.append(Mark(one.ends_on, "◇", _("contract %(number)s ends") % {"number": one.number}))
    return EventRow(_("Contracts"), tuple(marks))
