"""Orders in the made-up vendor: how one is told of, and having it happen, each move at its moment by who made it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from proxeny.cases.models import Case
from proxeny.catalogue.models import Product
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demo.naming import colleague
from proxeny.dispatch import accepting, asking, complaining, finishing, handing_over, returning, sending
from proxeny.dispatch.models import Order, Standing
from proxeny.dispatch.sending import About
from proxeny.identity.models import Team

SAID = "当面说过了，做得也好，不必再写"


@dataclass(frozen=True, slots=True)
class Moves:
    """One move: so many minutes after the sending, by whom (empty: who speaks for the customer), what, in which words."""

    after: int
    what: str
    by: str = ""
    text: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True)
class Orders:
    """A team is asked for something, at (days ago, time of day); the moves follow."""

    at: tuple[int, str]
    team: str
    wanted: str
    symptom: str = ""
    product: str = ""
    moves: tuple[Moves, ...] = ()


def order(case: Case, told: Orders, hand: Actor) -> Order | None:
    """Have the order happen, up to the present moment; nothing where the team is not there."""
    team = Team.objects.filter(name=told.team).first()
    if team is None:
        return None
    about = About(product=Product.objects.filter(name=told.product).first(), symptom=told.symptom)
    sent = clock.now()
    row = sending.send(case, team=team, wanted=told.wanted, about=about, by=hand)
    for one in told.moves:
        moment = sent + timedelta(minutes=one.after)
        if moment > clock.machine_now():
            break
        by = colleague(one.by) if one.by else None
        if one.by and by is None:
            break
        row = _move(row, one, by.actor if by else hand, moment)
        _let_go(row, hand, moment)
    return row


def _let_go(row: Order, hand: Actor, moment: datetime) -> None:
    """What was drafted of an order that ended well is not sent."""
    if row.standing != Standing.CONFIRMED:
        return
    with clock.at(moment):
        for drafted in row.complaints.filter(sent_at=None, dropped_at=None):
            complaining.drop(drafted, because=SAID, by=hand)


def _move(row: Order, one: Moves, by: Actor, moment: datetime) -> Order:
    more: dict[str, Any] = {"by": by, "seen": row.last}
    team = Team.objects.filter(name=one.team).first()
    with clock.at(moment):
        return _VERBS[one.what](row, one.text, team, more)


_VERBS: dict[str, Callable[[Order, str, Team | None, dict[str, Any]], Order]] = {
    "accept": lambda row, _text, _team, more: accepting.accept(row, **more),
    "return": lambda row, text, team, more: returning.give_back(row, reason=text, believed=team, **more),
    "pass on": lambda row, text, team, more: sending.pass_on(row, team=team, text=text, **more),
    "hand over": lambda row, text, team, more: handing_over.hand_over(row, team=team, text=text, **more),
    "ask": lambda row, text, _team, more: asking.ask(row, text=text, **more),
    "answer": lambda row, text, _team, more: asking.answer(row, text=text, **more),
    "done": lambda row, text, _team, more: finishing.done(row, text=text, **more),
    "confirm": lambda row, text, _team, more: finishing.confirm(row, text=text, **more),
}
