"""What cases hand in to the docket: no way ahead, no answer, a clock about to break, a not-now due, words that promise."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from proxeny.cases.models import Case, CaseClock, Message, Proposal, State
from proxeny.cases.service_levels import ServiceLevels
from proxeny.cases.telling import BREAKING
from proxeny.core import clock
from proxeny.core.findings import Cause, Evidence, Finding, Verb
from proxeny.core.money import Money
from proxeny.core.sentences import N_, Sentence
from proxeny.promises.models import Promise

WITHOUT_PATH_FOR = 2 * 450
"""Two working days of service time without a way ahead are worth a word."""

PROMISES_LOOKED_BACK = timedelta(days=30)
VERBS = (Verb.OPEN, Verb.SNOOZE, Verb.DISMISS)
NO_PATH = N_("Case %(number)s “%(title)s” has had no way ahead for %(length)s.")
NO_ANSWER = N_("The customer has waited since %(since)s for an answer in case %(number)s “%(title)s”.")
LOOK_AGAIN = N_("“Not now” has come due in case %(number)s: %(text)s")
PROMISED = N_("Case %(number)s: the customer read “%(words)s”, and no promise is on record.")


def without_path(on: date) -> Iterator[Finding]:
    """Yield open cases in problem state for two working days or longer; those that wait for the customer rest."""
    now = clock.start_of(on)
    dark = _open().filter(state=State.PROBLEM, waits_since=None, snoozed_until=None, state_since__lt=now)
    levels = ServiceLevels()
    for case in dark:
        if levels.service_time(case.account_id).elapsed(case.state_since, now) < WITHOUT_PATH_FOR:
            continue
        length = timedelta(seconds=case.problem_seconds) + (now - case.state_since)
        said = Sentence(NO_PATH, {**_of(case), "length": _length(length)})
        since = clock.day_of(case.state_since)
        yield _finding("case-path", case, f"case/{case.pk}/path", said, since=since, doubt=0.4)


def unanswered(on: date) -> Iterator[Finding]:
    """Yield open cases whose customer has waited for an answer longer than was promised."""
    late = CaseClock.objects.filter(
        clock__in=("first-response", "next-response"), met_at=None, due_at__lt=clock.start_of(on)
    )
    for one in _of_open(late):
        case = one.case
        since = case.unanswered_since or one.started_at
        said = Sentence(NO_ANSWER, {**_of(case), "since": _moment(since)})
        yield _finding(
            "case-answer", case, f"case/{case.pk}/answer", said, since=clock.day_of(since), due=on, doubt=0.1
        )


def about_to_break(on: date) -> Iterator[Finding]:
    """Yield clocks that run out in the course of the day, or of which three quarters will have passed by its end.

    They are named once, each before it breaks: what has broken already is the business of the other sources.
    """
    morning, night = clock.start_of(on), clock.start_of(on + timedelta(days=1))
    near = CaseClock.objects.filter(met_at=None, due_at__gte=morning).filter(
        Q(due_at__lt=night) | Q(warns_at__lt=night)
    )
    for one in _of_open(near):
        if one.due_at is None or (one.case.snoozed_until and one.case.snoozed_until > on):
            continue
        said = Sentence(BREAKING[one.clock], {**_of(one.case), "due": _moment(one.due_at)})
        yield _finding(
            "case-clock",
            one.case,
            f"case/{one.case_id}/clock/{one.clock}/{one.started_at:%Y%m%d%H%M}",
            said,
            since=clock.day_of(one.started_at),
            due=clock.day_of(one.due_at),
            doubt=0.2,
        )


def look_again(on: date) -> Iterator[Finding]:
    """Yield what was put off with “not now” until a day that has come."""
    due = Proposal.objects.filter(ended_at=None, look_again_on__lte=on, case__solved_at=None)
    for one in due.filter(case__in=_open()).select_related("case__account"):
        said = Sentence(LOOK_AGAIN, {**_of(one.case), "text": one.text})
        because = Evidence(
            Sentence(N_("Not now, because %(why)s"), {"why": one.because}), str(one.case.record), "against"
        )
        yield _finding(
            "case-not-now",
            one.case,
            f"proposal/{one.pk}/look-again/{one.look_again_on}",
            said,
            since=one.look_again_on,
            due=one.look_again_on,
            doubt=0.5,
            evidence=(because,),
        )


def promised_in_words(on: date) -> Iterator[Finding]:
    """Yield messages of the last month that read as a promise, where no promise of that case is on record."""
    since = clock.start_of(on) - PROMISES_LOOKED_BACK
    said = Message.objects.filter(
        withdrawn_at=None, is_inbound=False, at__gte=since, at__lt=clock.start_of(on)
    )
    found = list(said.exclude(promised="").select_related("case__account"))
    sources = {str(one.record) for one in found} | {str(one.case.record) for one in found}
    kept = set(Promise.objects.filter(source__in=sources).values_list("source", flat=True))
    for one in found:
        if str(one.record) in kept or str(one.case.record) in kept:
            continue
        words = Sentence(PROMISED, {**_of(one.case), "words": one.promised})
        yield _finding(
            "case-promise",
            one.case,
            f"message/{one.pk}/promise",
            words,
            since=clock.day_of(one.at),
            doubt=0.5,
        )


def _open() -> QuerySet[Case]:
    open_ones = Case.objects.filter(closed_at=None, solved_at=None, merged_into=None, account__left_on=None)
    return open_ones.select_related("account")


def _of_open(clocks: QuerySet[CaseClock]) -> Iterable[CaseClock]:
    return clocks.filter(case__in=_open()).select_related("case__account").order_by("due_at", "pk")


def _finding(
    kind: str,
    case: Case,
    family: str,
    said: Sentence,
    *,
    since: date | None,
    doubt: float,
    due: date | None = None,
    evidence: tuple[Evidence, ...] = (),
) -> Finding:
    return Finding(
        kind=kind,
        account_id=case.account_id,
        cause=Cause(family, since),
        sentence=said,
        evidence=(*_evidence(case), *evidence),
        stake=None if case.stake_minor is None else Money(case.stake_minor, case.account.currency),
        due=due,
        doubt=doubt,
        verbs=VERBS,
    )


def _evidence(case: Case) -> Iterator[Evidence]:
    reference = str(case.record)
    opened = {"number": case.number, "title": case.title, "at": _moment(case.opened_at)}
    yield Evidence(Sentence(N_("Case %(number)s “%(title)s”, opened %(at)s"), opened), reference, "neither")
    if case.last_word_at:
        last = Sentence(
            N_("Last word between us and the customer: %(at)s"), {"at": _moment(case.last_word_at)}
        )
        yield Evidence(last, reference, "neither")
    if case.reopened:
        again = Sentence(N_("It has been reopened: %(count)s times"), {"count": case.reopened})
        yield Evidence(again, reference)


def _of(case: Case) -> dict[str, Any]:
    return {"number": case.number, "title": case.title}


def _moment(at: datetime) -> dict[str, str]:
    return {"type": "moment", "at": at.isoformat()}


def _length(length: timedelta) -> dict[str, Any]:
    return {"type": "duration", "seconds": int(length.total_seconds())}
