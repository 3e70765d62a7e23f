"""The consumption of one customer: part of the page, picture, figures, words for the crosshair."""

from urllib.parse import urlsplit

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from proxeny.accounts.models import Account
from proxeny.identity.roles import Area
from proxeny.web.accounts import spans
from proxeny.web.accounts.charting import chart_context
from proxeny.web.accounts.dossier import dossier
from proxeny.web.accounts.strip import strip
from proxeny.web.accounts.wanted import wanted
from proxeny.web.charts import export
from proxeny.web.charts.model import Strip
from proxeny.web.charts.paper import printed
from proxeny.web.charts.readout import readouts
from proxeny.web.policy import StaffRequest, readers_of

__all__ = ["chart_context", "days", "figures", "part", "picture"]


@readers_of(Area.DOSSIER)
@require_safe
def part(request: StaffRequest, number: int) -> HttpResponse:
    """Return the chart as a part of the page around it, or as a page of its own for who came without htmx.

    The address of the page around it then says what is shown, so that it can be passed on.
    """
    known = dossier(request.actor, number)
    context = {"account": known.account, "sight": known.sight, **chart_context(known, request.GET)}
    if not request.htmx:  # type: ignore[attr-defined]
        return render(request, "accounts/consumption.html", {**context, **spans.context(known)})
    answer = render(request, "accounts/_chart.html", context)
    if request.GET and "query" in context:
        answer["HX-Replace-Url"] = f"{_page(request, number)}?{context['query']}"
    return answer


@readers_of(Area.DOSSIER)
@require_safe
def picture(request: StaffRequest, number: int) -> HttpResponse:
    """Return the chart as an SVG file that stands by itself."""
    account, drawn = _asked(request, number)
    return _file(printed(drawn), "image/svg+xml", account, drawn, "svg")


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


def _page(request: StaffRequest, number: int) -> str:
    """The page that the chart is a part of: its own, or the customer's."""
    own = reverse("account-consumption", args=[number])
    is_own = urlsplit(request.headers.get("HX-Current-URL", "")).path == own
    return own if is_own else reverse("account", args=[number])


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
