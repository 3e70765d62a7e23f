"""What resembles words that are being typed; and linking a case to a known defect from its page."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from proxeny.accounts import access as accounts
from proxeny.demand import access, linking
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.resembling.looking import LONGEST, like
from proxeny.web.policy import StaffRequest, readers_of, writers_of

LEAST = 4
MOST_DIGITS = 18


@readers_of(Area.INSIDE)
@require_POST
def typing(request: StaffRequest) -> HttpResponse:
    """Show what resembles `text`, a matter of the customer `account`, of what the reader may see; for a case not opened yet."""
    text = request.POST.get("text", "").strip()[:LONGEST]
    account = accounts.accounts(request.actor, Area.INSIDE).filter(pk=_number(request, "account")).first()
    alike = like(request.actor, text, account) if len(text) >= LEAST else []
    return render(request, "cases/resembling/_typing.html", {"alike": alike})


@writers_of(Area.INSIDE)
@require_POST
def link(request: StaffRequest, number: int) -> HttpResponse:
    """Link the case to the defect named in the form."""
    reader = reader_of(request.actor, number, write=True)
    defect = access.defect_for(request.actor, _number(request, "defect"))
    linking.link(defect, reader.case, by=request.actor)
    undo = reverse("case-resembling-defect-withdrawal", args=[number, defect.pk])
    toasts.say(request, _("Linked to the known defect %(number)s.") % {"number": defect.number}, undo=undo)
    return redirect("case", number)


@writers_of(Area.INSIDE)
@require_POST
def unlink(request: StaffRequest, number: int, sequence: int) -> HttpResponse:
    """Take back that the case shows the defect with that number."""
    reader = reader_of(request.actor, number, write=True)
    linking.unlink(access.defect_for(request.actor, sequence), reader.case, by=request.actor)
    toasts.say(request, _("No longer linked to the defect."))
    return redirect("case", number)


def _number(request: StaffRequest, name: str) -> int:
    typed = request.POST.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS else 0
