"""The course of a case as it is kept of an import: hands, waits, solutions, words, and when which step was taken.

What another file tells later is laid over it: a longer file replaces what it tells anew, a file of only what is new is added.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, NamedTuple, Self

from proxeny.cases.importing.history import Direction, History
from proxeny.cases.importing.told import DONE
from proxeny.cases.models import STEPS, Audience, Step

UNSAID = "…"
LONGEST_NAME, LONGEST_WHY, LONGEST_REFERENCE = 120, 300, 160


class Hand(NamedTuple):
    """In whose hands it was."""

    team: str
    person: str
    began: datetime
    ended: datetime | None


class Waited(NamedTuple):
    """That the customer was waited for."""

    began: datetime
    ended: datetime | None
    why: str
    who: str


class Solved(NamedTuple):
    """That it was solved, and perhaps reopened."""

    at: datetime
    who: str
    reopened_at: datetime | None = None


class Word(NamedTuple):
    """A message; `key` is what it is known by in its case."""

    key: str
    at: datetime
    audience: str
    is_inbound: bool
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Course:
    """What an import keeps of one case, in order of time; `passes` are the steps taken, without a place for those undone."""

    hands: tuple[Hand, ...] = ()
    waits: tuple[Waited, ...] = ()
    solutions: tuple[Solved, ...] = ()
    words: tuple[Word, ...] = ()
    responded: datetime | None = None
    closed: datetime | None = None

    @property
    def solved(self) -> datetime | None:
        """Since when it is solved; None while it is open."""
        return next((one.at for one in self.solutions if one.reopened_at is None), None)

    @property
    def passes(self) -> dict[Step, datetime]:
        """The steps that were passed, with their moments: a solved case has passed all before that at the latest then."""
        found: dict[Step, datetime] = {}
        if self.responded is not None:
            found[Step.RESPONDED] = self.responded
        if (solved := self.solved) is None:
            return found
        for step in STEPS[: STEPS.index(Step.SOLVED) + 1]:
            found.setdefault(step, solved)
        found[Step.RESPONDED] = min(found[Step.RESPONDED], solved)
        if self.closed is not None:
            found[Step.LEARNED] = max(self.closed, solved)
        return found

    def differs(self, before: Self) -> bool:
        """Tell whether it says more, or something else, than `before`; words are known by their keys alone."""
        if replace(self, words=()) != replace(before, words=()):
            return True
        return not {one.key for one in self.words} <= {one.key for one in before.words}

    def as_json(self) -> dict[str, Any]:
        """Return the form in which a batch keeps it, without the words."""
        return {
            "hands": [_plain(one) for one in self.hands],
            "waits": [_plain(one) for one in self.waits],
            "solutions": [_plain(one) for one in self.solutions],
            "responded": _stamp(self.responded),
            "closed": _stamp(self.closed),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any], words: Iterable[Word] = ()) -> Self:
        """Return what `as_json` gave, with these words."""
        return cls(
            tuple(
                Hand(team, person, _time(began), _moment(ended))
                for team, person, began, ended in kept["hands"]
            ),
            tuple(Waited(_time(began), _moment(ended), why, who) for began, ended, why, who in kept["waits"]),
            tuple(Solved(_time(at), who, _moment(again)) for at, who, again in kept["solutions"]),
            tuple(words),
            _moment(kept["responded"]),
            _moment(kept["closed"]),
        )


def course_of(history: History) -> Course:
    """Return the course that the history tells."""
    solutions = tuple(_solutions(history))
    is_open = not solutions or solutions[-1].reopened_at is not None
    closed = history.closed[-1].at if history.closed and not is_open else None
    words = tuple(_words(history))
    ours = [one.at for one in words if one.audience == Audience.CUSTOMER and not one.is_inbound]
    return Course(
        tuple(Hand(_cut(one.team), _cut(one.person), one.began, one.ended) for one in history.assignments),
        tuple(
            Waited(one.began, one.ended, one.why[:LONGEST_WHY] or UNSAID, _cut(one.who))
            for one in history.waits
            if one.for_customer
        ),
        solutions,
        words,
        min(ours, default=history.taken_up_at),
        closed,
    )


def over(before: Course, history: History) -> Course:
    """Return the course once the history is laid over what was kept: what the history does not reach back to stays."""
    told, since = course_of(history), history.began_at or history.opened_at
    words = {one.key: one for one in (*told.words, *before.words)}
    solutions = [one for one in before.solutions if one.at < since and one not in told.solutions]
    goes_on = bool(told.solutions) or (history.state != "" and history.state not in DONE)
    if solutions and solutions[-1].reopened_at is None and goes_on:
        solutions[-1] = solutions[-1]._replace(reopened_at=since)
    solutions += told.solutions
    solved = next((one.at for one in solutions if one.reopened_at is None), None)
    closed = told.closed or (before.closed if solved and before.closed and before.closed >= solved else None)
    return Course(
        tuple(_hands(before.hands, told.hands, since, is_snapshot=history.is_snapshot)),
        tuple(_waits(before.waits, told.waits, since, goes_on=history.state != "")),
        tuple(solutions),
        tuple(sorted(words.values(), key=lambda one: one.at)),
        min((one for one in (before.responded, told.responded) if one), default=None),
        closed,
    )


def _hands(before: Sequence[Hand], told: Sequence[Hand], since: datetime, *, is_snapshot: bool) -> list[Hand]:
    """Let each stretch end where the next begins, and make one of two in the same hands.

    A look at how a case stands says nothing of before: those who had it had it until then.
    """
    kept = [one for one in before if one.began < since]
    if is_snapshot and kept:
        told = [one._replace(began=max(one.began, since)) for one in told]
    began = {one.began for one in told}
    joined: list[Hand] = []
    for one in (*(one for one in kept if one.began not in began), *told):
        if joined and joined[-1][:2] == one[:2]:
            joined[-1] = joined[-1]._replace(ended=one.ended)
        else:
            joined.append(one)
    ends = [one._replace(ended=after.began) for one, after in pairwise(joined)]
    return [*ends, *joined[-1:]]


def _waits(
    before: Sequence[Waited], told: Sequence[Waited], since: datetime, *, goes_on: bool
) -> list[Waited]:
    """Let a wait that has no end end with what was told next, or go on where that is the same wait."""
    began = {one.began for one in told}
    kept = [one for one in before if one.began < since and one.began not in began]
    if not kept or kept[-1].ended is not None:
        return [*kept, *told]
    last = kept.pop()
    if told and told[0].why == last.why and told[0].began == since:
        return [*kept, told[0]._replace(began=last.began, who=last.who), *told[1:]]
    return [*kept, last._replace(ended=since) if goes_on else last, *told]


def _solutions(history: History) -> Iterable[Solved]:
    reopened = list(history.reopened)
    for one in history.solved:
        again = next((after for after in reopened if after.at >= one.at), None)
        if again is not None:
            reopened.remove(again)
        yield Solved(one.at, _cut(one.who), again.at if again else None)


def _words(history: History) -> Iterable[Word]:
    """The case's own text is the customer's first word, unless a message says the same."""
    text = history.text.strip()
    if text and not any(text == one.text.strip() for one in history.messages):
        yield _word(history.opened_at, history.reporter, Direction.INBOUND, text, "")
    for one in history.messages:
        yield _word(one.at, one.who, one.direction, one.text, one.reference)


def _word(at: datetime, who: str, direction: Direction, text: str, reference: str) -> Word:
    seen = f"{at.timestamp()}\n{direction}\n{who}\n{text}"
    key = reference[:LONGEST_REFERENCE] or hashlib.blake2b(seen.encode(), digest_size=12).hexdigest()
    audience = Audience.NOTE if direction is Direction.INTERNAL else Audience.CUSTOMER
    return Word(key, at, audience.value, direction is Direction.INBOUND, _cut(who), text)


def _cut(name: str) -> str:
    return name[:LONGEST_NAME]


def _plain(one: Iterable[Any]) -> list[Any]:
    return [_stamp(value) if isinstance(value, datetime) else value for value in one]


def _stamp(moment: datetime | None) -> str | None:
    return moment.astimezone(UTC).isoformat() if moment else None


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
