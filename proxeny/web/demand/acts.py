"""What can be said of a request, each with its form and its verb."""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from proxeny.core import clock
from proxeny.demand import (
    access,
    crediting,
    deciding,
    delivering,
    expecting,
    standing,
    telling_customer,
    using,
    voicing,
)
from proxeny.demand.deciding import Answer, Verdict
from proxeny.demand.models import ExpectedUse, Request, Told, Voice
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.web.demand import act_forms as forms
from proxeny.web.demand.acting import Act, Said, page_of, respond
from proxeny.web.policy import StaffRequest, writers_of

NOTE, TODAY = _("Note it"), "on"
SPEAK = Act(
    "voice", "", _("Give this voice"), forms.VoiceForm, lambda *_said: None, access.requests,
    _("Noted. Renewed, the former stays to be read."), "voices",
    style="is-judging",
)  # fmt: skip
TITLES = {
    Voice.Of.PRODUCT: _("Product’s voice"),
    Voice.Of.SALES: _("The voice of sales"),
    Voice.Of.CUSTOMER: _("The customer’s voice"),
}


@writers_of(Area.REQUESTS)
@require_http_methods(["GET", "HEAD", "POST"])
def speak(request: StaffRequest, number: int, of: str) -> HttpResponse:
    """Show the form of one of the three voices, or give it."""
    if of not in Voice.Of.values:
        raise NotFound(of)
    voice = Voice.Of(of)

    def do(one: Request, said: Said, actor: Any) -> Voice:
        return voicing.speak(one, voice, by=actor, **said)

    act = replace(
        SPEAK,
        key=f"voice-{of}",
        title=TITLES[voice],
        do=do,
        within=lambda actor: voicing.voiced(actor, voice),
        more={"of": of},
    )
    return respond(act, request, number)


def _expected(one: Request) -> Said:
    found = ExpectedUse.objects.filter(request=standing.leader_of(one), ended_at=None).first()
    return {"measure": found.measure, "how_many": found.how_many, "by_day": found.by_day} if found else {}


def _decided(one: Request) -> Said:
    found = standing.group_of(one).decision
    if found is None:
        return {}
    days = {"promised_on": found.promised_on, "again_on": found.again_on}
    return {"answer": found.answer, "reason": found.reason, **days}


def _decide(one: Request, said: Said, actor: Any) -> Any:
    verdict = Verdict(Answer(said["answer"]), said["reason"], said["promised_on"], said["again_on"])
    return deciding.decide(one, verdict, by=actor)


def _tell(one: Request, said: Said, actor: Any) -> Told:
    return telling_customer.tell(one, Told.How(said.pop("how")), by=actor, **said)


DECIDE = Act(
    "decision", _("Decide the request"), pgettext_lazy("request", "Decide"), forms.DecisionForm, _decide, access.decided,
    _("Decided. Who speaks for the customer is told, so that the customer hears it."), "decisions",
    style="is-judging", initial=_decided,
)  # fmt: skip
UNDECIDE = Act(
    "undecided", _("Take the decision back"), _("Take it back"), forms.ReasonForm,
    lambda one, said, actor: deciding.take_back(one, by=actor, **said), access.decided,
    _("Taken back. It is to be decided again."),
    help=_("What was promised with it is withdrawn, with this reason."),
)  # fmt: skip
EXPECT = Act(
    "expected-use", _("What use is expected"), NOTE, forms.ExpectedForm,
    lambda one, said, actor: expecting.expect(one, by=actor, **said), access.handled,
    _("Noted. After delivery it stands beside what came of it."), "expected-uses", initial=_expected,
)  # fmt: skip
DELIVER = Act(
    "delivery", _("Note it as delivered"), _("It is delivered"), forms.DeliveryForm,
    lambda one, said, actor: delivering.deliver(one, by=actor, **said), access.decided,
    _("Noted. Who speaks for the customer sees what use they make of it."), "deliveries",
    initial=lambda _one: {TODAY: clock.today()},
)  # fmt: skip
SEE_USE = Act(
    "use", _("What use they make of it"), NOTE, forms.UseForm,
    lambda one, said, actor: using.note(one, by=actor, **said), access.served,
    _("Noted beside what was expected."), "uses", initial=lambda _one: {TODAY: clock.today()},
)  # fmt: skip
TELL = Act(
    "telling", _("The customer was told"), NOTE, forms.ToldForm, _tell, access.served,
    _("Noted: they know what was decided."), "tellings",
    initial=lambda one: {"to_contact": one.asked_by_id and str(one.asked_by_id)},
)  # fmt: skip
CREDIT = Act(
    "credit", _("A team helped"), _("Credit it"), forms.CreditForm,
    lambda one, said, actor: crediting.credit(one, by=actor, **said), access.handled,
    _("Credited. It stands in the team’s record."), "credits",
)  # fmt: skip
DECLINE = Act(
    "decline", _("A team cannot help"), NOTE, forms.DeclineForm,
    lambda one, said, actor: crediting.decline(one, by=actor, **said), access.handled,
    _("Noted here, and counted nowhere."), "declines",
)  # fmt: skip
PAGES = {
    "decision": page_of(DECIDE),
    "undecision": page_of(UNDECIDE),
    "expected-use": page_of(EXPECT),
    "delivery": page_of(DELIVER),
    "use": page_of(SEE_USE),
    "telling": page_of(TELL),
    "credit": page_of(CREDIT),
    "decline": page_of(DECLINE),
}
