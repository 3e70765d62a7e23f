"""Where a notice leads: the page of what it is about, if its reader may go there."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from proxeny.accounts import access as accounts
from proxeny.accounts.telling import YOURS
from proxeny.cases import access as cases
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.roles import Area, may
from proxeny.notices.models import Notice
from proxeny.promises import access as promises

OPEN_TO: dict[str, tuple[Callable[[Actor], QuerySet[Any]], str]] = {
    "account": (accounts.accounts, "pk"),
    "case": (cases.cases, "number"),
    "promise": (promises.promises, "pk"),
}
"""What has a page that is named like its kind: the loader of those that are open to a reader, and what its address holds."""


def address_of(actor: Actor, notice: Notice) -> str:
    """Return the address, or nothing where there is no page for this reader: what is no longer theirs stays closed."""
    if notice.address.startswith("/") and not notice.address.startswith("//"):
        return notice.address
    about = Reference.parse(notice.about)
    if about.kind in OPEN_TO:
        loads, named = OPEN_TO[about.kind]
        key = loads(actor).filter(pk=about.key).values_list(named, flat=True).first()
        return "" if key is None else reverse(about.kind, args=[key])
    if about.kind == "batch" and notice.kind == YOURS:
        return reverse("accounts")
    if about.kind == "batch" and may(actor, Area.IMPORTS):
        return reverse("import", args=[about.key])
    if about.kind == "staff" and may(actor, Area.PEOPLE):
        return reverse("person", args=[about.key])
    return ""
