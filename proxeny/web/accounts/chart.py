"""The consumption of one customer: part of the page, picture, figures, words for the crosshair."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from proxeny.accounts.models import Account
from proxeny.identity.roles import Area
from proxeny.web.accounts.dossier import Dossier, dossier
from proxeny.web.accounts.strip import name_of, strip
from proxeny.web.accounts.wanted import Wanted, wanted
from proxeny.web.charts import consumption as drawing
from proxeny.web.charts import export, table
from proxeny.web.charts.model import Strip
from proxeny.web.charts.readout import figure, readouts
from proxeny.web.policy import StaffRequest, readers_of

MOST_TABS = 5


@readers_of(Area.DOSSIER)
@require_safe
def part(request: StaffRequest, number: int) -> HttpResponse:
    """Return the chart as a part of the page; who came without htmx is led to the page itself."""
    known = dossier(request.actor, number)
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(f"{reverse('account', args=[number])}?{request.GET.urlencode()}")
    context = {"account": known.account, "sight": known.sight, **chart_context(known, request.GET)}
    return render(request, "accounts/_chart.html", context)


@readers_of(Area.DOSSIER)
@require_safe
def picture(request: StaffRequest, number: int) -> HttpResponse:
    """Return the chart as an SVG file that stands by itself."""
    account, drawn = _asked(request, number)
    return _file(drawing.printed(drawn), "image/svg+xml", account, drawn, "svg")


@readers_of(Area.DOSSIER)
@require_safe
def figures(request: StaffRequest, number: int) -> HttpResponse:
    """Return the figures behind the chart as CSV."""
    account, drawn = _asked(request, number)
    return _file(export.as_csv(drawn), "text/csv; charset=utf-8", account, drawn, "csv")


@readers_of(Area.DOSSIER)
@require_safe
def days(request: StaffRequest, number: int) -> JsonResponse:
    """Return what the crosshair says of each day."""
    _account, drawn = _asked(request, number)
    return JsonResponse({"days": readouts(drawn)}, json_dumps_params={"ensure_ascii": False})


def chart_context(known: Dossier, asked: Mapping[str, str]) -> dict[str, Any]:
    """Return what the part of the page needs; without any record, `strip` is None."""
    if known.history is None:
        return {"strip": None}
    found = wanted(known.history, asked, known.today)
    drawn = strip(known, known.history, found)
    measures = [
        (one.key, name_of(one, known.language), _query(found, meter=one.key), one == found.measure)
        for one in found.measures
    ]
    return {
        "strip": drawn,
        "drawing": mark_safe(drawing.drawn(drawn)),  # noqa: S308  (every text in it is escaped by the pen)
        "wanted": found,
        "measures": measures[:MOST_TABS],
        "more_measures": measures[MOST_TABS:],
        "spans": [(name, _query(found, span=key), key == found.span) for key, name in span_names().items()],
        "query": _query(found),
        "lines": [
            (line, None if line.total is None else figure(drawn, line.total)) for line in table.lines(drawn)
        ],
    }


def span_names() -> dict[str, str]:
    """Return the usual spans and what their buttons say."""
    return {"90": _("90 days"), "365": _("1 year"), "730": _("2 years"), "all": _("all")}


def _query(found: Wanted, **other: str) -> str:
    """Return the address's query for the same view with something changed."""
    days = {"span": found.span} if found.span else {"first": f"{found.first}", "last": f"{found.last}"}
    if "span" in other:
        days = {}
    return urlencode({"meter": found.measure.key, **days, **other})


def _asked(request: StaffRequest, number: int) -> tuple[Account, Strip]:
    known = dossier(request.actor, number)
    if known.history is None:
        raise Http404
    return known.account, strip(known, known.history, wanted(known.history, request.GET, known.today))


def _file(text: str, kind: str, account: Account, drawn: Strip, ending: str) -> HttpResponse:
    name = f"{account.pk}-{drawn.first}-{drawn.last}.{ending}"
    return HttpResponse(
        text, content_type=kind, headers={"Content-Disposition": f'attachment; filename="consumption-{name}"'}
    )
