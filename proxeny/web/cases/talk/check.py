"""What the reply check says of words that are still being written; nothing of it is kept."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from proxeny.cases.checking import Looked, look
from proxeny.cases.models import Audience
from proxeny.identity.roles import Area
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.talk.composer import ways_from, with_reasons
from proxeny.web.cases.talk.sent import sent
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.INSIDE)
@require_POST
def check(request: StaffRequest, number: int) -> HttpResponse:
    """Show the remarks on the words in the composer."""
    reader, one = reader_of(request.actor, number, write=True), sent(request.POST)
    looked = Looked()
    if one.audience == Audience.CUSTOMER and one.is_written:
        looked = look(reader.case, one.text, by=request.actor)
    context = {
        "case": reader.case,
        "remarks": with_reasons(looked, one),
        "eased": looked.eased,
        "sent": one,
        "ways": ways_from(reader),
    }
    return render(request, "cases/talk/_remarks.html", context)
