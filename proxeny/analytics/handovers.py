"""Hand-overs, returns, bounces and loops of many matters at once, from a log of who had each when.

Events of one team that follow each other are one run; a hand-over is the boundary of two runs, a return a run of a team that
had one before in that matter. A return over one other team is a bounce (A-B-A), one over two or more is a loop (A→B→C→A).
Events whose team nobody knows say nothing. It is the same as `dispatch.routing.passed_round`, for a million events.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
UNKNOWN = -1
"""The number of a team that nobody knows."""


class Counts(NamedTuple):
    """What happened to one matter."""

    runs: int
    handovers: int
    returns: int
    bounces: int
    loops: int


@dataclass(frozen=True, slots=True)
class Handovers:
    """The counts of each matter, all arrays of one length; `matters` are ascending, each once, those without events missing."""

    matters: Whole
    runs: Whole
    handovers: Whole
    returns: Whole
    bounces: Whole
    loops: Whole

    def totals(self) -> Counts:
        """Return the sums over all matters."""
        return Counts(*(int(one.sum()) for one in self._columns()))

    def by_matter(self) -> Iterator[tuple[int, Counts]]:
        """Yield each matter with its counts."""
        columns = (column.tolist() for column in self._columns())
        for matter, *counts in zip(self.matters.tolist(), *columns, strict=True):
            yield matter, Counts(*counts)

    def _columns(self) -> tuple[Whole, ...]:
        return self.runs, self.handovers, self.returns, self.bounces, self.loops


def numbered(names: Sequence[Any]) -> Whole:
    """Return a number for each name, the same for the same; `UNKNOWN` for None and for an empty one."""
    known: dict[Any, int] = {}
    return np.fromiter(
        (known.setdefault(name, len(known)) if name not in (None, "") else UNKNOWN for name in names),
        dtype=np.int64,
        count=len(names),
    )


def handovers(matters: Whole, times: NDArray[Any], teams: Whole) -> Handovers:
    """Derive the counts from events: of which matter, when, with which team (a number, below 0 where nobody knows).

    The events may come in any order; of one matter at one moment, they count in the order given. Raises ValueError unless the
    three are of one length.
    """
    if not len(matters) == len(times) == len(teams):
        raise ValueError("matters, times and teams describe the same events: they are of one length")
    order = _in_order(matters, times)
    matter, team = matters[order], teams[order]
    begins = np.ones(len(matter), dtype=bool)
    begins[1:] = matter[1:] != matter[:-1]
    names = matter[begins]
    place = np.cumsum(begins) - 1

    known = team >= 0
    place, team = place[known], team[known]
    starts = np.ones(len(team), dtype=bool)
    starts[1:] = (team[1:] != team[:-1]) | (place[1:] != place[:-1])
    place, team = place[starts], team[starts]
    back = _steps_back(place, team)
    runs = np.bincount(place, minlength=len(names))
    bounces = np.bincount(place[back == 2], minlength=len(names))
    loops = np.bincount(place[back > 2], minlength=len(names))
    return Handovers(names, runs, np.maximum(runs - 1, 0), bounces + loops, bounces, loops)


def _in_order(matters: Whole, times: NDArray[Any]) -> Whole:
    """Return where the events lie, by matter and time; as given where they are in order already."""
    follows = matters[1:] > matters[:-1]
    same = matters[1:] == matters[:-1]
    if bool(np.all(follows | (same & (times[1:] >= times[:-1])))):
        return np.arange(len(matters))
    return np.lexsort((times, matters))


def _steps_back(place: Whole, team: Whole) -> Whole:
    """Return for each run how many runs before it the same team had its last one in the same matter; 0 for its first."""
    back = np.zeros(len(place), dtype=np.int64)
    if not len(place):
        return back
    pair = place * (int(team.max()) + 1) + team
    order = np.argsort(pair, kind="stable")
    again = pair[order][1:] == pair[order][:-1]
    back[order[1:][again]] = order[1:][again] - order[:-1][again]
    return back
