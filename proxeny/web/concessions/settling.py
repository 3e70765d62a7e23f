"""What becomes of a concession: approved, refused, withdrawn; each to be taken back."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.desk import drafting
from proxeny.identity.roles import Area
from proxeny.promises.concessions import access, deciding, withdrawing
from proxeny.promises.models import Concession
from proxeny.web import toasts
from proxeny.web.concessions.forms import ReasonForm
from proxeny.web.forms.drafted import begun, sending
from proxeny.web.forms.refusing import refuse as put_beside
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.CONCESSIONS)
@require_POST
def approve(request: StaffRequest, number: int) -> HttpResponse:
    """Approve it, within one's own limit; beyond it the page says who can."""
    concession = access.concession_for(request.actor, number, write=True)
    try:
        deciding.approve(concession, by=request.actor)
    except ValidationError as error:
        toasts.say(request, " ".join(error.messages), level=30)
    else:
        undo = reverse("concession-decision-withdrawal", args=[number])
        toasts.say(
            request, _("Approved. Who sells to the customer and who speaks for it were told."), undo=undo
        )
    return redirect("concession", number)


@writers_of(Area.CONCESSIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def refuse(request: StaffRequest, number: int) -> HttpResponse:
    """Refuse it, with a reason."""
    words = (_("Refuse what was given"), _("Refuse"), _("Refused. Somebody has to tell the customer."))
    return _settle(request, number, "refusal", words, deciding.refuse, "concession-decision-withdrawal")


@writers_of(Area.CONCESSIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: StaffRequest, number: int) -> HttpResponse:
    """Withdraw it, with a reason."""
    words = (_("Withdraw what was given"), _("Withdraw"), _("Withdrawn. The reason stands on record."))
    undo = "concession-withdrawal-withdrawal"
    return _settle(request, number, "withdrawal", words, withdrawing.withdraw, undo)


@writers_of(Area.CONCESSIONS)
@require_POST
def undecide(request: StaffRequest, number: int) -> HttpResponse:
    """Take one's own decision back."""
    deciding.take_back(access.concession_for(request.actor, number, write=True), by=request.actor)
    toasts.say(request, _("Taken back. Nobody has decided it."))
    return redirect("concession", number)


@writers_of(Area.CONCESSIONS)
@require_POST
def restore(request: StaffRequest, number: int) -> HttpResponse:
    """Put a withdrawn concession in force again."""
    withdrawing.restore(access.concession_for(request.actor, number, write=True), by=request.actor)
    toasts.say(request, _("Taken back. It stands as before."))
    return redirect("concession", number)


def _settle(
    request: StaffRequest,
    number: int,
    how: str,
    words: tuple[str, str, str],
    do: Callable[..., Concession],
    undo: str,
) -> HttpResponse:
    concession = access.concession_for(request.actor, number, write=True)
    key = f"concession:{how}:{number}"
    form = unsent = begun(ReasonForm, key, drafting.of(request.actor, key))
    if request.method == "POST":
        form = ReasonForm(request.POST).instead_of(unsent)
        if form.is_valid():
            try:
                with sending(request.actor, key):
                    do(concession, reason=form.cleaned_data["reason"], by=request.actor)
            except ValidationError as error:
                put_beside(form, error)
            else:
                toasts.say(request, words[2], undo=reverse(undo, args=[number]))
                return redirect("concession", number)
    context: dict[str, Any] = {"concession": concession, "title": words[0], "button": words[1], "form": form}
    return render(request, "concessions/settle.html", context, status=422 if form.is_bound else 200)
