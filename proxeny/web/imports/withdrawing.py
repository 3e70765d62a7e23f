"""Taking an import back, whole; and opening its file once more."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from proxeny.identity.roles import Area
from proxeny.intake import access, receiving, settling, undoing
from proxeny.intake.models import Batch
from proxeny.intake.undoing import CannotUndo
from proxeny.web import toasts
from proxeny.web.imports.show import page
from proxeny.web.imports.streaming import no_room
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.IMPORTS)
@require_POST
def undo(request: StaffRequest, number: int) -> HttpResponse:
    """Take the import back, or say what stands in the way."""
    batch = access.batch_for(request.actor, number, write=True)
    if batch.state != Batch.State.DONE:
        return redirect("import", number)
    try:
        undoing.undo(batch, by=request.actor)
    except CannotUndo as error:
        return page(request, batch, status=409, refusal=str(error))
    toasts.say(request, _("Taken back: %(file)s") % {"file": batch.file_name})
    return redirect("import", number)


@writers_of(Area.IMPORTS)
@require_POST
def once_more(request: StaffRequest, number: int) -> HttpResponse:
    """Open the file of an import anew; with `add` those who were set aside are to be added as customers."""
    batch = access.batch_for(request.actor, number, write=True)
    if not receiving.room_is_left(batch.size):
        return page(request, batch, status=422, refusal=no_room())
    options = {"create_accounts": True} if request.POST.get("add") else {}
    try:
        anew = settling.once_more(batch, by=request.actor, options=options)
    except FileNotFoundError:
        return page(
            request, batch, status=409, refusal=_("The file is no longer on the server. Bring it again.")
        )
    return redirect("import", anew.pk)
