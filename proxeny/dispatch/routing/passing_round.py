"""Passing round: what a sequence of teams says of hand-overs, returns, bounces and loops."""

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)


class PassedRound(NamedTuple):
    """How a matter went from team to team.

    A run is a stretch with one team; a hand-over the boundary of two runs; a return a run of a team that had one before. A
    return over one other team is a bounce (A-B-A), one over two or more a loop (A→B→C→A): every return is one of them.
    `spans` holds, for each loop, the runs between its two ends, as positions among the runs.
    """

    runs: int
    handovers: int
    returns: int
    bounces: int
    loops: int
    spans: tuple[range, ...] = ()


def runs_of(teams: Iterable[T]) -> list[T]:
    """Return the teams with those merged that follow themselves."""
    runs: list[T] = []
    for team in teams:
        if not runs or runs[-1] != team:
            runs.append(team)
    return runs


def passed_round(teams: Sequence[T]) -> PassedRound:
    """Count what happened among the teams, given in order; the same team twice in a row is one run."""
    runs, bounces = runs_of(teams), 0
    last_seen: dict[T, int] = {}
    spans: list[range] = []
    for here, team in enumerate(runs):
        before = last_seen.get(team)
        if before is not None and here - before == 2:
            bounces += 1
        elif before is not None:
            # Runs that follow each other are of different teams: three or more steps back lie over two others at least.
            spans.append(range(before + 1, here))
        last_seen[team] = here
    return PassedRound(
        len(runs), max(len(runs) - 1, 0), bounces + len(spans), bounces, len(spans), tuple(spans)
    )
