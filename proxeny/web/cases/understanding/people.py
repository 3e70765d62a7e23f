"""The people of a customer, as they are chosen and told apart."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from proxeny.accounts.models import Contact
from proxeny.cases.models import Case

STANCES = {
    Contact.Stance.ALLY: "●",
    Contact.Stance.FRIENDLY: "◐",
    Contact.Stance.NEUTRAL: "○",
    Contact.Stance.CRITICAL: "◇",
    Contact.Stance.OPPOSED: "✕",
    Contact.Stance.UNKNOWN: "?",
}


def choices(case: Case) -> Sequence[tuple[str, str]]:
    """Return everybody of the customer, those who are there first, as a list offers them."""
    people = sorted(Contact.objects.filter(account=case.account_id), key=lambda one: one.left_on is not None)
    return [("", _("nobody known yet")), *((f"contact:{one.pk}", named(one)) for one in people)]


def named(contact: Contact) -> str:
    """Return a person’s name with the part they play, and whether they have left."""
    parts = [contact.name, contact.title, contact.get_part_display() if contact.part else ""]
    if contact.left_on:
        parts.append(_("has left"))
    return " · ".join(str(part) for part in parts if part)


def name_of(reference: str, case: Case) -> str:
    """Return the name behind contact:3, for a reader of this case; nothing for nobody."""
    number = reference.removeprefix("contact:")
    found = Contact.objects.filter(pk=number, account=case.account_id).first() if number.isdecimal() else None
    return named(found) if found else ""
