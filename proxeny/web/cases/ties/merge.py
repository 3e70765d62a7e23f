"""Merging a case into another, and taking that back."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.cases import merging
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.ties import asking
from proxeny.web.cases.ties.forms import OtherForm
from proxeny.web.cases.ties.suggesting import of_same_customer
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.INSIDE)
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: StaffRequest, number: int) -> HttpResponse:
    """Ask into which, or merge it there."""
    reader = reader_of(request.actor, number, write=True)
    form = OtherForm(request.actor, request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":

        def act() -> int:
            other, reason = form.cleaned_data["other"], form.cleaned_data["reason"]
            try:
                row = merging.merge(reader.case, other, reason=reason, by=request.actor)
            except NotFound:
                raise ValidationError({"other": _("That case is not yours to change.")}) from None
            return row.source.merged_into.number if row.source.merged_into else other.number

        is_done, target = asking.done(form, act)
        if is_done:
            said = _("%(source)s is part of %(target)s now.") % {"source": number, "target": target}
            return asking.back(
                request, target, said=said, undo=reverse("case-merge-withdrawal", args=[number])
            )
        status = 422
    return asking.asked(
        request,
        reader,
        form,
        title=_("Merge into another case"),
        button=_("Merge"),
        note=_(
            "Its messages show in the other case, its number leads there, its clocks end. It can be taken back."
        ),
        suggestions=of_same_customer(reader),
        status=status,
    )


@writers_of(Area.INSIDE)
@require_POST
def take_back(request: StaffRequest, number: int) -> HttpResponse:
    """Let the case stand by itself again."""
    reader = reader_of(request.actor, number, write=True)
    try:
        merging.unmerge(reader.case, by=request.actor)
    except ValidationError as error:
        return asking.refused(request, number, error)
    return asking.back(request, number, said=_("It stands by itself again."))
