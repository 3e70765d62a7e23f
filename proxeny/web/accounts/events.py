"""What else happened at a customer, as rows of marks under its consumption.

A new sort of thing is a function here.
"""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from proxeny.judgement import findings
from proxeny.judgement.models import Judgement
from proxeny.web.accounts import swings
from proxeny.web.accounts.dossier import Dossier
from proxeny.web.accounts.wanted import Wanted
from proxeny.web.charts.model import EventRow, Mark


def rows(known: Dossier, wanted: Wanted) -> list[EventRow]:
    """Return the rows that hold anything in the wanted days; the dossier holds what the reader may see."""
    found = [judgements(known), swung(known), people(known), contracts(known)]
    within = [
        EventRow(row.name, tuple(mark for mark in row.marks if wanted.first <= mark.day <= wanted.last))
        for row in found
    ]
    return [row for row in within if row.marks]


def judgements(known: Dossier) -> EventRow:
    """Judgements that were not taken back, in vermilion."""
    standing = (one for one in known.judgements if one.withdrawn_at is None)
    marks = (
        Mark(timezone.localtime(one.at).date(), "印", _judged(one), by_a_person=True) for one in standing
    )
    return EventRow(pgettext("row of marks", "Judged"), tuple(marks))


def swung(known: Dossier) -> EventRow:
    """Where swings began."""
    marks = (
        Mark(one.since, swings.sign(one), findings.sentence(one, known.today).in_language(known.language))
        for one in known.swings
    )
    return EventRow(_("Swings"), tuple(marks))


def people(known: Dossier) -> EventRow:
    """People who left."""
    gone = ((one.left_on, f"{one.name} {one.title}".strip()) for one in known.contacts)
    return EventRow(
        _("Contacts"), tuple(Mark(day, "✕", _("%(name)s left") % {"name": name}) for day, name in gone if day)
    )


def contracts(known: Dossier) -> EventRow:
    """Contracts that began and ended."""
    marks = []
    for one in known.contracts:
        marks.append(Mark(one.starts_on, "◆", _("contract %(number)s begins") % {"number": one.number}))
        marks.append(Mark(one.ends_on, "◇", _("contract %(number)s ends") % {"number": one.number}))
    return EventRow(_("Contracts"), tuple(marks))


def _judged(one: Judgement) -> str:
    values = {"name": one.by.name, "band": one.get_band_display(), "reason": one.reason}
    return _("%(name)s judged: %(band)s. %(reason)s") % values
