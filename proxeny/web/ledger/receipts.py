"""Receipts for customers: what is in one, and the page and the text to be handed out by a person."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from proxeny.core.words import Language, here
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.ledger.checkpointing import DoesNotHold
from proxeny.reports.receipts import handing_out, scope
from proxeny.reports.receipts.handing_out import Made
from proxeny.reports.receipts.scope import Scope
from proxeny.web.ledger.sentences import said
from proxeny.web.policy import StaffRequest, readers_of, writers_of

LANGUAGES = (("zh", "zh-CN", "中文"), ("en", "en", "English"))
"""The customer's languages, each by its own name."""
METHODS = ["GET", "HEAD", "POST"]
FORMS: dict[str, tuple[str, str, Callable[[Made], str]]] = {
    "page": (".html", "text/html", lambda made: made.page),
    "text": (".txt", "text/plain", lambda made: made.text),
}


@readers_of(Area.DOSSIER)
@require_http_methods(METHODS)
def of_promise(request: StaffRequest, number: int) -> HttpResponse:
    """Show what a receipt of the promise holds; a POST makes it."""
    return _answer(request, scope.of_promise(request.actor, number))


@writers_of(Area.INSIDE)
@require_http_methods(METHODS)
def of_message(request: StaffRequest, number: int) -> HttpResponse:
    """Show the same of a message that the customer got or wrote."""
    return _answer(request, scope.of_message(request.actor, number))


@writers_of(Area.INSIDE)
@require_http_methods(METHODS)
def of_case(request: StaffRequest, number: int) -> HttpResponse:
    """Show the same of a case that is solved."""
    return _answer(request, scope.of_case(request.actor, number))


def _answer(request: StaffRequest, found: Scope) -> HttpResponse:
    if request.method != "POST":
        return _page(request, found)
    entry, language = request.POST.get("entry", ""), request.POST.get("language", "")
    if not entry.isdecimal() or len(entry) > 18:
        raise NotFound(str(found.record))
    try:
        made = handing_out.make(found, int(entry), by=request.actor, language=_language(language))
    except DoesNotHold:
        messages.error(
            request, _("The record does not hold, so nothing is proven by it. Verify it in the ledger.")
        )
        return _page(request, found)
    form = FORMS.get(request.POST.get("as", ""))
    if form is None:
        return _page(request, found, made)
    ending, media_type, part = form
    response = HttpResponse(part(made).encode(), content_type=f"{media_type}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{made.name}{ending}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _language(asked: str) -> Language:
    if asked not in {"zh", "en"}:
        return here()
    return "zh" if asked == "zh" else "en"


def _page(request: StaffRequest, found: Scope, made: Made | None = None) -> HttpResponse:
    choices = list(zip(found.choices, said(one.line for one in found.choices), strict=True))
    context = {"about": found, "choices": choices, "made": made, "spoken": here(), "languages": LANGUAGES}
    return render(request, "ledger/receipt.html", context)
