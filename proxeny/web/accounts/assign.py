"""Saying who speaks for a customer, who sells to it, and how much weight it has."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from proxeny.accounts import assigning
from proxeny.accounts.access import account_for
from proxeny.accounts.models import Account
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area, Role
from proxeny.web import toasts
from proxeny.web.policy import StaffRequest, writers_of


class AssignForm(forms.Form):
    """Level, spokesperson and sales of one customer."""

    level = forms.ChoiceField(label=gettext_lazy("Level"), choices=Account.Level.choices)
    spokesperson = forms.ModelChoiceField(
        Staff.objects.none(),
        label=gettext_lazy("Spokesperson"),
        required=False,
        empty_label=gettext_lazy("nobody"),
    )
    sales = forms.ModelChoiceField(
        Staff.objects.none(), label=gettext_lazy("Sales"), required=False, empty_label=gettext_lazy("nobody")
    )

    def __init__(self, account: Account, sent: QueryDict | None = None) -> None:
        chosen = {"level": account.level, "spokesperson": account.spokesperson_id, "sales": account.sales_id}
        super().__init__(sent, initial=chosen)
        for name, role in (("spokesperson", Role.SPOKESPERSON), ("sales", Role.SALES)):
            able = Q(is_active=True, grants__role=role, grants__ended_at=None) | Q(pk=chosen[name])
            self.fields[name].queryset = Staff.objects.filter(able).distinct()  # type: ignore[attr-defined]


@writers_of(Area.DOSSIER)
@require_http_methods(["GET", "HEAD", "POST"])
def assign(request: StaffRequest, number: int) -> HttpResponse:
    """Show the form, or keep what was sent and lead back to the customer."""
    account = account_for(request.actor, number, write=True)
    if not assigning.may_assign(request.actor):
        raise NotFound(str(account.record))
    form = AssignForm(account, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not _kept(request, account, form):
        status = 422 if form.is_bound else 200
        return render(request, "accounts/assign.html", {"account": account, "form": form}, status=status)
    return redirect("account", account.pk)


def _kept(request: StaffRequest, account: Account, form: AssignForm) -> bool:
    if not form.is_valid():
        return False
    given = form.cleaned_data
    try:
        changed = assigning.assign(
            account,
            level=Account.Level(given["level"]),
            spokesperson=given["spokesperson"],
            sales=given["sales"],
            by=request.actor,
        )
    except ValidationError as error:
        form.add_error(None, error)
        return False
    toasts.say(
        request, _("Noted, and on record.") if changed else _("It was so already; nothing was changed.")
    )
    return True
