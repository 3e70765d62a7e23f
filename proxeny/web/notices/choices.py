"""Choosing what one wants to be told of, and when."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from proxeny.notices import choosing, kinds
from proxeny.notices.models import Choice
from proxeny.web import toasts
from proxeny.web.notices.index import said_wait
from proxeny.web.policy import StaffRequest, colleagues

Way = Choice.Way
WORDS = {
    Way.ALWAYS: gettext_lazy("At any hour"),
    Way.WORKING_HOURS: gettext_lazy("In working hours"),
    Way.NEVER: gettext_lazy("Never"),
}


@colleagues
@require_http_methods(["GET", "HEAD", "POST"])
def choices(request: StaffRequest) -> HttpResponse:
    """Show the choice for each kind of notice, or keep those that were sent and differ."""
    ways, open_kinds = choosing.ways_of(request.actor), kinds.concerning(request.actor)
    if request.method == "POST":
        sent = {kind.name: request.POST.get(kind.name, "") for kind in open_kinds}
        new = {name: Way(way) for name, way in sent.items() if way in Way.values and Way(way) != ways[name]}
        choosing.choose(new, actor=request.actor)
        toasts.say(request, _("Kept. It holds from now on.") if new else _("It was so already."))
        return redirect("notices-choices")
    rows = [
        {
            "kind": kind,
            "title": _(kind.title),
            "explanation": _(kind.explanation),
            "ways": [(way.value, label, way == ways[kind.name]) for way, label in WORDS.items()],
        }
        for kind in open_kinds
    ]
    return render(request, "notices/choices.html", {"rows": rows, "waits_until": said_wait(request.actor)})
