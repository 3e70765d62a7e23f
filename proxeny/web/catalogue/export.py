"""The catalogue as a file: one line for each module, and one for each product that has none."""

import csv
from collections.abc import Iterator
from io import StringIO

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from proxeny.catalogue import access
from proxeny.catalogue.models import Module, Product
from proxeny.core import clock
from proxeny.identity.roles import Area
from proxeny.intake.tabular.exporting import plain_text, safe_cell
from proxeny.web.catalogue.index import Line, Shelf, shelves_of
from proxeny.web.charts.export import BYTE_ORDER_MARK
from proxeny.web.policy import StaffRequest, readers_of

HEADINGS = (
    "product", "module", "also_called", "about", "provides", "needs", "excludes", "editions", "days_to_adopt", "cost_a_year",
    "currency", "adoption_risk", "risk_because", "team", "retired_on",
)  # fmt: skip
BETWEEN = "; "


@readers_of(Area.CATALOGUE)
@require_safe
def export(request: StaffRequest) -> HttpResponse:
    """Send all of it, also what is no longer sold."""
    out = StringIO()
    write = csv.writer(out, lineterminator="\r\n")
    write.writerow(HEADINGS)
    for shelf in shelves_of(list(access.products(request.actor)), request.actor):
        write.writerows([safe_cell(plain_text(value)) for value in row] for row in _rows(shelf))
    name = f"catalogue-{clock.today().isoformat()}.csv"
    return HttpResponse(
        BYTE_ORDER_MARK + out.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _rows(shelf: Shelf) -> Iterator[list[object]]:
    product = shelf.product
    if not shelf.lines:
        team = shelf.team.name if shelf.team else ""
        yield [
            product.name, "", BETWEEN.join(product.also_called), product.about, "", "", "", BETWEEN.join(product.editions),
            None, None, "", "", "", team, _retired(product),
        ]  # fmt: skip
    for line in shelf.lines:
        yield _row(product, line)


def _row(product: Product, line: Line) -> list[object]:
    module, cost = line.module, line.module.cost
    return [
        product.name,
        module.name,
        BETWEEN.join(module.also_called),
        module.about,
        BETWEEN.join(line.provides),
        BETWEEN.join(one.full_name for one in line.needs),
        BETWEEN.join(one.full_name for one in line.excludes),
        BETWEEN.join(module.editions),
        module.days_to_adopt,
        cost.amount if cost else None,
        module.cost_currency,
        module.adoption_risk,
        module.risk_because,
        line.team.name if line.team else "",
        _retired(module) or _retired(product),
    ]


def _retired(thing: Product | Module) -> object:
    return clock.day_of(thing.retired_at) if thing.retired_at else None
