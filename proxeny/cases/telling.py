"""Telling colleagues of cases: given to them, answered by the customer, mentioned in, changed where they watch."""

from collections.abc import Collection, Iterable
from datetime import datetime

from proxeny.cases import access
from proxeny.cases.models import Case, Message, Watch
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area, may
from proxeny.notices import kinds
from proxeny.notices.kinds import NoticeKind
from proxeny.notices.telling import take_back, tell

GIVEN, WANTS = "case.given", "case.wants"


def _sees(actor: Actor, about: Collection[str]) -> Collection[str]:
    numbers = {int(Reference.parse(one).key): one for one in about}
    if len(numbers) == 1:
        return [one for row, one in numbers.items() if access.may_read(actor, row)]
    found = access.cases(actor).filter(pk__in=numbers).values_list("pk", flat=True)
    return [numbers[number] for number in found]


def _reads_cases(actor: Actor) -> bool:
    return may(actor, Area.DOSSIER)


kinds.register(
    NoticeKind(
        GIVEN,
        N_("Cases given to you, and words for you"),
        N_("A case was put into your hands or taken out of them, or a colleague named you in a message."),
        _sees,
        concerns=_reads_cases,
    ),
    NoticeKind(
        WANTS,
        N_("Your cases want you"),
        N_(
            "The customer wrote in a case that is in your hands or that you watch, or a service clock of it runs out soon: you "
            "are told before it does, never after, and not at night."
        ),
        _sees,
        is_urgent=True,
        concerns=_reads_cases,
    ),
)
IN_HAND = Sentence(N_("because the case is in your hands"))
BREAKING = {
    "first-response": N_("Case %(number)s “%(title)s” wants its first answer by %(due)s."),
    "next-response": N_("Case %(number)s “%(title)s” wants an answer by %(due)s."),
    "clarified": N_("Case %(number)s “%(title)s” should be clear by %(due)s."),
    "proposed": N_("Case %(number)s “%(title)s” should have a way ahead by %(due)s."),
    "solved": N_("Case %(number)s “%(title)s” should be solved by %(due)s."),
}
NAMED = Sentence(N_("because the message names you"))


def given(case: Case, *, by: Actor) -> None:
    """Tell who has the case in hand now."""
    tell(
        [case.owner],
        kind=GIVEN,
        about=case.record,
        text=Sentence(
            N_("%(who)s gave you case %(number)s of %(account)s: %(title)s"), {"who": by.name, **_of(case)}
        ),
        reason=IN_HAND,
        key=f"{case.record}/given/{case.owner_id}/{case.changed_at.isoformat()}",
        by=by,
    )


def answered(case: Case, message: Message, *, by: Actor) -> None:
    """Tell who has the case in hand, and who watches it, that the customer wrote."""
    tell(
        concerned(case),
        kind=WANTS,
        about=case.record,
        text=Sentence(
            N_("%(who)s wrote in case %(number)s of %(account)s: %(title)s"),
            {"who": message.author_name or case.account.name, **_of(case)},
        ),
        reason=IN_HAND,
        key=str(message.record),
        by=by,
    )


def mentioned(message: Message, people: Iterable[Staff], *, by: Actor) -> None:
    """Tell those who were named in a message, as far as they may see it."""
    case = message.case
    able = [one for one in people if access.messages(one.actor, case).filter(pk=message.pk).exists()]
    tell(
        able,
        kind=GIVEN,
        about=case.record,
        text=Sentence(
            N_("%(who)s mentioned you in case %(number)s of %(account)s: %(title)s"),
            {"who": by.name, **_of(case)},
        ),
        reason=NAMED,
        key=f"{message.record}/mentioned",
        by=by,
    )


def unmentioned(message: Message) -> None:
    """Take back what was told of a message that was taken back."""
    take_back(f"{message.record}/mentioned")


def breaks(case: Case, name: str, due: datetime, started: datetime) -> int:
    """Tell who has the case in hand that a clock runs out soon; once for each clock. Return how many were told."""
    told = tell(
        [case.owner],
        kind=WANTS,
        about=case.record,
        text=Sentence(BREAKING[name], {**_of(case), "due": {"type": "moment", "at": due.isoformat()}}),
        reason=IN_HAND,
        key=f"{case.record}/breaks/{name}/{started.isoformat()}",
    )
    return len(told)


def concerned(case: Case) -> list[Staff | None]:
    """Return who has the case in hand and who watches it."""
    watching = [one.staff for one in Watch.objects.select_related("staff").filter(case=case)]
    return [case.owner, *watching]


def _of(case: Case) -> dict[str, object]:
    return {"number": case.number, "account": case.account.name, "title": case.title}
