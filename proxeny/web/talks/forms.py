"""What a person writes about talks."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy

from proxeny.accounts.models import Account, Talk, TalkPoint
from proxeny.accounts.talks import access
from proxeny.core.actors import Actor
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role
from proxeny.web.forms.customers import the_one
from proxeny.web.forms.drafted import Drafted
from proxeny.web.promises.fields import colleague, day, text


class NewTalk(Drafted):
    """A talk to be noted; without `account` it asks for the customer too."""

    customer = forms.CharField(
        label=gettext_lazy("Customer"), max_length=200, help_text=gettext_lazy("Name, pinyin or number.")
    )
    held_on = day(gettext_lazy("On which day"), help_text=gettext_lazy("To come or past."))
    kind = forms.ChoiceField(label=gettext_lazy("How they talked"), choices=Talk.Kind.choices)
    held_by = forms.ChoiceField(label=gettext_lazy("Who of sales"), required=False)
    subject = forms.CharField(label=gettext_lazy("What about"), max_length=200, required=False)
    contacts = forms.MultipleChoiceField(
        label=gettext_lazy("With whom"), required=False, widget=forms.CheckboxSelectMultiple
    )
    with_names = forms.CharField(label=gettext_lazy("And with"), max_length=300, required=False)
    asking = text(
        gettext_lazy("What you ask them to pass on"), required=False, max_length=1000,
        help_text=gettext_lazy("They are told once the talk was held."),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, account: Account | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.actor, self.account = actor, account
        self.fields["held_by"].choices = _sellers(account)  # type: ignore[attr-defined]
        if actor.holds(Role.SALES):
            del self.fields["asking"]
        if account is None:
            del self.fields["contacts"]
            return
        del self.fields["customer"]
        there = [
            (str(one.pk), f"{one.name} {one.title}".strip()) for one in account.contacts.filter(left_on=None)
        ]
        if there:
            self.fields["contacts"].choices = there  # type: ignore[attr-defined]
        else:
            del self.fields["contacts"]

    def clean_customer(self) -> str:
        """Find the one customer that is meant."""
        typed = str(self.cleaned_data["customer"])
        self.account = the_one(access.accounts_of(self.actor), typed)
        return typed

    def wanted(self) -> Mapping[str, Any]:
        """Return what was sent as the verb takes it."""
        said = dict(self.cleaned_data)
        said.pop("customer", None)
        chosen = said.pop("contacts", [])
        said["contacts"] = list(self.account.contacts.filter(pk__in=chosen)) if self.account else []
        said["held_by"] = colleague(said["held_by"])
        return said


class PointForm(Drafted):
    """One thing that was said and matters for service."""

    kind = forms.ChoiceField(label=gettext_lazy("What it is"), choices=TalkPoint.Kind.choices)
    words = text(
        gettext_lazy("What was said"), 3, max_length=2000,
        help_text=gettext_lazy("As they said it. Who speaks for the customer reads it at once."),
    )  # fmt: skip


def _sellers(account: Account | None) -> list[tuple[str, str]]:
    """Who of sales can have talked, who sells to the customer first."""
    able = Q(is_active=True, grants__role=Role.SALES, grants__ended_at=None)
    own = account.sales_id if account else None
    people = sorted(Staff.objects.filter(able).distinct().order_by("name"), key=lambda one: one.pk != own)
    found = [(str(one.pk), one.name) for one in people]
    return found if own else [("", "—"), *found]
