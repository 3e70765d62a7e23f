"""How much each role may give one customer away in twelve months, and what held before."""

from itertools import groupby

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from proxeny.core.money import Money
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Role
from proxeny.promises.concessions import limiting
from proxeny.promises.models import ConcessionLimit
from proxeny.web import toasts
from proxeny.web.concessions.forms import LimitForm
from proxeny.web.forms.refusing import refuse
from proxeny.web.policy import StaffRequest, readers_of

MOST = 50


@readers_of(Area.CONCESSIONS)
@require_http_methods(["GET", "HEAD", "POST"])
def limits(request: StaffRequest) -> HttpResponse:
    """Show the limits to everybody whom they bind; set one that was sent, for who may."""
    actor = request.actor
    roles = [(role.value, str(role.label)) for role in limiting.ROLES if limiting.may_set(actor, role)]
    form = LimitForm(request.POST if request.method == "POST" else None, roles=roles)
    if request.method == "POST":
        if not roles:
            raise NotFound("limit")
        if form.is_valid():
            role, currency = Role(form.cleaned_data["role"]), form.cleaned_data["currency"]
            try:
                limiting.set_limit(role, currency, form.limit, by=actor)
            except ValidationError as error:
                refuse(form, error)
            else:
                toasts.say(request, _("It holds from now on. What was approved before stays approved."))
                return redirect("concession-limits")
    context = {"form": form, "may_set": bool(roles), "holding": _holding(), "history": _history()}
    return render(request, "concessions/limits.html", context, status=422 if form.errors else 200)


def _holding() -> list[tuple[str, list[Money]]]:
    """Each role with what it may give, a sum for each currency."""
    rows = limiting.limits().rows
    found = []
    for role in limiting.ROLES:
        sums = [Money(minor, currency) for (of, currency), minor in sorted(rows.items()) if of == role]
        found.append((str(role.label), sums))
    return found


def _history() -> list[tuple[str, list[ConcessionLimit]]]:
    """What was set when and by whom, the latest first, by role."""
    rows = list(ConcessionLimit.objects.select_related("set_by")[:MOST])
    rows.sort(key=lambda row: limiting.ROLES.index(Role(row.role)))
    return [(str(Role(role).label), list(found)) for role, found in groupby(rows, key=lambda row: row.role)]
