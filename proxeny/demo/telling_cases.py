"""Having the cases happen: each act by the verb a colleague would use, at its moment."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from proxeny.accounts.models import Account, Contact
from proxeny.cases import (
    answering_views,
    changing,
    classifying,
    framing,
    learning,
    opening,
    proposing,
    solving,
    stepping,
    waiting,
    writing,
)
from proxeny.cases.models import Audience, Case, Classification, Proposal, Side, Step
from proxeny.cases.opening import Opening
from proxeny.cases.proposing import Way
from proxeny.cases.writing import Writing
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demo import case_words as told
from proxeny.demo import ordering
from proxeny.demo.ordering import Orders
from proxeny.identity.models import Staff

PASSED_OVER = "电话里已经说清楚了"


def tell(one: told.Told, today: date) -> Case | None:
    """Have one case happen, unless it has already, or nobody is there to speak for the customer.

    What lies after the present moment is left out.
    """
    account = Account.objects.select_related("spokesperson").filter(reference=one.reference).first()
    began = moment(today, one.began)
    if account is None or account.spokesperson is None or began > clock.machine_now():
        return None
    if Case.objects.filter(account=account, text=one.text).exists():
        return None
    with clock.at(began):
        case = opening.open_case(
            account,
            Opening(
                text=one.text, severity=one.severity, product=one.product, reporter=_contact(account, one.who)
            ),
            by=_hand(account),
        )
    here = began
    for act in one.acts:
        here = max(here, moment(today, act.at)) if hasattr(act, "at") else here
        if here > clock.machine_now():
            break
        with clock.at(here):
            _ACTS[type(act)](case, act, _hand(account), today)
        here += timedelta(minutes=1)
    return case


def moment(today: date, ago: told.Ago) -> datetime:
    """Return the moment so many days ago at that time of day, in the installation's zone."""
    days, at = ago
    hour, minute = at.split(":")
    local = datetime.combine(today - timedelta(days=days), time(int(hour), int(minute)))
    return timezone.make_aware(local, timezone.get_default_timezone())


def _writes(case: Case, act: told.Writes, by: Actor, _today: date) -> None:
    to = case.reporter
    recipients = (
        [{"kind": "contact", "id": to.pk, "name": to.name}]
        if to and act.audience == Audience.CUSTOMER
        else []
    )
    writing.write(case, Writing(act.audience, act.text, recipients, waits_for=act.waits_for), by=by)


def _customer_writes(case: Case, act: told.CustomerWrites, by: Actor, _today: date) -> None:
    writing.customer_wrote(case, act.text, contact=_contact(case.account, act.who), name=act.who, by=by)


def _finds(case: Case, act: told.Finds, by: Actor, _today: date) -> None:
    writing.write(case, Writing(Audience.NOTE, act.text), by=by)


def _proposes(case: Case, act: told.Proposes, by: Actor, _today: date) -> None:
    day = clock.today() + timedelta(days=act.in_days)
    owner = Staff.objects.filter(username=act.owner).first() or Staff.objects.get(pk=by.staff_id or 0)
    more: dict[str, Any] = (
        {"because": act.because, "look_again_on": day}
        if act.sort == Proposal.Sort.NOT_NOW
        else {"owner": owner, "due_on": day}
        if act.sort == Proposal.Sort.PATH
        else {"environment": case.environment, "purpose": case.purpose}
    )
    proposing.propose(case, Way(act.sort, act.text, **more), by=by)


def _waits(case: Case, act: told.Waits, by: Actor, _today: date) -> None:
    waiting.wait(case, why=act.why, by=by)


def _orders(case: Case, act: Orders, by: Actor, _today: date) -> None:
    ordering.order(case, act, by)


def _asks(case: Case, act: told.Asks, by: Actor, _today: date) -> None:
    people = {
        name: _reference(case, getattr(act, name)) for name in ("asked_by", "on_behalf_of", "decides", "pays")
    }
    framing.frame(case, {**people, "hoped_conclusion": act.hopes}, by=by)


def _matter(case: Case, act: told.Matter, by: Actor, _today: date) -> None:
    changing.change(case, {"environment": act.environment, "purpose": act.purpose}, by=by)
    classifying.classify(case, Classification.Of.KIND, act.kind.value, by=by)
    classifying.classify(case, Classification.Of.CAUSE, act.cause.value, by=by)
    stepping.pass_step(case, Step.CLARIFIED, reason=PASSED_OVER, by=by)


def _views(case: Case, act: told.Views, by: Actor, _today: date) -> None:
    answering_views.give(case, Side.BUSINESS, {"answer": act.business, "clumsier": act.clumsier}, by=by)
    answering_views.give(case, Side.PRODUCT, {"answer": act.product, "hidden_bug": act.hidden_bug}, by=by)


def _solves(case: Case, act: told.Solves, by: Actor, _today: date) -> None:
    solving.solve(case, how=act.how, word=act.word, reason=PASSED_OVER, by=by)


def _learns(case: Case, act: told.Learns, by: Actor, _today: date) -> None:
    learning.learn(case, why=act.why, why_so=act.why_so, next_time=act.next_time, by=by)
    case.refresh_from_db()
    if not stepping.missing_for(case, Step.LEARNED):
        stepping.pass_step(case, Step.LEARNED, by=by)


_ACTS: dict[type, Callable[[Case, Any, Actor, date], None]] = {
    told.Writes: _writes,
    told.CustomerWrites: _customer_writes,
    told.Finds: _finds,
    told.Proposes: _proposes,
    told.Waits: _waits,
    Orders: _orders,
    told.Asks: _asks,
    told.Matter: _matter,
    told.Views: _views,
    told.Solves: _solves,
    told.Learns: _learns,
}


def _contact(account: Account, name: str) -> Contact | None:
    return Contact.objects.filter(account=account, name=name).first()


def _reference(case: Case, name: str) -> str:
    found = _contact(case.account, name)
    return f"contact:{found.pk}" if found else ""


def _hand(account: Account) -> Actor:
    """Who speaks for the customer."""
    if account.spokesperson is None:
        raise ValueError(f"nobody speaks for {account.reference}")
    return account.spokesperson.actor
