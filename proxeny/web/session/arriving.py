"""The first page after signing in: the first place that one's roles open."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from proxeny.identity.roles import may
from proxeny.web.context import PLACES
from proxeny.web.policy import StaffRequest, colleagues


@colleagues
@require_safe
def arrive(request: StaffRequest) -> HttpResponse:
    """Lead to the docket, or for those who have none to the first place they have."""
    open_to = (place.route for place in PLACES if may(request.actor, place.area))
    return redirect(next(open_to, "preferences"))
