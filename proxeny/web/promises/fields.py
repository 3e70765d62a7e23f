"""Fields that forms about promises, concessions and talks share: days, texts, colleagues, people of a customer."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account, Contact
from proxeny.core.actors import Actor
from proxeny.identity.models import Staff

Choices = list[tuple[str, str]]


def day(label: Any, **more: Any) -> forms.DateField:
    """Return a field for a day."""
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more
    )


def text(label: Any, rows: int = 2, **more: Any) -> forms.CharField:
    """Return a field for a few lines of text."""
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **more)


def colleagues(actor: Actor) -> Choices:
    """Return those who work here, and that it was somebody else."""
    people = Staff.objects.filter(Q(is_active=True) | Q(pk=actor.staff_id)).order_by("name")
    return [*((str(one.pk), one.name) for one in people), ("", _("somebody else"))]


def people_of(account: Account) -> Choices:
    """Return who is there at the customer, and that one does not know."""
    there = account.contacts.filter(left_on=None)
    return [("", _("not known")), *((str(one.pk), f"{one.name} {one.title}".strip()) for one in there)]


def colleague(number: str, *, unless: str = "") -> Staff | None:
    """Return the colleague that was chosen; nobody where somebody else’s name was written, `unless`."""
    return Staff.objects.filter(pk=number).first() if number and not unless.strip() else None


def person_of(account: Account | None, number: str) -> Contact | None:
    """Return the person of the customer that was chosen."""
    return Contact.objects.filter(pk=number, account=account).first() if number else None
