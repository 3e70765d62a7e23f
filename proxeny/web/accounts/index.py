"""The list of customers."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from proxeny.accounts.access import accounts
from proxeny.identity.roles import Area, may
from proxeny.web.accounts.acts import ACTS
from proxeny.web.accounts.columns import COLUMNS
from proxeny.web.accounts.filters import FILTERS
from proxeny.web.accounts.rows import rows
from proxeny.web.lists.listing import Listing
from proxeny.web.lists.page import respond
from proxeny.web.policy import StaffRequest, readers_of


def _counted(count: int) -> str:
    return ngettext("%(count)s customer", "%(count)s customers", count) % {"count": f"{count:,}"}


ACCOUNTS = Listing(
    key="accounts",
    route="accounts",
    area=Area.DOSSIER,
    title=_("Accounts"),
    rows=lambda reader: accounts(reader.actor),
    dress=lambda found, reader: rows(found, reader.actor, reader.on),
    columns=COLUMNS,
    filters=FILTERS,
    sort="name",
    counted=_counted,
    number=lambda row: row.account.pk,
    loads=("spokesperson", "sales"),
    acts=ACTS,
    nothing_yet="accounts/_nothing_yet.html",
    style="accounts-table",
)


@readers_of(Area.DOSSIER)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show the customers that the reader may see and the address asks for."""
    may_import = may(request.actor, Area.IMPORTS, write=True)
    return respond(ACCOUNTS, request, more={"may_import": may_import})
