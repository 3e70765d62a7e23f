"""Splitting messages off a case, and taking that back."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.cases import access, splitting
from proxeny.identity.roles import Area
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.ties import asking
from proxeny.web.cases.ties.forms import SplitForm
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def split(request: StaffRequest, number: int) -> HttpResponse:
    """Ask which messages, or split them off."""
    reader = reader_of(request.actor, number, write=True)
    messages = list(access.messages(request.actor, reader.case).filter(case=reader.case))
    form = SplitForm([one.pk for one in messages], request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        is_done, target = asking.done(
            form,
            lambda: splitting.split(
                reader.case,
                form.cleaned_data["messages"],
                title=form.cleaned_data["title"],
                reason=form.cleaned_data["reason"],
                by=request.actor,
            ),
        )
        if is_done:
            said = _("Case %(number)s is made of it.") % {"number": target.number}
            undo = reverse("case-split-withdrawal", args=[target.number])
            return asking.back(request, target.number, said=said, undo=undo)
        status = 422
    chosen = set(request.POST.getlist("messages") or request.GET.getlist("messages"))
    return asking.asked(
        request,
        reader,
        form,
        title=_("Split off"),
        button=_("Make a case of it"),
        note=_(
            "What is a matter of its own becomes a case of its own, with the clocks that it has had since."
        ),
        part="cases/ties/_split.html",
        choices=[(one, str(one.pk) in chosen) for one in messages],
        status=status,
    )


@writers_of(Area.INSIDE)
@require_POST
def take_back(request: StaffRequest, number: int) -> HttpResponse:
    """Put the messages back where they came from."""
    reader = reader_of(request.actor, number, write=True)
    try:
        source = splitting.unsplit(reader.case, by=request.actor)
    except ValidationError as error:
        return asking.refused(request, number, error)
    return asking.back(request, source.number, said=_("The messages are back where they were."))
