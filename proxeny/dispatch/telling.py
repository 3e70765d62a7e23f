"""Telling colleagues of orders: the team with which one lies, and those of us who act for the customer."""

from collections.abc import Collection, Iterable
from typing import Any

from proxeny.catalogue.duty import on_duty
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.dispatch import access
from proxeny.dispatch.models import Complaint, Move, MoveKind, Order
from proxeny.identity.models import Staff, Team
from proxeny.identity.roles import Area, Role, may
from proxeny.notices import kinds
from proxeny.notices.kinds import NoticeKind
from proxeny.notices.telling import take_back, tell

TEAM, US = "order.team", "order.us"


def _sees(actor: Actor, about: Collection[str]) -> Collection[str]:
    seen: list[str] = []
    for kind, loads in (("order", access.orders), ("complaint", access.complaints)):
        numbers = {int(one.key): str(one) for one in map(Reference.parse, about) if one.kind == kind}
        if numbers:
            found = loads(actor).filter(pk__in=numbers).values_list("pk", flat=True)
            seen += [numbers[number] for number in found]
    return seen


def _belongs_to_a_team(actor: Actor) -> bool:
    return may(actor, Area.DISPATCHED, write=True) and access.teams_of(actor).exists()


def _sends_orders(actor: Actor) -> bool:
    return actor.holds(Role.SPOKESPERSON, Role.LEAD, Role.OWNER)


kinds.register(
    NoticeKind(
        TEAM,
        N_("Orders to your team"),
        N_(
            "An order came to your team, was answered, designated, confirmed or withdrawn, or somebody complained to you about "
            "one."
        ),
        _sees,
        is_urgent=True,
        concerns=_belongs_to_a_team,
    ),
    NoticeKind(
        US,
        N_("What teams make of your orders"),
        N_(
            "A team returned an order for a customer of yours, asked about it, handed it over, objected or reported it done, "
            "or a complaint was drafted or answered."
        ),
        _sees,
        is_urgent=True,
        concerns=_sends_orders,
    ),
)
ON_DUTY = Sentence(N_("because you are on duty for this team"))
MEMBER = Sentence(N_("because you belong to this team"))
IN_HAND = Sentence(N_("because you have the order in hand"))
HEADS = Sentence(N_("because you head this team"))
SENT_IT = Sentence(N_("because you sent the order"))
SENT_COMPLAINT = Sentence(N_("because you sent the complaint"))
SPEAKS = Sentence(N_("because you speak for this customer"))
CASE_IN_HAND = Sentence(N_("because the case is in your hands"))

TO_TEAM = {
    MoveKind.SENT: N_("%(who)s sent order %(number)s to %(team)s: %(wanted)s"),
    MoveKind.HANDED_OVER: N_("%(who)s handed order %(number)s over to %(team)s: %(wanted)s"),
    MoveKind.DESIGNATED: N_(
        "%(who)s designated %(team)s for order %(number)s, it stays with you: %(wanted)s"
    ),
    MoveKind.ANSWERED: N_("%(who)s answered about order %(number)s: %(text)s"),
    MoveKind.NOT_SOLVED: N_("%(who)s says that order %(number)s is not solved: %(text)s"),
    MoveKind.CONFIRMED: N_("%(who)s confirmed that order %(number)s is done: %(wanted)s"),
    MoveKind.WITHDRAWN: N_("%(who)s withdrew order %(number)s: %(text)s"),
    MoveKind.ADDED: N_("%(who)s added a fact to order %(number)s: %(text)s"),
}
URGENT = N_("Urgent. %(what)s")
TO_US = {
    MoveKind.RETURNED: N_("%(team)s returned order %(number)s and believes %(to)s right: %(text)s"),
    MoveKind.ASKED: N_("%(team)s asks about order %(number)s: %(text)s"),
    MoveKind.HANDED_OVER: N_("%(team)s handed order %(number)s over to %(to)s: %(text)s"),
    MoveKind.DONE: N_("%(team)s reported order %(number)s done, please confirm it: %(text)s"),
    MoveKind.OBJECTED: N_("%(team)s objects to being designated for order %(number)s: %(text)s"),
    MoveKind.ADDED: N_("%(who)s added a fact to order %(number)s: %(text)s"),
}
COMPLAINED = N_("%(who)s complained to you about order %(number)s: %(wanted)s")
DRAFTED = N_(
    "A complaint to the head of %(team)s about order %(number)s is drafted. It is sent only if you send it: %(cause)s"
)
ANSWERED = N_("%(who)s answered the complaint about order %(number)s: %(text)s")
OWNER_ASKED = N_(
    "%(who)s asks you to decide about order %(number)s, for which %(team)s was designated: %(text)s"
)
OWNER = Sentence(N_("because you are the owner"))
WHOLE_TEAM = (MoveKind.DESIGNATED,)

