"""Telling who speaks for a customer what sales heard, and sales what they owe."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any

from proxeny.accounts.models import Talk, TalkPoint
from proxeny.accounts.talks import access
from proxeny.accounts.talks.standing import State, in_state
from proxeny.accounts.telling import has_own
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.calendar import work_calendar
from proxeny.core.queue import task
from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.roles import Area, Role
from proxeny.notices import kinds
from proxeny.notices.kinds import NoticeKind
from proxeny.notices.telling import take_back, tell

HEARD, OWED = "talk.heard", "talk.owed"
LATE = timedelta(days=14)
"""Of a talk so long ago people are still told when nights were missed."""


def _sees(actor: Actor, about: Collection[str]) -> Collection[str]:
    numbers = {int(Reference.parse(one).key): one for one in about}
    found = access.talks(actor).filter(pk__in=numbers)
    return [numbers[number] for number in found.values_list("pk", flat=True)]


kinds.register(
    NoticeKind(
        HEARD,
        N_("What sales heard from your customers"),
        N_("Somebody of sales passed on what a customer you speak for said, and it matters for service."),
        _sees,
        concerns=has_own(Area.TALKS),
    ),
    NoticeKind(
        OWED,
        N_("What you have to pass on from talks with customers"),
        N_(
            "After a talk of yours with a customer, service waits for what was said; or somebody asked for it."
        ),
        _sees,
        concerns=lambda actor: actor.holds(Role.SALES),
    ),
)
SPEAKS = Sentence(N_("because you speak for this customer"))
HELD = Sentence(N_("because you held this talk"))
ASKED = N_("%(who)s asks you to pass on what %(account)s said on %(day)s")
ASKED_WITH_WORDS = N_("%(who)s asks you to pass on what %(account)s said on %(day)s: %(words)s")
MISSING = N_("What %(account)s said on %(day)s is not passed on. It was due on the next working day.")
SAID = {
    TalkPoint.Kind.PROMISE: N_("%(who)s heard at %(account)s on %(day)s, a promise of ours: %(words)s"),
    TalkPoint.Kind.COMPLAINT: N_("%(who)s heard at %(account)s on %(day)s, a complaint: %(words)s"),
    TalkPoint.Kind.PLAN: N_("%(who)s heard at %(account)s on %(day)s, a plan of theirs: %(words)s"),
    TalkPoint.Kind.PERSON: N_("%(who)s heard at %(account)s on %(day)s, a change of people: %(words)s"),
    TalkPoint.Kind.OTHER: N_("%(who)s heard at %(account)s on %(day)s: %(words)s"),
}


def said(point: TalkPoint, talk: Talk, *, by: Actor) -> None:
    """Tell who speaks for the customer of one point, at once."""
    values = {**_values(talk), "who": by.name, "words": point.words}
    text = Sentence(SAID[TalkPoint.Kind(point.kind)], values)
    people = [talk.account.spokesperson]
    tell(people, kind=HEARD, about=talk.record, text=text, reason=SPEAKS, key=str(point.record), by=by)


def not_said(point: TalkPoint) -> None:
    """Take away the news of a point that was taken back."""
    take_back(str(point.record))


def asked(talk: Talk, *, by: Actor) -> None:
    """Tell who held the talk that it is asked for."""
    pattern = ASKED_WITH_WORDS if talk.asked_words else ASKED
    text = Sentence(pattern, {**_values(talk), "who": by.name, "words": talk.asked_words})
    key = f"{talk.record}/asked/{clock.today()}"
    tell([talk.held_by], kind=OWED, about=talk.record, text=text, reason=HELD, key=key, by=by)


def settled(talk: Talk) -> None:
    """Take away what nobody has to read any more, as it is passed on or did not take place."""
    take_back(f"{talk.record}/missing")
    if talk.asked_at is not None:
        take_back(f"{talk.record}/asked/{clock.day_of(talk.asked_at)}")


@task(priority=-10)
def tell_of_missing() -> int:
    """Tell who held a talk that what was said is missing, once for each; return how many were told."""
    today, told = clock.today(), 0
    late = Talk.objects.filter(in_state([State.LATE], today, work_calendar()), held_on__gte=today - LATE)
    for talk in late.select_related("account", "held_by"):
        text = Sentence(MISSING, _values(talk))
        told += len(
            tell(
                [talk.held_by],
                kind=OWED,
                about=talk.record,
                text=text,
                reason=HELD,
                key=f"{talk.record}/missing",
            )
        )
    return told


def _values(talk: Talk) -> dict[str, Any]:
    return {"account": talk.account.name, "day": _day(talk.held_on)}


def _day(day: date) -> dict[str, str]:
    return {"type": "date", "date": day.isoformat()}
