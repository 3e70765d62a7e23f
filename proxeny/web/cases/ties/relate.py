"""Tying cases to each other: related ones, and one under another."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.cases import access, relating
from proxeny.identity.roles import Area
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.ties import asking
from proxeny.web.cases.ties.forms import OtherForm
from proxeny.web.cases.ties.suggesting import of_same_customer
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def relate(request: StaffRequest, number: int) -> HttpResponse:
    """Ask to which, or tie it."""
    reader = reader_of(request.actor, number, write=True)
    form = OtherForm(request.actor, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":

        def act() -> int:
            other = form.cleaned_data["other"]
            relating.relate(reader.case, other, reason=form.cleaned_data["reason"], by=request.actor)
            return int(other.number)

        is_done, other = asking.done(form, act)
        if is_done:
            undo = reverse("case-relation-withdrawal", args=[number, other])
            said = _("Tied to case %(number)s.") % {"number": other}
            return asking.back(request, number, said=said, undo=undo)
        status = 422
    return asking.asked(
        request,
        reader,
        form,
        title=_("Relate to another case"),
        button=_("Tie"),
        suggestions=of_same_customer(reader),
        status=status,
    )


@writers_of(Area.INSIDE)
@require_POST
def unrelate(request: StaffRequest, number: int, sequence: int) -> HttpResponse:
    """Untie it from the case of that number."""
    reader = reader_of(request.actor, number, write=True)
    other = access.case_for(request.actor, sequence)
    relating.unrelate(reader.case, other, by=request.actor)
    undo = reverse("case-relation-again", args=[number, sequence])
    return asking.back(
        request, number, said=_("No longer tied to case %(number)s.") % {"number": sequence}, undo=undo
    )


@writers_of(Area.INSIDE)
@require_POST
def relate_again(request: StaffRequest, number: int, sequence: int) -> HttpResponse:
    """Tie it again to the case of that number."""
    reader = reader_of(request.actor, number, write=True)
    relating.relate(reader.case, access.case_for(request.actor, sequence), by=request.actor)
    return asking.back(request, number, said=_("Tied to case %(number)s.") % {"number": sequence})


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def put_under(request: StaffRequest, number: int) -> HttpResponse:
    """Ask under which, or put it there."""
    reader = reader_of(request.actor, number, write=True)
    form = OtherForm(request.actor, request.POST if request.method == "POST" else None)
    del form.fields["reason"]
    status = 200
    if request.method == "POST":
        is_done, before = asking.done(
            form, lambda: relating.put_under(reader.case, form.cleaned_data["other"], by=request.actor)
        )
        if is_done:
            undo = reverse("case-parent-set", args=[number, before.number if before else 0])
            said = _("It stands under case %(number)s now.") % {"number": form.cleaned_data["other"].number}
            return asking.back(request, number, said=said, undo=undo)
        status = 422
    return asking.asked(
        request,
        reader,
        form,
        title=_("Put under another case"),
        button=_("Put it there"),
        suggestions=of_same_customer(reader),
        status=status,
    )


@writers_of(Area.INSIDE)
@require_POST
def set_parent(request: StaffRequest, number: int, sequence: int) -> HttpResponse:
    """Put it under the case of that number, or, with 0, under none: what the ways back lead to."""
    reader = reader_of(request.actor, number, write=True)
    parent = access.case_for(request.actor, sequence) if sequence else None
    try:
        before = relating.put_under(reader.case, parent, by=request.actor)
    except ValidationError as error:
        return asking.refused(request, number, error)
    undo = reverse("case-parent-set", args=[number, before.number if before else 0])
    if parent:
        said = _("It stands under case %(number)s now.") % {"number": parent.number}
    else:
        said = _("It stands under no other case now.")
    return asking.back(request, number, said=said, undo=undo)
