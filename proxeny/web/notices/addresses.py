"""Where a notice leads: the page of what it is about, if its reader may go there."""

from django.urls import reverse

from proxeny.accounts.telling import YOURS
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.roles import Area, may
from proxeny.notices.models import Notice
from proxeny.web.leading import PAGES, addresses


def address_of(actor: Actor, notice: Notice) -> str:
    """Return the address, or nothing where there is no page for this reader: what is no longer theirs stays closed."""
    if notice.address.startswith("/") and not notice.address.startswith("//"):
        return notice.address
    about = Reference.parse(notice.about)
    if about.kind in PAGES:
        return addresses(actor, [notice.about]).get(notice.about, "")
    if about.kind == "batch" and notice.kind == YOURS:
        return reverse("accounts")
    if about.kind == "batch" and may(actor, Area.IMPORTS):
        return reverse("import", args=[about.key])
    if about.kind == "staff" and may(actor, Area.PEOPLE):
        return reverse("person", args=[about.key])
    return ""
