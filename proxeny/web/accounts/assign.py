"""Saying who speaks for a customer, who sells to it, and how much weight it has."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from proxeny.accounts import assigning, changing
from proxeny.accounts.access import account_for
from proxeny.accounts.fields import ASSIGNED
from proxeny.accounts.merging import Conflict
from proxeny.accounts.models import Account
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area, Role
from proxeny.web import toasts
from proxeny.web.accounts.basics import LABELS, said
from proxeny.web.forms import conflicts
from proxeny.web.policy import StaffRequest, writers_of


class AssignForm(forms.Form):
    """Level, spokesperson and sales of one customer; colleagues by their references, as they stand on record."""

    level = forms.ChoiceField(label=gettext_lazy("Level"), choices=Account.Level.choices)
    spokesperson = forms.ChoiceField(label=gettext_lazy("Spokesperson"), required=False)
    sales = forms.ChoiceField(label=gettext_lazy("Sales"), required=False)

    def __init__(self, account: Account, sent: QueryDict | None = None) -> None:
        self.seen = changing.texts(ASSIGNED, account)
        super().__init__(sent, initial=self.seen)
        for name, role in (("spokesperson", Role.SPOKESPERSON), ("sales", Role.SALES)):
            able = Q(is_active=True, grants__role=role, grants__ended_at=None)
            able |= Q(pk=getattr(account, f"{name}_id"))
            people = [(one.reference, one.name) for one in Staff.objects.filter(able).distinct()]
            self.fields[name].choices = [("", _("nobody")), *people]  # type: ignore[attr-defined]

    @property
    def seen_fields(self) -> list[tuple[str, str]]:
        """What stood there when the form was opened, to be sent along."""
        return [(f"seen-{name}", self.data.get(f"seen-{name}", text)) for name, text in self.seen.items()]


@writers_of(Area.DOSSIER)
@require_http_methods(["GET", "HEAD", "POST"])
def assign(request: StaffRequest, number: int) -> HttpResponse:
    """Show the form, or keep what was sent and lead back to the customer."""
    account = account_for(request.actor, number, write=True)
    if not assigning.may_assign(request.actor):
        raise NotFound(str(account.record))
    if request.method != "POST":
        return _page(request, account, AssignForm(account))
    wanted, seen = conflicts.sent(request.POST, ASSIGNED)
    chosen = request.POST.copy()
    for name, text in wanted.items():
        chosen[name] = text
    form = AssignForm(account, chosen)
    if not form.is_valid():
        return _page(request, account, form, status=422)
    return _kept(request, account, form, {**form.seen, **seen})


def _kept(request: StaffRequest, account: Account, form: AssignForm, seen: dict[str, str]) -> HttpResponse:
    try:
        change = changing.change(account, form.cleaned_data, by=request.actor, seen=seen)
    except ValidationError as error:
        form.add_error(None, error)
        return _page(request, account, form, status=422)
    except Conflict as conflict:
        asked = conflicts.shown(
            conflict,
            seen,
            labels={name: str(label) for name, label in LABELS.items()},
            say=lambda name, text: said(account, name, text) or _("nobody"),
            address=request.path,
            back=reverse("account", args=[account.pk]),
            closed=ASSIGNED,
        )
        return _page(request, account, form, status=422, conflict=asked)
    if change:
        undo = reverse("account-change-withdrawal", args=[account.pk, change.sequence])
        toasts.say(request, _("Noted, and on record."), undo=undo)
    else:
        toasts.say(request, _("It was so already; nothing was changed."))
    return redirect("account", account.pk)


def _page(
    request: StaffRequest, account: Account, form: AssignForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    return render(request, "accounts/assign.html", {"account": account, "form": form, **more}, status=status)
