"""What can become of an order: by whom, when, through which form and which verb."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise as Words
from django.utils.translation import gettext_lazy as _

from proxeny.core.actors import Actor
from proxeny.dispatch import (
    accepting,
    access,
    adding,
    asking,
    asking_the_owner,
    designating,
    finishing,
    handing_over,
    returning,
    sending,
    withdrawing,
)
from proxeny.dispatch.models import MoveKind, Order, Standing
from proxeny.dispatch.routing import Route, allowed
from proxeny.web.orders import forms

Verb = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Act:
    """One move: `is_ours` tells that we make it and not the team, `is_anybodys` that either may.

    `is_first` tells that it is what is waited for, `is_judging` marks what a person judges.
    """

    kind: MoveKind
    key: str
    name: Words
    button: Words
    said: Words
    form: type[forms.MoveForm]
    verb: Verb
    is_ours: bool = False
    is_anybodys: bool = False
    is_first: bool = False
    is_judging: bool = False

    def fits(self, order: Order, route: Route) -> bool:
        """Tell whether it can be done with the order as it stands."""
        if self.verb is _ask_the_owner:
            return order.is_designated and order.closed_at is None
        return allowed(
            self.kind,
            Standing(order.standing),
            is_designated=order.is_designated,
            was_passed_on=route.was_passed_on,
        )

    @property
    def is_bare(self) -> bool:
        """Tell whether one press is all it takes."""
        return self.form is forms.Accept


def _ask_the_owner(order: Order, *, text: str, by: Actor, seen: int) -> object:
    """Nobody is overtaken by a question: the order stays as it is."""
    del seen
    return asking_the_owner.ask_the_owner(order, text=text, by=by)


ACTS = (
    Act(
        MoveKind.ACCEPTED, "acceptance", _("Accept"), _("Accept"), _("Accepted: it is in your hands."),
        forms.Accept, accepting.accept, is_first=True,
    ),
    Act(
        MoveKind.DONE, "completion", _("It is done"), _("Report it done"),
        _("Reported done. Who asked for it looks at it now."),
        forms.Done, finishing.done, is_first=True,
    ),
    Act(
        MoveKind.ASKED, "question", _("Ask"), _("Send the question"),
        _("Asked. Your clock stands still until the answer is there."),
        forms.Ask, asking.ask,
    ),
    Act(
        MoveKind.RETURNED, "return", _("It is not ours"), _("Return it"), _("Returned. Who asked decides where it goes."),
        forms.GiveBack, returning.give_back,
    ),
    Act(
        MoveKind.HANDED_OVER, "handover", _("Hand over"), _("Hand it over"), _("Handed over."),
        forms.HandOver, handing_over.hand_over,
    ),
    Act(
        MoveKind.OBJECTED, "objection", _("Object"), _("Put it on record"),
        _("Your objection stands on record. The order stays with you."),
        forms.Objection, designating.object_to,
    ),
    Act(
        MoveKind.SENT, "passing-on", _("Pass on"), _("Pass it on"), _("Passed on."),
        forms.PassOn, sending.pass_on, is_ours=True, is_first=True,
    ),
    Act(
        MoveKind.DESIGNATED, "designation", _("Designate a team"), _("Designate"),
        _("Designated. It cannot be returned any more."),
        forms.Designate, designating.designate, is_ours=True, is_judging=True,
    ),
    Act(
        MoveKind.DESIGNATED, "owner", _("Ask the owner"), _("Ask the owner"),
        _("Asked. The owner reads the order with both sides’ words."),
        forms.AskOwner, _ask_the_owner, is_ours=True,
    ),
    Act(
        MoveKind.ANSWERED, "answer", _("Answer"), _("Send the answer"), _("Answered. The team goes on."),
        forms.Answer, asking.answer, is_ours=True, is_first=True,
    ),
    Act(
        MoveKind.CONFIRMED, "confirmation", _("It is solved"), _("Confirm"), _("Confirmed. The order is closed."),
        forms.Confirm, finishing.confirm, is_ours=True, is_first=True,
    ),
    Act(
        MoveKind.NOT_SOLVED, "refusal", _("Not solved"), _("Give it back to the team"), _("It lies with the team again."),
        forms.NotSolved, finishing.not_solved, is_ours=True,
    ),
    Act(
        MoveKind.ADDED, "fact", _("Add a fact"), _("Add it"), _("Added. The team sees it."),
        forms.Fact, adding.add_fact, is_anybodys=True,
    ),
    Act(
        MoveKind.WITHDRAWN, "withdrawal", _("Withdraw the order"), _("Withdraw the order"),
        _("Withdrawn. Nobody has to do it any more."),
        forms.Withdraw, withdrawing.withdraw, is_ours=True,
    ),
)  # fmt: skip
BY_KEY = {act.key: act for act in ACTS}


@dataclass(frozen=True, slots=True)
class Part:
    """What part somebody has in an order: whether they act for us, for the team with which it lies, or only read."""

    of_us: bool
    of_team: bool

    def makes(self, act: Act) -> bool:
        """Tell whether the move is theirs to make, whether or not it fits by now."""
        if act.is_anybodys:
            return self.of_us or self.of_team
        return self.of_us if act.is_ours else self.of_team


def part_of(actor: Actor, order: Order) -> Part:
    """Return the part that the actor has in the order."""
    return Part(access.may_act_for_us(actor, order), access.may_act_for_team(actor, order))


def open_to(actor: Actor, part: Part, order: Order, route: Route) -> list[Act]:
    """Return what can be done with the order now, what is waited for first; what one has in hand one need not accept."""
    has_it = order.standing == Standing.ACCEPTED and order.holder_id == actor.staff_id
    fitting = [
        act
        for act in ACTS
        if act.fits(order, route) and part.makes(act) and not (has_it and act.kind is MoveKind.ACCEPTED)
    ]
    return sorted(fitting, key=lambda act: _place(act, order))


def _place(act: Act, order: Order) -> int:
    """What is waited for comes first; taking it out of a colleague's hands comes last."""
    if act.kind is MoveKind.ACCEPTED and order.standing == Standing.ACCEPTED:
        return 2
    return 0 if act.is_first else 1
