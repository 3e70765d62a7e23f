"""The list of customers."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from proxeny.accounts.access import accounts
from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area, Role, may
from proxeny.intake.tabular.exporting import safe_cell
from proxeny.web.accounts.filters import Filters, filtered, ordered
from proxeny.web.accounts.rows import Row, rows
from proxeny.web.charts.export import BYTE_ORDER_MARK
from proxeny.web.policy import StaffRequest, readers_of

ON_A_PAGE = 50


@readers_of(Area.DOSSIER)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show the customers that the reader may see and the address asks for."""
    actor, today, filters = request.actor, clock.today(), Filters.read(request.GET)
    readable = accounts(actor)
    shown = ordered(filtered(readable, filters, actor, today), filters.sort, actor, today)
    page = Paginator(shown, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "page": page,
        "rows": rows(_loaded(page), actor, today),
        "count": page.paginator.count,
        "count_of_all": readable.count() if filters.narrows else page.paginator.count,
        "levels": Account.Level.choices,
        "speakers": list(Staff.objects.filter(pk__in=readable.order_by().values("spokesperson"))),
        "knows_swings": may(actor, Area.HEALTH),
        "knows_bands": may(actor, Area.HEALTH) or actor.holds(Role.SALES),
        "may_import": may(actor, Area.IMPORTS, write=True),
    }
    return render(request, "accounts/index.html", context)


@readers_of(Area.DOSSIER)
@require_safe
def export(request: StaffRequest) -> HttpResponse:
    """Return the same customers as CSV, with what the reader may see and nothing else."""
    actor, today, filters = request.actor, clock.today(), Filters.read(request.GET)
    shown = ordered(filtered(accounts(actor), filters, actor, today), filters.sort, actor, today)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for row in rows(_loaded(shown), actor, today):
        writer.writerow([safe_cell(cell) for cell in _cells(row)])
    name = f"customers-{today.isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(
        BYTE_ORDER_MARK + out.getvalue(), content_type="text/csv; charset=utf-8", headers=headers
    )


HEADINGS = [
    "account", "name", "level", "spokesperson", "sales", "amount_a_year", "currency", "amount_from",
    "judgement", "judged_by", "judged_on",
    "swing_meter", "swing_since", "swing_change", "swing_amount_a_month",
]  # fmt: skip


def _cells(row: Row) -> list[str]:
    one, amount, judged, swing = row.account, row.yearly, row.judgement, row.swing
    cells = [one.reference, one.name, one.level, str(one.spokesperson or ""), str(one.sales or "")]
    cells += [f"{amount.amount.amount:f}", amount.amount.currency] if amount else ["", ""]
    cells.append(("contracts" if amount.is_contracted else "consumption") if amount else "")
    cells.append(judged.band if judged else "")
    by_whom = judged is not None and row.sight.health
    cells += (
        [judged.by.name, timezone.localtime(judged.at).date().isoformat()] if judged and by_whom else ["", ""]
    )
    cells += [swing.meter, swing.since.isoformat(), f"{swing.change:.4f}"] if swing else ["", "", ""]
    cells.append(f"{swing.per_month.amount:f}" if swing and swing.per_month else "")
    return cells


def _loaded(part: Iterable[Any]) -> list[Account]:
    """Return the customers of a part of the list, in its order, whether it holds them or their numbers."""
    items = list(part)
    numbers = [item for item in items if isinstance(item, int)]
    found = Account.objects.select_related("spokesperson", "sales").in_bulk(numbers) if numbers else {}
    return [found[item] if isinstance(item, int) else item for item in items]
