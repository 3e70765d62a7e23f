"""The list of promises, with what needs a look first: broken, due within a week, known to the customer first."""

from functools import partial

from django.db.models import Count, Q
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.roles import Area
from proxeny.promises import access
from proxeny.promises.standing import State, in_state
from proxeny.web.lists.page import respond
from proxeny.web.policy import StaffRequest, readers_of
from proxeny.web.promises.listing import PROMISES


def may_note(actor: Actor) -> bool:
    """Tell whether there is any customer for whom the actor may note a promise."""
    return access.accounts_to_note(actor).exists()


def looks(actor: Actor) -> list[tuple[str, str, int]]:
    """Return the looks that are worth a click, each with its address and how many there are; one query."""
    today = clock.today()
    owed = Q(kept_on=None, withdrawn_at=None)
    found = access.promises(actor).aggregate(
        broken=Count("pk", filter=in_state([State.BROKEN], today)),
        soon=Count("pk", filter=in_state([State.DUE_SOON], today)),
        unsynced=Count("pk", filter=owed & Q(noticed_by_customer=True)),
    )
    return [
        (_("Broken"), "?state=broken", found["broken"]),
        (_("Due within a week"), "?state=due-soon", found["soon"]),
        (
            _("Owed, and the customer knew first"),
            "?state=broken&state=due-soon&state=open&first=1",
            found["unsynced"],
        ),
    ]


@readers_of(Area.DOSSIER)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show the promises that the reader may see and the address asks for."""
    more = {"may_note": partial(may_note, request.actor), "looks": partial(looks, request.actor)}
    return respond(PROMISES, request, "promises/index.html", more)
