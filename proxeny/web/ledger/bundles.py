"""The bundle of evidence about a customer or a case: what goes into it, and the file."""

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from proxeny.core.words import here
from proxeny.identity.roles import Area
from proxeny.ledger import keys
from proxeny.ledger.bundles import gathering
from proxeny.ledger.bundles.archive import TooLargeError
from proxeny.ledger.checkpointing import DoesNotHold
from proxeny.reports.evidence import bundling, scope
from proxeny.reports.evidence.scope import Scope
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.LEDGER)
@require_http_methods(["GET", "HEAD", "POST"])
def of_account(request: StaffRequest, number: int) -> HttpResponseBase:
    """Show what is on record about a customer for this reader; a POST makes the file and hands it out."""
    return _answer(request, scope.of_account(request.actor, number))


@readers_of(Area.LEDGER)
@require_http_methods(["GET", "HEAD", "POST"])
def of_case(request: StaffRequest, number: int) -> HttpResponseBase:
    """Show the same about the case of that number."""
    return _answer(request, scope.of_case(request.actor, number))


def _answer(request: StaffRequest, found: Scope) -> HttpResponseBase:
    if request.method != "POST":
        return _page(request, found)
    try:
        made = bundling.make(found, by=request.actor, language=here())
    except bundling.NothingOnRecord:
        return _page(request, found)
    except TooLargeError:
        messages.error(
            request, _("Its attachments are larger than one bundle can be. Make one for each case.")
        )
        return _page(request, found)
    except DoesNotHold:
        messages.error(
            request, _("The record does not hold, so nothing is proven by it. Verify it in the ledger.")
        )
        return _page(request, found)
    response = FileResponse(made.file, as_attachment=True, filename=made.name, content_type="application/zip")
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _page(request: StaffRequest, found: Scope) -> HttpResponse:
    context = {
        "about": found,
        "count": gathering.count(found.asked),
        "command": f"proxeny ledger verify {_('FILE.zip')} --key {keys.signer().verifier}",
    }
    return render(request, "ledger/bundle.html", context)
