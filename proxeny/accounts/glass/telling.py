"""Telling who decides that somebody asks to look, who speaks for the customer that they may, and who asked what came of it."""

from collections.abc import Collection, Iterable

from proxeny.accounts.glass import access
from proxeny.accounts.models import Account
from proxeny.accounts.telling import has_own
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.admitting import may_ask, may_decide
from proxeny.identity.models import Admission, Staff
from proxeny.identity.roles import Area, Role
from proxeny.notices import kinds
from proxeny.notices.kinds import NoticeKind
from proxeny.notices.models import Choice
from proxeny.notices.telling import take_back, tell

ASKED, LET_IN, ANSWERED = "admission.asked", "admission.let-in", "admission.answered"


def _sees(actor: Actor, about: Collection[str]) -> Collection[str]:
    numbers = {int(Reference.parse(one).key): one for one in about}
    found = access.admissions(actor).filter(pk__in=numbers)
    return [numbers[number] for number in found.values_list("pk", flat=True)]


def _decides(actor: Actor, about: Collection[str]) -> Collection[str]:
    return _sees(actor, about) if may_decide(actor) else []


kinds.register(
    NoticeKind(
        ASKED,
        N_("Requests to look by exception"),
        N_("Somebody asks to look into the separate channel of a customer; a second person has to decide."),
        _decides,
        is_urgent=True,
        concerns=may_decide,
    ),
    NoticeKind(
        LET_IN,
        N_("Who looks into the separate channel of your customers"),
        N_("Somebody was let into what a customer of yours told in confidence, or looks no longer."),
        _sees,
        way=Choice.Way.ALWAYS,
        is_urgent=True,
        concerns=has_own(Area.INSIDE),
    ),
    NoticeKind(
        ANSWERED,
        N_("What came of your requests to look by exception"),
        N_("Somebody granted or refused that you look into the separate channel of a customer, or ended it."),
        _sees,
        way=Choice.Way.ALWAYS,
        concerns=may_ask,
    ),
)
WANTS = N_("%(who)s asks to look into the separate channel of %(account)s for %(hours)s h: %(reason)s")
MAY_LOOK = N_("%(by)s let %(who)s look into the separate channel of %(account)s for %(hours)s h: %(reason)s")
YOU_MAY = N_("%(by)s let you look into the separate channel of %(account)s for %(hours)s h")
YOU_MAY_NOT = N_("%(by)s refused that you look into the separate channel of %(account)s: %(why)s")
NO_MORE = N_("%(by)s ended that %(who)s looks into the separate channel of %(account)s")
YOU_NO_MORE = N_("%(by)s ended that you look into the separate channel of %(account)s")
DECIDE = Sentence(N_("because you can decide it"))
SPEAKS = Sentence(N_("because you speak for this customer"))
LEADS = Sentence(N_("because you lead, and nobody speaks for this customer"))
YOURS = Sentence(N_("because you asked for it"))


def asked(admission: Admission, account: Account, *, by: Actor) -> None:
    """Tell all who can decide."""
    deciders = _holding(Role.LEAD, Role.OWNER)
    _tell(deciders, ASKED, Sentence(WANTS, _values(admission, account, by)), DECIDE, admission, by)


def no_longer_asked(admission: Admission) -> None:
    """Take the question away from who has not read it."""
    take_back(_key(admission, ASKED))


def granted(admission: Admission, account: Account, *, by: Actor) -> None:
    """Tell who speaks for the customer, or the leads where nobody does, and who asked; sales is not told."""
    take_back(_key(admission, ASKED))
    values = _values(admission, account, by)
    speaker = account.spokesperson
    people, why = ([speaker], SPEAKS) if speaker else (_holding(Role.LEAD), LEADS)
    _tell(people, LET_IN, Sentence(MAY_LOOK, values), why, admission, by)
    _tell([admission.asked_by], ANSWERED, Sentence(YOU_MAY, values), YOURS, admission, by)


def refused(admission: Admission, account: Account, *, by: Actor) -> None:
    """Tell who asked, with the reason."""
    take_back(_key(admission, ASKED))
    text = Sentence(YOU_MAY_NOT, {**_values(admission, account, by), "why": admission.decided_because})
    _tell([admission.asked_by], ANSWERED, text, YOURS, admission, by)


def ended(admission: Admission, account: Account, *, by: Actor) -> None:
    """Tell who speaks for the customer, and who looked, unless they ended it themselves."""
    values = _values(admission, account, by)
    if account.spokesperson:
        people = [account.spokesperson]
        _tell(people, LET_IN, Sentence(NO_MORE, values), SPEAKS, admission, by, "/ended")
    text = Sentence(YOU_NO_MORE, values)
    _tell([admission.asked_by], ANSWERED, text, YOURS, admission, by, "/ended")


def _tell(
    people: Iterable[Staff],
    kind: str,
    text: Sentence,
    reason: Sentence,
    admission: Admission,
    by: Actor,
    more: str = "",
) -> None:
    key = _key(admission, kind) + more
    tell(people, kind=kind, about=admission.record, text=text, reason=reason, key=key, by=by)


def _holding(*roles: Role) -> list[Staff]:
    """Those who are here and hold one of the roles."""
    found = Staff.objects.filter(grants__role__in=roles, grants__ended_at=None, is_active=True)
    return list(found.distinct())


def _values(admission: Admission, account: Account, by: Actor) -> dict[str, object]:
    return {
        "who": admission.asked_by.name,
        "by": by.name,
        "account": account.name,
        "hours": {"type": "number", "value": admission.hours},
        "reason": admission.reason,
    }


def _key(admission: Admission, kind: str) -> str:
    return f"{admission.record}/{kind}"
