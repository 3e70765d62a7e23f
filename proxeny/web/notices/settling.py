"""Settling notices: done and back again, read and not read. Each works on the ticked ones or on the one that is named."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.notices import settling
from proxeny.web import toasts
from proxeny.web.notices.index import listed
from proxeny.web.policy import StaffRequest, colleagues

MOST = 300


@colleagues
@require_http_methods(["GET", "HEAD", "POST"])
def done(request: StaffRequest) -> HttpResponse:
    """Show what the reader is done with; or be done with what was sent."""
    if request.method != "POST":
        return render(request, "notices/index.html", listed(request.actor, is_archive=True))
    numbers = _numbers(request)
    if count := settling.done(numbers, actor=request.actor):
        said = ngettext("Done with it.", "Done with %(count)s of them.", count) % {"count": count}
        back = f"{reverse('notices-open')}?only={','.join(map(str, numbers))}"
        toasts.say(request, said, undo=back)
    return _answered(request)


@colleagues
@require_POST
def opened(request: StaffRequest) -> HttpResponse:
    """Bring back what was put away."""
    if settling.undone(_numbers(request), actor=request.actor):
        toasts.say(request, _("It is back among the open ones."))
    return _answered(request)


@colleagues
@require_POST
def read(request: StaffRequest) -> HttpResponse:
    """Mark as read what was sent, or all where nothing is named."""
    if numbers := _numbers(request):
        settling.read(numbers, actor=request.actor)
    elif settling.read_all(actor=request.actor):
        toasts.say(request, _("All read. They stay here until you are done with them."))
    return _answered(request)


@colleagues
@require_POST
def unread(request: StaffRequest) -> HttpResponse:
    """Mark as not read, so that it stands out again."""
    settling.unread(_numbers(request), actor=request.actor)
    return _answered(request)


def _numbers(request: StaffRequest) -> list[int]:
    """The numbers named in the address, else the ticked ones; whatever is no number is passed over."""
    only = request.GET.get("only")
    sent = only.split(",") if only is not None else request.POST.getlist("numbers")
    return [int(one) for one in sent if one.isdecimal() and len(one) < 19][:MOST]


def _answered(request: StaffRequest) -> HttpResponse:
    is_archive = request.POST.get("list") == "done"
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "notices/_answered.html", listed(request.actor, is_archive=is_archive))
    return redirect("notices-done" if is_archive else "notices")
