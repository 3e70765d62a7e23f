"""What talks hand in to the docket: those of which nothing was passed on in time."""

from collections.abc import Iterator
from datetime import date, timedelta

from proxeny.accounts.models import Talk
from proxeny.accounts.talks.standing import State, due_on, in_state
from proxeny.accounts.worth import contracted
from proxeny.core import clock
from proxeny.core.calendar import work_calendar
from proxeny.core.findings import Cause, Evidence, Finding, Verb
from proxeny.core.sentences import N_, Sentence

LONGEST_AGO = timedelta(days=90)
MISSING = N_("%(who)s talked with them on %(held)s; what was said is missing since %(due)s.")
HELD = N_("A talk on %(held)s: %(subject)s")
ASKED = N_("%(who)s asked for it on %(day)s")


def missing(on: date) -> Iterator[Finding]:
    """Yield one finding for each talk of the last three months whose sync is missing; there is little doubt about it."""
    calendar = work_calendar()
    late = Talk.objects.filter(
        in_state([State.LATE], on, calendar), held_on__gte=on - LONGEST_AGO, account__left_on=None
    )
    found = list(late.select_related("account", "held_by", "asked_by"))
    worth = contracted({one.account_id: one.account for one in found}.values(), on)
    for talk in found:
        due = due_on(talk.held_on, calendar)
        values = {"who": talk.held_by.name, "held": _day(talk.held_on), "due": _day(due)}
        yield Finding(
            kind="talk",
            account_id=talk.account_id,
            cause=Cause(f"talk/{talk.pk}/missing", talk.held_on),
            sentence=Sentence(MISSING, values),
            evidence=tuple(_evidence(talk)),
            stake=worth.get(talk.account_id),
            due=due,
            doubt=0.15,
            verbs=(Verb.SNOOZE, Verb.DISMISS, Verb.OPEN),
        )


def _evidence(talk: Talk) -> Iterator[Evidence]:
    values = {"held": _day(talk.held_on), "subject": talk.subject or talk.account.name}
    yield Evidence(Sentence(HELD, values), str(talk.record), "for")
    if talk.asked_by is not None and talk.asked_at is not None:
        said = {"who": talk.asked_by.name, "day": _day(clock.day_of(talk.asked_at))}
        yield Evidence(Sentence(ASKED, said), str(talk.record), "for")


def _day(day: date) -> dict[str, str]:
    return {"type": "date", "date": day.isoformat()}
