"""The queue as a list."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from proxeny.identity.roles import Area
from proxeny.web.cases.queue.acts import ACTS
from proxeny.web.cases.queue.columns import COLUMNS
from proxeny.web.cases.queue.filters import FILTERS
from proxeny.web.cases.queue.rows import RELATED, Row, dress, of_keys, readable, style
from proxeny.web.lists.listing import Listing


def _counted(count: int) -> str:
    return ngettext("%(count)s case", "%(count)s cases", count) % {"count": f"{count:,}"}


def _number(row: Row) -> int:
    return row.case.pk


CASES = Listing(
    key="cases",
    route="cases-all",
    area=Area.DOSSIER,
    title=_("Cases"),
    rows=readable,
    dress=dress,
    columns=COLUMNS,
    filters=FILTERS,
    sort="due",
    counted=_counted,
    number=_number,
    loads=RELATED,
    quick=of_keys,
    acts=ACTS,
    nothing_yet="cases/queue/_nothing_yet.html",
    row_style=style,
    style="cases-table",
)
