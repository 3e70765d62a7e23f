"""Findings: what a part of the program noticed and hands in to the docket.

A source looks at one day and yields findings; it decides nothing. To add one: a function `(on: date) -> Iterable[Finding]`
in the package that knows the matter, and one line in `docket/sources.py`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from proxeny.core.money import Money
from proxeny.core.sentences import Sentence


class Verb(StrEnum):
    """What a person can answer with."""

    JUDGE = "judge"
    SNOOZE = "snooze"
    DISMISS = "dismiss"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Cause:
    """What makes two findings the same matter, although a date moved a little or a figure changed.

    `family` says of what sort and where (`swing/storage/down`), `since` when it began, `size` how large it is (a share or an
    amount, comparable within the family).
    """

    family: str
    since: date | None = None
    size: float | None = None

    def covers(self, other: "Cause") -> bool:
        """Tell whether `other` is this matter again and not news: begun about the same time and not half as large again."""
        if self.family != other.family:
            return False
        if self.since and other.since and abs((self.since - other.since).days) > 28:
            return False
        return self.size is None or other.size is None or other.size <= 1.5 * self.size


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks `for`, `against` or `neither` way; `reference` leads to it."""

    text: Sentence
    reference: str
    speaks: str = "for"


@dataclass(frozen=True, slots=True)
class Finding:
    """What needs a person's judgement: about whom, why, what is at stake a year, by when, how unsure (0 sure … 1 open)."""

    kind: str
    account_id: int | None
    cause: Cause
    sentence: Sentence
    evidence: tuple[Evidence, ...] = ()
    stake: Money | None = None
    due: date | None = None
    doubt: float = 0.5
    verbs: tuple[Verb, ...] = (Verb.JUDGE, Verb.SNOOZE, Verb.DISMISS, Verb.OPEN)
