"""The list of requests: its columns, filters and orders."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from proxeny.accounts.access import accounts
from proxeny.accounts.models import Account
from proxeny.demand import access
from proxeny.demand.models import Request
from proxeny.identity.roles import Area
from proxeny.web.lists.filters import Choice, Days, Rows, Search, Values, fixed, one_of, within
from proxeny.web.lists.listing import Column, Export, Listing, by
from proxeny.web.lists.reader import Reader


@dataclass(frozen=True, slots=True)
class Row:
    """A request in the list; `account` is None for those who weigh it without knowing whose it is."""

    request: Request
    account: Account | None


def dress(requests: Sequence[Request], reader: Reader) -> list[Row]:
    """Return what the list shows of each request."""
    ids = {one.account_id for one in requests}
    known = set(accounts(reader.actor).filter(pk__in=ids).values_list("pk", flat=True))
    return [Row(one, one.account if one.account_id in known else None) for one in requests]


def _typed(rows: Rows, values: Values, reader: Reader) -> Rows:
    for word in values[0].split():
        said = Q(what__icontains=word) | Q(environment__icontains=word) | Q(purpose__icontains=word)
        named = accounts(reader.actor).filter(search_key__contains=word.casefold())
        rows = rows.filter(said | Q(account__in=named))
    return rows


def _counted(count: int) -> str:
    return ngettext("%(count)s request", "%(count)s requests", count) % {"count": f"{count:,}"}


COLUMNS = (
    Column(
        "what",
        _("Request"),
        cell="demand/cells/request.html",
        exports=(
            Export("number", lambda row: row.request.pk),
            Export("request", lambda row: row.request.what),
        ),
        sort=by("what"),
        is_fixed=True,
    ),
    Column(
        "state",
        _("State"),
        cell="demand/cells/request_state.html",
        exports=(Export("state", lambda row: row.request.state),),
        style="nowrap",
    ),
    Column(
        "account",
        _("Customer"),
        cell="demand/cells/account.html",
        exports=(
            Export("account", lambda row: row.account and row.account.reference),
            Export("name", lambda row: row.account and row.account.name),
        ),
        style="is-second",
    ),
    Column(
        "purpose",
        _("What for"),
        cell="demand/cells/purpose.html",
        exports=(
            Export("purpose", lambda row: row.request.purpose),
            Export("environment", lambda row: row.request.environment),
        ),
        style="is-third",
    ),
    Column(
        "asked",
        _("Asked"),
        cell="demand/cells/asked.html",
        exports=(Export("noted_at", lambda row: row.request.recorded_at.isoformat()),),
        sort=by("-recorded_at"),
        style="is-third nowrap",
    ),
)

REQUESTS = Listing(
    key="requests",
    route="requests",
    area=Area.DOSSIER,
    title=_("Requests"),
    rows=lambda reader: access.requests(reader.actor),
    dress=dress,
    columns=COLUMNS,
    filters=(
        Search(key="q", label=_("Find a request"), placeholder=_("words, customer"), apply=_typed),
        Choice(
            key="state",
            label=_("State"),
            choices=fixed(Request.State.choices),
            apply=one_of("state"),
            field="state",
        ),
        Days(key="asked", label=_("Asked"), apply=within("recorded_at")),
    ),
    sort="asked",
    counted=_counted,
    number=lambda row: row.request.pk,
    loads=("account",),
    nothing_yet="demand/_no_requests.html",
    style="is-worded",
    row_style=lambda row: "faint" if row.request.state == Request.State.WITHDRAWN else "",
)
