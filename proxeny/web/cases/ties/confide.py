"""Making a case confidential, and no longer so."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from proxeny.cases import confiding
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web.cases.reader import reader_of
from proxeny.web.cases.ties import asking
from proxeny.web.cases.ties.forms import ReasonForm
from proxeny.web.policy import StaffRequest, writers_of


@writers_of(Area.CONFIDENTIAL)
@require_http_methods(["GET", "HEAD", "POST"])
def confide(request: StaffRequest, number: int) -> HttpResponse:
    """Ask why, or make it confidential."""
    reader = reader_of(request.actor, number, write=True)
    if not confiding.may_confide(request.actor, reader.case):
        raise NotFound(str(reader.case.record))
    form = ReasonForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        is_done, _case = asking.done(
            form,
            lambda: confiding.confide(
                reader.case, is_confidential=True, reason=form.cleaned_data["reason"], by=request.actor
            ),
        )
        if is_done:
            undo = reverse("case-confidence-withdrawal", args=[number])
            return asking.back(request, number, said=_("It is confidential from now on."), undo=undo)
        status = 422
    note = _(
        "For sales, product, engineers and the auditor it is then not there any more: not in lists, not in what is found, "
        "not in notices. What the ledger said of it so far stays as it was said."
    )
    return asking.asked(
        request,
        reader,
        form,
        title=_("Make it confidential"),
        button=_("Make it confidential"),
        note=note,
        status=status,
    )


@writers_of(Area.CONFIDENTIAL)
@require_POST
def open_again(request: StaffRequest, number: int) -> HttpResponse:
    """Open it to those who may read the customer's dossier."""
    reader = reader_of(request.actor, number, write=True)
    try:
        confiding.confide(reader.case, is_confidential=False, by=request.actor)
    except ValidationError as error:
        return asking.refused(request, number, error)
    undo = reverse("case-confidence", args=[number])
    return asking.back(request, number, said=_("It is no longer confidential."), undo=undo)
