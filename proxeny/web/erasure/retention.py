"""For how long records are kept, and whose time has run out; each leads to an order that two people stand behind."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from proxeny.core import clock
from proxeny.erasure import access, keeping
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.erasure.forms import MonthsForm
from proxeny.web.forms.refusing import refuse
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.ERASURE)
@require_http_methods(["GET", "HEAD", "POST"])
def retention(request: StaffRequest) -> HttpResponse:
    """Show the rules and whose time has run out, or set a rule."""
    may_set = access.decides(request.actor)
    form = MonthsForm(request.POST if request.method == "POST" else None, actor=request.actor)
    if form.is_bound:
        if not may_set:
            raise NotFound("retention")
        if form.is_valid():
            try:
                keeping.set_months(form.cleaned_data["months"], account=form.account, by=request.actor)
            except ValidationError as error:
                refuse(form, error)
            else:
                toasts.say(request, _("Set. Nothing is erased by it: two people have to order that."))
                return redirect("erasure-retention")
    found, holding = keeping.run_out(request.actor, clock.today()), keeping.rules()
    own = {one.account.pk for one in found}
    context = {
        "form": form,
        "may_set": may_set,
        "rule": holding.get(None),
        "rules": [
            one for number, one in holding.items() if number is not None and (may_set or number in own)
        ],
        "ready": [one for one in found if not one.not_yet],
        "stays": [one for one in found if one.not_yet],
    }
    return render(request, "erasure/retention.html", context, status=422 if form.is_bound else 200)
