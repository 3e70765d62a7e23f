"""Telling colleagues of requests: whose voice is wanted, and who speaks for the customer what became of it."""

from collections.abc import Collection
from datetime import date
from typing import Any

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.demand import access
from proxeny.demand.models import Decision, Delivery, Request, Voice
from proxeny.identity.models import Staff
from proxeny.identity.roles import Role
from proxeny.notices import kinds
from proxeny.notices.kinds import NoticeKind
from proxeny.notices.telling import take_back, tell

REQUESTS = "request.weighed"


def _sees(actor: Actor, about: Collection[str]) -> Collection[str]:
    numbers = {int(Reference.parse(one).key): one for one in about}
    found = access.requests(actor).filter(pk__in=numbers)
    return [numbers[number] for number in found.values_list("pk", flat=True)]


kinds.register(
    NoticeKind(
        REQUESTS,
        N_("Requests that want your voice, and what became of those of your customers"),
        N_(
            "A customer asks for something and your word is wanted, or a request of your customer was decided or delivered."
        ),
        _sees,
        concerns=access.may_read_requests,
    )
)
WEIGHS = Sentence(N_("because product’s voice is wanted"))
SELLS = Sentence(N_("because you sell to this customer and your voice is wanted"))
SPEAKS = Sentence(N_("because you speak for this customer"))
ASKED = N_("%(account)s asks for this: %(what)s")
DECIDED = {
    Decision.Answer.YES.value: N_("Yes to what %(account)s asks for, until %(day)s: %(what)s. Tell them."),
    Decision.Answer.NO.value: N_("No to what %(account)s asks for: %(what)s. Tell them: %(why)s"),
    Decision.Answer.LATER.value: N_(
        "What %(account)s asks for was put off until %(day)s: %(what)s. Tell them: %(why)s"
    ),
}
UNDECIDED = N_("What was decided on the request of %(account)s was taken back: %(what)s")
DELIVERED = N_("What %(account)s asked for is delivered: %(what)s. See what use they make of it.")


def asked(request: Request, *, by: Actor) -> None:
    """Tell product, and who sells to the customer, that their voice is wanted; in confidence nobody."""
    if request.in_confidence:
        return
    product: list[Staff | None] = list(
        Staff.objects.filter(grants__role=Role.PRODUCT, grants__ended_at=None, is_active=True).distinct()
    )
    _tell(request, ASKED, product, WEIGHS, _wanted(request, Voice.Of.PRODUCT), by)
    _tell(request, ASKED, [request.account.sales], SELLS, _wanted(request, Voice.Of.SALES), by)


def voiced(request: Request, voice: Voice) -> None:
    """Take the news that this voice is wanted from those who have not read it: it is given."""
    take_back(_wanted(request, Voice.Of(voice.of)))


def no_longer_asked(request: Request) -> None:
    """Take the news from those who have not read it: nobody has to weigh it any more."""
    for of in Voice.Of:
        take_back(_wanted(request, of))


def decided(request: Request, decision: Decision, *, by: Actor) -> None:
    """Tell who speaks for the customer what was decided, so that the customer hears it."""
    day = decision.promised_on or decision.again_on
    more = {"day": _day(day) if day else "", "why": decision.reason}
    key = f"{request.record}/decided/{decision.pk}"
    _tell(request, DECIDED[decision.answer], [request.account.spokesperson], SPEAKS, key, by, **more)


def decision_taken_back(request: Request, decision: Decision, *, by: Actor) -> None:
    """Tell them that it is undecided again, unless they had not read of the decision."""
    unread = take_back(f"{request.record}/decided/{decision.pk}")
    person = request.account.spokesperson
    if person is not None and person.pk not in unread:
        _tell(request, UNDECIDED, [person], SPEAKS, f"{request.record}/undecided/{clock.now()}", by)


def delivered(request: Request, delivery: Delivery, *, by: Actor) -> None:
    """Tell who speaks for the customer that it is there."""
    people = [request.account.spokesperson]
    _tell(request, DELIVERED, people, SPEAKS, _delivered(request, delivery), by)


def delivery_taken_back(request: Request, delivery: Delivery) -> None:
    """Take the news of it from those who have not read it."""
    take_back(_delivered(request, delivery))


def _tell(
    request: Request,
    pattern: str,
    people: list[Staff | None],
    reason: Sentence,
    key: str,
    by: Actor,
    **more: Any,
) -> None:
    text = Sentence(pattern, {"account": request.account.name, "what": request.what, **more})
    tell(people, kind=REQUESTS, about=request.record, text=text, reason=reason, key=key, by=by)


def _wanted(request: Request, of: Voice.Of) -> str:
    return f"{request.record}/wanted/{of.value}"


def _delivered(request: Request, delivery: Delivery) -> str:
    return f"{request.record}/delivered/{delivery.pk}"


def _day(day: date) -> dict[str, str]:
    return {"type": "date", "date": day.isoformat()}
