"""Hints for those who are new here, each put away for good by whoever has read it."""

from typing import cast

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from proxeny.identity import preferring
from proxeny.identity.models import Staff
from proxeny.web.policy import StaffRequest, colleagues
from proxeny.web.returning import way_back

HINTS = ("docket", "setup")


@colleagues
@require_POST
def put_away(request: StaffRequest, kind: str) -> HttpResponse:
    """Never show that hint again to who asks."""
    if kind not in HINTS:
        raise Http404
    preferring.put_away(cast("Staff", request.user), kind)
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse()
    return redirect(way_back(request))
