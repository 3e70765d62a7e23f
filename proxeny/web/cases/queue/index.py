"""The queue of cases."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.identity.roles import Area, may
from proxeny.web.cases.queue import views
from proxeny.web.cases.queue.listing import CASES
from proxeny.web.lists.page import opened
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.DOSSIER)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show what is the reader's to do: their own open cases, or what the address asks for."""
    if not set(request.GET) - {"on", "page"}:
        usual = QueryDict(views.usual(request.actor), mutable=True)
        usual.update(request.GET)
        request.GET = usual  # type: ignore[assignment]
    return _page(request)


@readers_of(Area.DOSSIER)
@require_safe
def everything(request: StaffRequest) -> HttpResponse:
    """Show what the address asks for; without a wish, all cases."""
    return _page(request)


def _page(request: StaffRequest) -> HttpResponse:
    shown = opened(CASES, request)
    context = {
        "list": shown,
        "tabs": views.tabs(request.actor, shown.wanted),
        "may_open": may(request.actor, Area.INSIDE, write=True),
        "is_usual_order": shown.wanted.sorting == CASES.sort,
    }
    answer = render(request, "cases/queue/index.html", context)
    if request.headers.get("HX-Request"):
        query = shown.wanted.query()
        answer.headers["HX-Replace-Url"] = f"{shown.path}?{query}" if query else shown.path
    return answer
