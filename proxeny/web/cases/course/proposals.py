"""Proposing a way ahead, ending it, letting it stand again."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.cases import proposing
from proxeny.cases.access import cases
from proxeny.cases.models import Proposal
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.cases.course import acting
from proxeny.web.cases.course.forms import WAYS, first_guess, way_of
from proxeny.web.cases.reader import Reader, reader_of
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest, number: int) -> HttpResponse:
    """Put down a path, a request, or a not-now (`sort`)."""
    reader, sort = reader_of(request.actor, number, write=True), request.GET.get("sort", "path")
    if sort not in WAYS:
        raise NotFound(f"proposal of sort {sort}")
    which, kind = f"way-{sort}", WAYS[sort]
    if request.method != "POST":
        begins = first_guess(sort, _self(request))
        known = {"environment": reader.case.environment, "purpose": reader.case.purpose}
        return acting.opened(
            request, reader, acting.blank(reader, kind, which, **known, **begins), which, sort=sort
        )
    form = acting.filled(request, reader, kind, which)
    return acting.kept(
        request,
        reader,
        form,
        which,
        lambda: proposing.propose(reader.case, way_of(form), by=request.actor),
        said(sort),
        lambda made: reverse("case-proposal-withdrawal", args=[made.pk]),
        sort=sort,
    )


@writers_of(Area.INSIDE)
@require_POST
def end(request: StaffRequest, number: int) -> HttpResponse:
    """End a standing proposal: done, refused, or looked at again."""
    proposal, reader = _proposal(request, number)
    how = request.POST.get("how", "")
    if how not in {Proposal.End.DONE, Proposal.End.REFUSED, Proposal.End.DUE, Proposal.End.REPLACED}:
        raise NotFound(f"end {how}")
    try:
        proposing.end(proposal, Proposal.End(how), why=request.POST.get("why", ""), by=request.actor)
    except ValidationError as error:
        toasts.say(request, " ".join(error.messages))
        return acting.back(reader)
    toasts.say(request, _("Noted."), undo=reverse("case-proposal-restoring", args=[proposal.pk]))
    return acting.back(reader)


@writers_of(Area.INSIDE)
@require_POST
def withdraw(request: StaffRequest, number: int) -> HttpResponse:
    """Take a proposal back that was just made."""
    proposal, reader = _proposal(request, number)
    proposing.end(proposal, Proposal.End.WITHDRAWN, why=_("taken back at once"), by=request.actor)
    toasts.say(request, _("Taken back."), undo=reverse("case-proposal-restoring", args=[proposal.pk]))
    return acting.back(reader)


@writers_of(Area.INSIDE)
@require_POST
def restore(request: StaffRequest, number: int) -> HttpResponse:
    """Let a proposal stand again."""
    proposal, reader = _proposal(request, number)
    proposing.restore(proposal, by=request.actor)
    toasts.say(request, _("It stands again."))
    return acting.back(reader)


def said(sort: str) -> str:
    """Return what is said when a proposal of that sort was put down."""
    return {
        Proposal.Sort.PATH.value: _("The path stands. The case is in solution state."),
        Proposal.Sort.REQUEST.value: _("The request stands. The case is in solution state."),
        Proposal.Sort.NOT_NOW.value: _("Noted: not now. It comes back when we said we look again."),
    }[sort]


def _self(request: StaffRequest) -> Staff | None:
    number = request.actor.staff_id
    return Staff.objects.filter(pk=number).first() if number else None


def _proposal(request: StaffRequest, number: int) -> tuple[Proposal, Reader]:
    found = Proposal.objects.select_related("case").filter(pk=number).first()
    if found is None or not cases(request.actor, write=True).filter(pk=found.case_id).exists():
        raise NotFound(f"proposal:{number}")
    return found, reader_of(request.actor, found.case.number, write=True)
