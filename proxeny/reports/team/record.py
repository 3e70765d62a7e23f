"""The record of a team, from its orders, its promises and the requests it helped with."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from proxeny.analytics.shares import Share, share
from proxeny.analytics.waits import Median, Wait, differ, median
from proxeny.core import clock
from proxeny.demand.models import Credit
from proxeny.identity.models import Team
from proxeny.reports.team.held import Held, held
from proxeny.reports.team.orders import Clock, Ordered, Timing, ordered
from proxeny.reports.team.periods import Period, periods
from proxeny.reports.team.promised import Promised, promised

CLEAR = 0.05
"""A difference that chance makes less often than this is called a change."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How a team did in one period; lengths in minutes of its own hours.

    What began in the period counts in it, also where it ended later or goes on. `returned`: how many of the orders that came
    to the team it gave back; `missed`: how many of its clocks with a target ran out.
    """

    period: Period
    accepted: Median
    done: Median
    arrived: int
    returned: Share
    came_back: int
    loops: int
    missed: Share
    kept: Share
    repeats: int
    credits: int


@dataclass(frozen=True, slots=True)
class Change:
    """Whether the last period differs from the one before it: how likely by chance, and in which direction."""

    chance: float
    is_clear: bool
    is_quicker: bool | None


@dataclass(frozen=True, slots=True)
class Record:
    """A team against itself: four periods, the latest last, and what changed between the last two."""

    team: Team
    on: date
    figures: tuple[Figures, ...]
    accepting: Change
    doing: Change
    cases: Held

    @property
    def now(self) -> Figures:
        """The latest period."""
        return self.figures[-1]

    @property
    def before(self) -> Figures:
        """The period before the latest."""
        return self.figures[-2]

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to say yet."""
        return not any(one.arrived or one.kept.whole or one.credits for one in self.figures)

    def as_json(self) -> dict[str, Any]:
        """Return the document that `proxeny team --json` prints; lengths in minutes of the team's own hours."""
        head = self.team.head.name if self.team.head else None
        return {
            "team": {"number": self.team.pk, "name": self.team.name, "head": head},
            "on": self.on.isoformat(),
            "periods": [_document(one) for one in self.figures],
            "changes": {"accepted": asdict(self.accepting), "done": asdict(self.doing)},
            "cases": self.cases.as_json(),
        }


def record_of(team: Team, on: date | None = None) -> Record:
    """Return the record of the team as of a day, today where none is named."""
    until = on or clock.today()
    all_periods = periods(until)
    now = min(clock.now(), all_periods[-1].ended)
    work, words = ordered(team, now), promised(team)
    credited = list(Credit.objects.filter(team=team, ended_at=None).values_list("at", flat=True))
    figures = tuple(
        _figures(period, work, words, sum(period.holds(at) for at in credited), until)
        for period in all_periods
    )
    return Record(
        team,
        until,
        figures,
        _change(work, Clock.ACCEPT, all_periods[-2], all_periods[-1]),
        _change(work, Clock.DONE, all_periods[-2], all_periods[-1]),
        held(team.name, team, now),
    )


def _figures(period: Period, work: Ordered, words: Iterable[Promised], credits_: int, today: date) -> Figures:
    timings = [one for one in work.timings if period.holds(one.began)]
    timed = [one for one in timings if one.has_target]
    due = [one for one in words if period.first <= one.due <= period.last and one.due < today]
    arrivals = [one for one in work.arrivals if period.holds(one.at)]
    count = _counter(work, period)
    return Figures(
        period=period,
        accepted=median(_waits(timings, Clock.ACCEPT)),
        done=median(_waits(timings, Clock.DONE)),
        arrived=len(arrivals),
        returned=share(sum(one.was_returned for one in arrivals), len(arrivals)),
        came_back=count("back") + count("loop"),
        loops=count("loop"),
        missed=share(sum(one.was_missed for one in timed), len(timed)),
        kept=share(sum(not one.is_broken(today) for one in due), len(due)),
        repeats=count("repeat"),
        credits=credits_,
    )


def _counter(work: Ordered, period: Period) -> Callable[[str], int]:
    return lambda what: sum(one.what == what and period.holds(one.at) for one in work.happenings)


def _waits(timings: Iterable[Timing], name: str) -> list[Wait]:
    return [one.wait for one in timings if one.clock == name]


def _change(work: Ordered, name: str, before: Period, after: Period) -> Change:
    first, second = (
        _waits((one for one in work.timings if period.holds(one.began)), name) for period in (before, after)
    )
    chance = differ(first, second)
    was, now = median(first).value, median(second).value
    is_quicker = None if was is None or now is None or was == now else now < was
    return Change(chance, chance < CLEAR, is_quicker)


def _document(one: Figures) -> dict[str, Any]:
    return {
        "first": one.period.first.isoformat(),
        "last": one.period.last.isoformat(),
        "arrived": one.arrived,
        "minutes_to_accept": asdict(one.accepted),
        "minutes_to_done": asdict(one.done),
        "returned": one.returned._asdict(),
        "came_back": one.came_back,
        "loops": one.loops,
        "targets_missed": one.missed._asdict(),
        "promises_kept": one.kept._asdict(),
        "repeat_defects": one.repeats,
        "credits": one.credits,
    }
