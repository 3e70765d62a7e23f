"""Withdrawing a request, and putting it in force again; and beginning the message that tells the customer what was decided."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from proxeny.cases import access as cases
from proxeny.cases import handing_over
from proxeny.cases.models import Audience
from proxeny.demand import access, asking, standing, telling_customer
from proxeny.desk.drafting import TooMuch
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web import toasts
from proxeny.web.demand.act_forms import ReasonForm
from proxeny.web.demand.acting import Act, page_of
from proxeny.web.policy import StaffRequest, writers_of

WITHDRAW = Act(
    "withdraw", gettext_lazy("Withdraw the request"), gettext_lazy("Withdraw"), ReasonForm,
    lambda one, said, actor: asking.withdraw(one, by=actor, **said), access.served,
    gettext_lazy("Withdrawn. Nobody has to weigh it any more."), "withdrawals",
)  # fmt: skip
withdraw = page_of(WITHDRAW)


@writers_of(Area.INSIDE)
@require_POST
def restore(request: StaffRequest, number: int) -> HttpResponse:
    """Put a withdrawn request in force again."""
    asking.restore(access.request_for(request.actor, number, write=True), by=request.actor)
    toasts.say(request, _("Taken back. It stands as before."))
    return redirect("request", number)


@writers_of(Area.INSIDE)
@require_POST
def draft(request: StaffRequest, number: int) -> HttpResponse:
    """Put a beginning of the message to the customer into the composer of the case it was heard in."""
    one = access.request_for(request.actor, number, write=True)
    decision = standing.group_of(one).decision
    case = cases.cases(request.actor, write=True).filter(pk=one.case_id).first() if one.case_id else None
    if decision is None or case is None:
        raise NotFound(f"request:{number}")
    try:
        handing_over.append(
            case, Audience.CUSTOMER, telling_customer.words_for(one, decision), by=request.actor
        )
    except TooMuch:
        toasts.say(request, _("What you have begun to write in the case is too long to add to it."))
    else:
        toasts.say(request, _("A beginning lies in the composer. It goes out when you send it."))
    return redirect("case", case.number)
