"""The page of one import: what would be imported, how far it is, or what came of it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.identity.roles import Area
from proxeny.intake import access, running
from proxeny.intake.models import Batch
from proxeny.web.imports.kinds import label_of
from proxeny.web.imports.names import names_of
from proxeny.web.imports.outcome import outcome_of
from proxeny.web.imports.reading import look_at
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.IMPORTS)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show one import."""
    return page(request, access.batch_for(request.actor, number))


def page(request: StaffRequest, batch: Batch, *, status: int = 200, **more: Any) -> HttpResponse:
    """Return the page of a batch as it stands; `more` is what the view that calls has found already."""
    names = names_of({batch.by, batch.undone_by})
    context = {
        "batch": batch,
        "by": names.get(batch.by, ""),
        "kind": label_of(batch.kind),
        "undone_by": names.get(batch.undone_by, ""),
        **more,
    }
    if batch.state == Batch.State.UPLOADED:
        context.setdefault("look", look_at(batch))
    elif batch.state == Batch.State.RUNNING:
        context["standing"] = running.standing(batch)
    else:
        context["outcome"] = outcome_of(batch, request.actor)
        context["asks"] = "withdraw" in request.GET
    return render(request, "imports/show.html", context, status=status)
