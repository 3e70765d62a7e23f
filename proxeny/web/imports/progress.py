"""How far an import is, and stopping it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from proxeny.identity.roles import Area
from proxeny.intake import access, running, settling
from proxeny.intake.models import Batch
from proxeny.web import toasts
from proxeny.web.policy import StaffRequest, readers_of, writers_of


@readers_of(Area.IMPORTS)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Answer the waiting page with how far the import is; at its end, with the way to what came of it."""
    batch, address = access.batch_for(request.actor, number), reverse("import", args=[number])
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(address)
    if batch.state != Batch.State.RUNNING:
        return HttpResponse(headers={"HX-Redirect": address})
    return render(request, "imports/_progress.html", {"batch": batch, "standing": running.standing(batch)})


@writers_of(Area.IMPORTS)
@require_POST
def cancel(request: StaffRequest, number: int) -> HttpResponse:
    """Stop an import, or decide against one that was not started."""
    batch = access.batch_for(request.actor, number, write=True)
    if batch.state == Batch.State.UPLOADED:
        settling.put_away(batch)
        toasts.say(request, _("%(file)s was put away. Nothing was imported.") % {"file": batch.file_name})
        return redirect("imports")
    if batch.state == Batch.State.RUNNING:
        running.stop(batch, by=request.actor)
    return redirect("import", number)
