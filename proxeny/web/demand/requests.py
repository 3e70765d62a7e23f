"""The list of requests: its columns, filters and orders."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from proxeny.accounts.access import accounts
from proxeny.accounts.models import Account
from proxeny.demand import access, standing, voicing, weighing
from proxeny.demand.models import Joining, Request, Voice
from proxeny.demand.weighing import Weight
from proxeny.identity.roles import Area, Reach, right
from proxeny.web.lists.filters import Choice, Days, Rows, Search, Values, fixed, one_of, within
from proxeny.web.lists.listing import Column, Export, Listing, Sort, by
from proxeny.web.lists.reader import Reader

SALES, PRODUCT, CUSTOMER = Voice.Of.SALES, Voice.Of.PRODUCT, Voice.Of.CUSTOMER


@dataclass(frozen=True, slots=True)
class Row:
    """A request in the list: which voices it lacks, how much it weighs with those it goes with, and which one leads it.

    `may_open` tells whether the customer's page is open to the reader.
    """

    request: Request
    lacking: Sequence[Voice.Of]
    weight: Weight
    leader: int | None
    may_open: bool

    @property
    def missing(self) -> list[str]:
        """The voices it lacks, in words."""
        return [str(of.label) for of in self.lacking]


def dress(requests: Sequence[Request], reader: Reader) -> list[Row]:
    """Return what the list shows of each request."""
    opened = set(
        accounts(reader.actor)
        .filter(pk__in={one.account_id for one in requests})
        .values_list("pk", flat=True)
    )
    groups = standing.groups_of(list(requests))
    weights = weighing.weights({number: _asking(group) for number, group in groups.items()}, reader.on)
    numbers = {one.pk for group in groups.values() for one in (*group, group.leader)}
    given = set(Voice.objects.filter(request__in=numbers, ended_at=None).values_list("request", "of"))
    whole = right(reader.actor, Area.REQUESTS).read is Reach.ALL
    rows = []
    for one in requests:
        leader, weight = groups[one.pk].leader, weights[one.pk]
        lacking = voicing.lacking(one, leader, given) if one.state == Request.State.OPEN else []
        shown = weight if whole or weight.count <= 1 else replace(weight, sums=(), unpriced=0)
        rows.append(
            Row(one, lacking, shown, leader.pk if leader.pk != one.pk else None, one.account_id in opened)
        )
    return rows


def _asking(group: standing.Group) -> list[Account]:
    return [one.account for one in group.asking]


def _typed(rows: Rows, values: Values, reader: Reader) -> Rows:
    for word in values[0].split():
        said = Q(what__icontains=word) | Q(environment__icontains=word) | Q(purpose__icontains=word)
        named = accounts(reader.actor, Area.REQUESTS).filter(search_key__contains=word.casefold())
        rows = rows.filter(said | Q(account__in=named))
    return rows


def _lacks(rows: Rows, values: Values, _reader: Reader) -> Rows:
    """Keep the open requests that want one of these voices; product's holds for all that go together."""
    said = Voice.objects.filter(ended_at=None)
    led = Joining.objects.filter(request=OuterRef("pk"), ended_at=None).values("leader")
    own = {
        SALES.value: Q(account__sales__isnull=False, in_confidence=False)
        & ~Exists(said.filter(request=OuterRef("pk"), of=SALES)),
        CUSTOMER.value: Q(~Exists(said.filter(request=OuterRef("pk"), of=CUSTOMER))),
        PRODUCT.value: Q(in_confidence=False)
        & ~Exists(said.filter(request=Coalesce(OuterRef("led"), OuterRef("pk")), of=PRODUCT)),
    }
    wanted = reduce(or_, (own[value] for value in values))
    found: Rows = rows.alias(led=Subquery(led)).filter(wanted, state=Request.State.OPEN)
    return found


def _heaviest(rows: Rows, _reader: Reader) -> Rows:
    """Those that most customers ask for first; what another leads stands below."""
    standing_ones = Q(carried__ended_at=None) & ~Q(carried__request__state=Request.State.WITHDRAWN)
    carried = Count("carried__request__account", distinct=True, filter=standing_ones)
    counted: Rows = rows.annotate(carries=carried)
    return counted.order_by("-carries", "-recorded_at", "-pk")


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
        "voices",
        _("Voices missing"),
        cell="demand/cells/lacking.html",
        exports=(Export("voices_missing", lambda row: " ".join(row.lacking)),),
        style="is-second",
    ),
    Column(
        "weight",
        _("Weight"),
        cell="demand/cells/weight.html",
        exports=(
            Export("customers", lambda row: row.weight.count),
            Export("a_year", lambda row: row.weight.written),
            Export("leads", lambda row: row.leader or ""),
        ),
        sort=Sort(_heaviest, falls=True),
        is_figure=True,
    ),
    Column(
        "account",
        _("Customer"),
        cell="demand/cells/account.html",
        exports=(
            Export("account", lambda row: row.request.account.reference),
            Export("name", lambda row: row.request.account.name),
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
    area=Area.REQUESTS,
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
        Choice(key="lacks", label=_("Voice missing"), choices=fixed(Voice.Of.choices), apply=_lacks),
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
