"""The list of promises."""

from functools import partial

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from proxeny.core.actors import Actor
from proxeny.identity.roles import Area
from proxeny.promises import access
from proxeny.web.lists.page import respond
from proxeny.web.policy import StaffRequest, readers_of
from proxeny.web.promises.listing import PROMISES


def may_note(actor: Actor) -> bool:
    """Tell whether there is any customer for whom the actor may note a promise."""
    return access.accounts_to_note(actor).exists()


@readers_of(Area.DOSSIER)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show the promises that the reader may see and the address asks for."""
    return respond(PROMISES, request, "promises/index.html", {"may_note": partial(may_note, request.actor)})
