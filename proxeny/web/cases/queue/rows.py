"""A case as a line of the queue, and the few words that every line needs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import Any

from django.db.models import Manager
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proxeny.cases.models import Case
from proxeny.cases.sla import Clock
from proxeny.core import clock, words
from proxeny.core.actors import Actor
from proxeny.core.money import Money
from proxeny.core.phrased import Phrased
from proxeny.core.words import Language
from proxeny.identity.models import Team
from proxeny.web.cases.queue.counting import Readable
from proxeny.web.lists.listing import ON_A_PAGE, Rows
from proxeny.web.lists.reader import Reader

CLOCKS: Mapping[str, Promise | str] = {
    Clock.FIRST_RESPONSE: _("first answer"),
    Clock.NEXT_RESPONSE: _("next answer"),
    Clock.CLARIFIED: _("clarified"),
    Clock.PROPOSED: _("proposed"),
    Clock.SOLVED: _("solved"),
}
RELATED = ("account", "owner")
NOTHING = 0
"""A key that no row has."""
# What the lines of the list read; the long texts of fifty cases would weigh more than all the rest.
SHOWN = (
    "number", "title", "severity", "priority", "kind", "cause", "channel", "source", "source_reference", "is_confidential",
    "opened_at", "step", "state", "state_since", "solved_at", "closed_at", "due_at", "due_clock", "warns_at", "waits_since",
    "unanswered_since", "last_word_at", "snoozed_until", "stake_minor", "account__name", "account__currency",
    "account__reference", "owner__name", "team", "merged_into",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Here:
    """The reader's moment, day, time zone and language: what all lines of a page have in common."""

    now: datetime
    on: date
    zone: tzinfo
    language: Language

    @classmethod
    def and_now(cls, on: date) -> "Here":
        """Return them for the one who reads now."""
        return cls(clock.now(), on, timezone.get_current_timezone(), words.here())

    def ago(self, at: datetime) -> str:
        """Say how long ago or how soon."""
        return words.ago(at, self.language, now=self.now.astimezone(self.zone))

    def moment(self, at: datetime) -> str:
        """Say the day and the time of day."""
        return words.moment(at.astimezone(self.zone), self.language, today=self.on)

    def lasts(self, length: timedelta) -> str:
        """Say how long."""
        return words.duration(length, self.language)


@dataclass(frozen=True, slots=True)
class Row:
    """One case of the queue."""

    case: Case
    here: Here
    team: str = ""
    merged_into: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is left to do."""
        return self.case.is_open

    @property
    def left(self) -> timedelta | None:
        """How much time is left until the next clock runs out, negative when it has; None where none runs."""
        return self.case.due_at - self.here.now if self.case.due_at else None

    @property
    def presses(self) -> bool:
        """Whether less than a quarter of a clock is left, or nothing."""
        case, now = self.case, self.here.now
        return bool((case.warns_at and case.warns_at <= now) or (case.due_at and case.due_at <= now))

    @property
    def sleeps(self) -> bool:
        """Whether it is put off today."""
        return self.case.snoozed_until is not None and self.case.snoozed_until > self.here.on

    @property
    def stake(self) -> Money | None:
        """What the customer is worth a year."""
        case = self.case
        return None if case.stake_minor is None else Money(case.stake_minor, case.account.currency)

    @property
    def hands(self) -> str:
        """In whose hands it is, or nothing."""
        return self.case.owner.name if self.case.owner else self.team


def readable(reader: Reader) -> Rows:
    """Return the cases that the reader may see, with only what the lines show of them."""
    return _phrased(reader.actor)


@lru_cache(maxsize=256)
def _phrased(actor: Actor) -> Rows:
    """The question, phrased once for a reader with these roles; it is asked anew every time."""
    found = Readable.of(actor)
    lines = found.select_related(*RELATED).only(*SHOWN)
    lines.whole = found.whole
    return lines


def of_keys(keys: Sequence[int], reader: Reader) -> list[Case]:
    """Return those of up to a page of cases that the reader may see: `readable`, phrased for so many keys."""
    return _page_of(reader.actor)(*keys, *[NOTHING] * (ON_A_PAGE - len(keys)))


@lru_cache(maxsize=256)
def _page_of(actor: Actor) -> Phrased[Case]:
    return Phrased(lambda *keys: _phrased(actor).filter(pk__in=keys).order_by())


def dress(cases: Sequence[Case], reader: Reader) -> list[Row]:
    """Return the lines of these cases; few lie with a team or are merged, so these are asked for only where there are any."""
    here = Here.and_now(reader.on)
    teams = dict(_named(Team.objects, "name", {one.team_id for one in cases}))
    numbers = dict(_named(Case.objects, "number", {one.merged_into_id for one in cases}))
    return [
        Row(one, here, teams.get(one.team_id, ""), numbers.get(one.merged_into_id))
        if teams or numbers
        else Row(one, here)
        for one in cases
    ]


def _named(rows: Manager[Any], field: str, keys: set[int | None]) -> Iterable[tuple[int | None, Any]]:
    wanted = keys - {None}
    return rows.filter(pk__in=wanted).values_list("pk", field) if wanted else ()


def style(row: Row) -> str:
    """Return the class of a line: what waits for somebody else, sleeps or has ended stands back."""
    case = row.case
    if not row.is_open:
        return "is-gone"
    return "is-waiting" if row.sleeps or (case.waits_since and not case.unanswered_since) else ""
