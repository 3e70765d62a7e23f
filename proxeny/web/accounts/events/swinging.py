"""Where swings began."""

from django.utils.translation import gettext as _

from proxeny.judgement import findings
from proxeny.web.accounts import swings
from proxeny.web.accounts.dossier import Dossier
from proxeny.web.accounts.events.registry import event_row
from proxeny.web.charts.model import EventRow, Mark


@event_row(20)
def swung(known: Dossier) -> EventRow:
    """Each on its first day, by the shape of its direction."""
    marks = (
        Mark(one.since, swings.sign(one), findings.sentence(one, known.today).in_language(known.language))
        for one in known.swings
    )
    return EventRow(_("Swings"), tuple(marks))
