"""A sign of life from a page, answered with who else is there."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from proxeny.core import words
from proxeny.desk import being_there
from proxeny.desk.being_there import Somebody, State
from proxeny.web.policy import StaffRequest, colleagues
from proxeny.web.presence.places import place_for

GONE = "gone"
VERSION = "X-Version"
MOST_SHOWN = 4


@colleagues
@require_POST
def beat(request: StaffRequest) -> HttpResponse:
    """Note what the sender does there; answer with the others, or with nothing where the sender knows that already.

    `about` is the thing (`account:12`), `state` one of seen, editing, away, gone; `version` names the answer that the
    sender had last. Who may not see the thing gets 404, as for what is missing.
    """
    about = place_for(request.actor, request.POST.get("about", ""))
    state = request.POST.get("state", "")
    if state == GONE:
        being_there.gone(request.actor, about)
        return HttpResponse(status=204)
    being_there.here(request.actor, about, State(state) if state in State.values else State.SEEN)
    if state == State.AWAY:
        return HttpResponse(status=204)
    others = being_there.others(request.actor, about)
    version = being_there.version(others)
    if version == request.POST.get("version"):
        return HttpResponse(status=204)
    answer = render(request, "presence/_others.html", _context(others))
    answer.headers[VERSION] = version
    return answer


def _context(others: list[Somebody]) -> dict[str, object]:
    writing = [one.name for one in others if one.is_editing]
    return {
        "others": others[:MOST_SHOWN],
        "more": len(others) - MOST_SHOWN,
        "writing": writing,
        "names": ("、" if words.here() == "zh" else ", ").join(writing),
    }
