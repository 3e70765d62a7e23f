"""All imports, newest first, and a place to bring in a file of each kind."""

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from proxeny.core.actors import Actor
from proxeny.demo import background
from proxeny.identity.roles import Area
from proxeny.web.imports.kinds import places
from proxeny.web.imports.listing import IMPORTS
from proxeny.web.imports.types import ACCEPTED
from proxeny.web.lists.page import opened, respond
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.IMPORTS)
@require_safe
def show(request: StaffRequest) -> HttpResponse:
    """Show what was imported, newest first, and where the next file goes."""
    return respond(IMPORTS, request, "imports/index.html", _around(request.actor))


def context(request: StaffRequest) -> dict[str, Any]:
    """Return what the page of imports shows, for a page that is sent back."""
    return {"list": opened(IMPORTS, request), **_around(request.actor)}


def _around(actor: Actor) -> dict[str, Any]:
    return {
        # Asked only by a page that has nothing to list.
        "may_begin": partial(background.may_load, actor),
        "import_places": places(),
        "accepted": ",".join(ACCEPTED),
        "limit_mb": settings.UPLOAD_LIMIT_MB,
        "limit": settings.UPLOAD_LIMIT_MB << 20,
    }
