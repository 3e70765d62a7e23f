"""What becomes of an order: confirmed by a second person, refused, withdrawn."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.desk import drafting
from proxeny.erasure import access, deciding
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.erasure.forms import RefusalForm
from proxeny.web.forms.drafted import begun, sending
from proxeny.web.forms.refusing import refuse as put_beside
from proxeny.web.policy import StaffRequest, writers_of

WARNING = 30


@writers_of(Area.ERASURE)
@require_POST
def confirm(request: StaffRequest, number: int) -> HttpResponse:
    """Confirm it as the second person; there is no way back from here."""
    order = access.order_for(request.actor, number, write=True)
    try:
        deciding.confirm(order, by=request.actor)
    except ValidationError as error:
        toasts.say(request, " ".join(error.messages), level=WARNING)
    else:
        toasts.say(request, _("Confirmed. It is carried out within a minute; this page says what went."))
    return redirect("erasure", number)


@writers_of(Area.ERASURE)
@require_POST
def withdraw(request: StaffRequest, number: int) -> HttpResponse:
    """Withdraw one's own order."""
    order = access.order_for(request.actor, number, write=True)
    try:
        deciding.withdraw(order, by=request.actor)
    except ValidationError as error:
        toasts.say(request, " ".join(error.messages), level=WARNING)
    else:
        toasts.say(request, _("Withdrawn. Nothing was erased."))
    return redirect("erasure", number)


@writers_of(Area.ERASURE)
@require_http_methods(["GET", "HEAD", "POST"])
def refuse(request: StaffRequest, number: int) -> HttpResponse:
    """Refuse it, with a reason."""
    order = access.order_for(request.actor, number, write=True)
    if not access.decides(request.actor):
        raise NotFound(str(order.record))
    key = f"erasure:refusal:{number}"
    form = unsent = begun(RefusalForm, key, drafting.of(request.actor, key))
    if request.method == "POST":
        form = RefusalForm(request.POST).instead_of(unsent)
        if form.is_valid():
            try:
                with sending(request.actor, key):
                    deciding.refuse(order, reason=form.cleaned_data["reason"], by=request.actor)
            except ValidationError as error:
                put_beside(form, error)
            else:
                toasts.say(request, _("Refused. Who ordered it was told."))
                return redirect("erasure", number)
    context = {"order": order, "form": form}
    return render(request, "erasure/refuse.html", context, status=422 if form.is_bound else 200)
