"""Judgements that were not taken back, in vermilion."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from proxeny.core import clock
from proxeny.judgement.models import Judgement
from proxeny.web.accounts.dossier import Dossier
from proxeny.web.accounts.events.registry import event_row
from proxeny.web.charts.model import EventRow, Mark


@event_row(10)
def judgements(known: Dossier) -> EventRow:
    """Each on the day it was given."""
    standing = (one for one in known.judgements if one.withdrawn_at is None)
    marks = (Mark(clock.day_of(one.at), "印", _judged(one), by_a_person=True) for one in standing)
    return EventRow(pgettext("row of marks", "Judged"), tuple(marks))


def _judged(one: Judgement) -> str:
    values = {"name": one.by.name, "band": one.get_band_display(), "reason": one.reason}
    return _("%(name)s judged: %(band)s. %(reason)s") % values
