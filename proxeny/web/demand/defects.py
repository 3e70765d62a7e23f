"""The list of defects: its columns, filters and orders."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from proxeny.demand import access, troubling
from proxeny.demand.models import Defect, DefectCase
from proxeny.demand.troubling import Trouble
from proxeny.identity.roles import Area
from proxeny.web.lists.filters import Choice, Days, Rows, Search, Values, fixed, one_of, people, within
from proxeny.web.lists.listing import Column, Export, Listing, Sort, by
from proxeny.web.lists.reader import Reader


@dataclass(frozen=True, slots=True)
class Row:
    """A defect in the list, and whom it troubles."""

    defect: Defect
    trouble: Trouble


def dress(defects: Sequence[Defect], reader: Reader) -> list[Row]:
    """Return what the list shows of each defect."""
    troubles = troubling.of(defects, reader.actor)
    return [Row(one, troubles.get(one.pk, Trouble())) for one in defects]


def _typed(rows: Rows, values: Values, _reader: Reader) -> Rows:
    for word in values[0].split():
        said = Q(title__icontains=word) | Q(symptom__icontains=word)
        rows = rows.filter(said | Q(product__icontains=word) | Q(module__icontains=word))
    return rows


def _links(reader: Reader) -> QuerySet[DefectCase]:
    return access.links(reader.actor).filter(case__merged_into=None).order_by()


def _most_cases(rows: Rows, reader: Reader) -> Rows:
    """Those that came again most often first."""
    return _by_count(rows, _links(reader), Count("pk"))


def _most_customers(rows: Rows, reader: Reader) -> Rows:
    """Those that trouble most customers first."""
    return _by_count(rows, _links(reader), Count("case__account", distinct=True))


def _by_count(rows: Rows, links: QuerySet[DefectCase], count: Count) -> Rows:
    found = links.filter(defect=OuterRef("pk")).values("defect").annotate(many=count).values("many")
    counted: Rows = rows.annotate(many=Coalesce(Subquery(found), Value(0)))
    return counted.order_by("-many", "-found_at", "-pk")


def _most_money(rows: Rows, reader: Reader) -> Rows:
    """Those for which most money waits first; the currency of most customers decides, the others end the ties."""
    waited = Defect.objects.filter(
        links__in=_links(reader).filter(case__solved_at=None, case__closed_at=None)
    )
    troubles = troubling.of(waited.distinct(), reader.actor)
    used = Counter(money.currency for one in troubles.values() for money in one.waiting.sums)
    order = [currency for currency, _count in used.most_common()]
    worth = {number: _amounts(trouble, order) for number, trouble in troubles.items()}
    ranked = sorted(worth, key=lambda number: worth[number], reverse=True)
    whens = [When(pk=number, then=Value(place)) for place, number in enumerate(ranked)]
    place = Case(*whens, default=Value(len(ranked)), output_field=IntegerField())
    placed: Rows = rows.annotate(place=place)
    return placed.order_by("place", "-found_at", "-pk")


def _amounts(trouble: Trouble, order: Sequence[str]) -> list[int]:
    sums = {money.currency: money.minor for money in trouble.waiting.sums}
    return [sums.get(currency, 0) for currency in order]


def _counted(count: int) -> str:
    return ngettext("%(count)s defect", "%(count)s defects", count) % {"count": f"{count:,}"}


COLUMNS = (
    Column(
        "title",
        _("Defect"),
        cell="demand/cells/defect.html",
        exports=(
            Export("number", lambda row: row.defect.number),
            Export("title", lambda row: row.defect.title),
        ),
        sort=by("title"),
        is_fixed=True,
    ),
    Column(
        "state",
        _("State"),
        cell="demand/cells/defect_state.html",
        exports=(Export("state", lambda row: row.defect.state),),
        style="nowrap",
    ),
    Column(
        "product",
        _("Product"),
        text=lambda row: " · ".join(filter(None, (row.defect.product, row.defect.module))) or "—",
        exports=(
            Export("product", lambda row: row.defect.product),
            Export("module", lambda row: row.defect.module),
        ),
        sort=by("product", "module", "title"),
        style="is-second",
    ),
    Column(
        "cases",
        _("Cases"),
        text=lambda row: row.trouble.count or "—",
        exports=(
            Export("cases", lambda row: row.trouble.count),
            Export("came_back", lambda row: row.trouble.came_back),
        ),
        sort=Sort(_most_cases, falls=True),
        is_figure=True,
    ),
    Column(
        "customers",
        _("Customers"),
        text=lambda row: row.trouble.affected or "—",
        exports=(Export("customers", lambda row: row.trouble.affected),),
        sort=Sort(_most_customers, falls=True),
        is_figure=True,
        style="is-second",
    ),
    Column(
        "waiting",
        _("Customers waiting"),
        cell="demand/cells/waiting.html",
        exports=(
            Export("waiting", lambda row: row.trouble.waiting.count),
            Export(
                "waiting_a_year",
                lambda row: row.trouble.waiting.written,
            ),
        ),
        sort=Sort(_most_money, falls=True),
        is_figure=True,
    ),
    Column(
        "workaround",
        _("Workaround"),
        cell="demand/cells/workaround.html",
        exports=(Export("workaround", lambda row: row.defect.workaround),),
        style="is-third",
    ),
    Column(
        "by",
        _("Found by"),
        text=lambda row: row.defect.found_by.name,
        exports=(Export("found_by", lambda row: row.defect.found_by.name),),
        is_shown=False,
        style="is-third",
    ),
    Column(
        "found",
        pgettext_lazy("defect", "Found"),
        cell="demand/cells/found.html",
        exports=(Export("found_at", lambda row: row.defect.found_at.isoformat()),),
        sort=by("-found_at"),
        style="is-third nowrap",
    ),
)

DEFECTS = Listing(
    key="defects",
    route="defects",
    area=Area.DEFECTS,
    title=_("Defects"),
    rows=lambda reader: access.defects(reader.actor),
    dress=dress,
    columns=COLUMNS,
    filters=(
        Search(key="q", label=_("Find a defect"), placeholder=_("what shows, product"), apply=_typed),
        Choice(
            key="state",
            label=_("State"),
            choices=fixed(Defect.State.choices),
            apply=one_of("state"),
            field="state",
        ),
        Choice(
            key="by",
            label=_("Found by"),
            choices=people("found_by", _("nobody")),
            apply=one_of("found_by"),
            field="found_by",
        ),
        Days(key="found", label=pgettext_lazy("defect", "Found"), apply=within("found_at")),
    ),
    sort="found",
    counted=_counted,
    number=lambda row: row.defect.pk,
    loads=("found_by",),
    nothing_yet="demand/_no_defects.html",
    style="is-worded",
    row_style=lambda row: "" if row.defect.state == Defect.State.OPEN else "faint",
)