Told = list[tuple[Staff | None, Sentence]]


def of_move(order: Order, step: Move, *, by: Actor) -> None:
    """Tell the team, or us, or both, of a move that was made."""
    kind = MoveKind(step.kind)
    values = _values(order, step, by)
    if kind in TO_US and step.team is not None:
        said = Sentence(TO_US[kind], {**values, "team": step.team.name})
        _tell(order.record, US, said, _ours(order), f"move/{step.number}/us", by)
    if kind in TO_TEAM:
        said = Sentence(TO_TEAM[kind], values)
        if order.is_urgent and kind in (MoveKind.SENT, MoveKind.HANDED_OVER, MoveKind.DESIGNATED):
            said = Sentence(URGENT, {"what": said.as_json()})
        _tell(order.record, TEAM, said, _of_team(order, kind), f"move/{step.number}/team", by)


def drafted(complaint: Complaint) -> None:
    """Tell us that one is drafted and lies there to be sent or dropped."""
    order = complaint.order
    said = {"team": complaint.team.name, "number": order.number, "cause": complaint.facts[0]}
    _tell(complaint.record, US, Sentence(DRAFTED, said), _ours(order), "drafted", None)


def draft_gone(complaint: Complaint) -> None:
    """Take the news of a draft away from who has not read it."""
    take_back(f"{complaint.record}/drafted")


def complained(complaint: Complaint, *, by: Actor) -> None:
    """Tell the head of the team."""
    draft_gone(complaint)
    order = complaint.order
    said = Sentence(COMPLAINED, {"who": by.name, "number": order.number, "wanted": order.wanted})
    _tell(complaint.record, TEAM, said, [(complaint.to, HEADS)], "sent", by)


def complaint_answered(complaint: Complaint, *, by: Actor) -> None:
    """Tell who sent it, and who speaks for the customer."""
    order = complaint.order
    said = Sentence(ANSWERED, {"who": by.name, "number": order.number, "text": complaint.answer})
    people = [(complaint.sent_by, SENT_COMPLAINT), *_ours(order)]
    _tell(complaint.record, US, said, people, "answered", by)


def owner_asked(order: Order, text: str, owners: Iterable[Staff], *, by: Actor) -> list[Staff]:
    """Tell the owner what is to be decided; return who was told, nobody where they were while the order stands so."""
    said = {"who": by.name, "team": order.team.name, "number": order.number, "text": text}
    people = [(one, OWNER) for one in owners]
    return _tell(order.record, US, Sentence(OWNER_ASKED, said), people, f"owner/{order.last}", by)


def _ours(order: Order) -> Told:
    return [
        (order.sent_by, SENT_IT),
        (order.case.account.spokesperson, SPEAKS),
        (order.case.owner, CASE_IN_HAND),
    ]


def _of_team(order: Order, kind: MoveKind) -> Told:
    """Who has it in hand, else who is on duty, else all of the team; all and the head where it is urgent or designated."""
    team = order.team
    if order.is_urgent or kind in WHOLE_TEAM:
        return [(team.head, HEADS), *_all_of(team)]
    if order.holder is not None:
        return [(order.holder, IN_HAND)]
    duty = on_duty([team.pk], clock.today()).get(team.pk)
    return [(duty, ON_DUTY)] if duty else (_all_of(team) or [(team.head, HEADS)])


def _all_of(team: Team) -> Told:
    standing = team.memberships.filter(left_at=None).select_related("staff")
    return [(one.staff, MEMBER) for one in standing]


def _tell(
    about: Reference,
    kind: str,
    text: Sentence,
    people: Iterable[tuple[Staff | None, Sentence]],
    key: str,
    by: Actor | None,
) -> list[Staff]:
    """Tell each person once, with the first reason that holds for them; return who was told anew."""
    reasons: dict[int, tuple[Staff, Sentence]] = {}
    for person, reason in people:
        if person is not None:
            reasons.setdefault(person.pk, (person, reason))
    told, full_key = [], f"{about}/{key}"
    for person, reason in reasons.values():
        if tell([person], kind=kind, about=about, text=text, reason=reason, key=full_key, by=by):
            told.append(person)
    return told


def _values(order: Order, step: Move, by: Actor) -> dict[str, Any]:
    return {
        "who": by.name,
        "number": order.number,
        "team": order.team.name,
        "to": step.to_team.name if step.to_team else "",
        "wanted": order.wanted,
        "text": step.text,
    }
