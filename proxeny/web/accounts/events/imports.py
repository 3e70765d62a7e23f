"""Imports of consumption: when figures came in, for those who may look at imports."""

from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.intake import access
from proxeny.intake.models import Batch
from proxeny.web.accounts.dossier import Dossier
from proxeny.web.accounts.events.registry import event_row
from proxeny.web.charts.model import EventRow, Mark

MOST = 200


@event_row(50)
def imports(known: Dossier) -> EventRow:
    """The newest two hundred that stand; they bring figures of many customers at once."""
    standing = access.batches(known.actor).filter(
        kind=Batch.Kind.USAGE, state=Batch.State.DONE, finished_at__isnull=False
    )
    marks = (
        Mark(clock.day_of(at), "↓", _("consumption imported: %(file)s") % {"file": name})
        for name, at in standing.values_list("file_name", "finished_at")[:MOST]
        if at
    )
    return EventRow(_("Imports"), tuple(marks))
