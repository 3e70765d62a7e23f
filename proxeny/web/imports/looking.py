"""Looking at a file before it is imported, changing how it is read, and starting the import."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from proxeny.identity.roles import Area
from proxeny.intake import access, running, settling
from proxeny.intake.models import Batch
from proxeny.web.imports.choices import chosen
from proxeny.web.imports.reading import look_at
from proxeny.web.imports.show import page
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.IMPORTS)
@require_POST
def change(request: StaffRequest, number: int) -> HttpResponse:
    """Read the first rows in another way."""
    batch = access.batch_for(request.actor, number, write=True)
    if batch.state == Batch.State.UPLOADED:
        settling.settle(batch, **chosen(request.POST, batch))
        if request.htmx:  # type: ignore[attr-defined]
            return render(request, "imports/_look.html", {"batch": batch, "look": look_at(batch)})
    return redirect("import", number)


@writers_of(Area.IMPORTS)
@require_POST
def start(request: StaffRequest, number: int) -> HttpResponse:
    """Import the file as the form says it is to be read, or show what is missing for that."""
    batch = access.batch_for(request.actor, number, write=True)
    if batch.state == Batch.State.UPLOADED:
        settling.settle(batch, **chosen(request.POST, batch))
        look = look_at(batch)
        if not look.may_start:
            return page(request, batch, status=422, look=look)
    running.start(batch, by=request.actor)
    return redirect("import", number)
