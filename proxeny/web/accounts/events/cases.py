"""Cases of the customer, on the day they were opened."""

from django.utils.translation import gettext as _

from proxeny.cases import access
from proxeny.cases.models import Severity
from proxeny.core import clock
from proxeny.web.accounts.dossier import Dossier
from proxeny.web.accounts.events.registry import event_row
from proxeny.web.charts.model import EventRow, Mark

MOST = 400
OPEN, ENDED, CRITICAL = "◐", "●", "▲"


@event_row(25)
def cases(known: Dossier) -> EventRow:
    """Each case, still open or ended; what stood everything still has a mark of its own."""
    found = access.cases(known.actor).filter(account=known.account, merged_into=None)
    rows = found.order_by("-opened_at").values_list(
        "number", "title", "opened_at", "closed_at", "solved_at", "severity"
    )
    marks = [
        Mark(
            clock.day_of(opened),
            _sign(severity, closed or solved),
            _("case %(number)s: %(title)s") % {"number": number, "title": title},
        )
        for number, title, opened, closed, solved, severity in rows[:MOST]
    ]
    return EventRow(_("Cases"), tuple(reversed(marks)))


def _sign(severity: int, ended: object) -> str:
    if severity == Severity.CRITICAL:
        return CRITICAL
    return ENDED if ended else OPEN
