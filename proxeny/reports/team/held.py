"""What of a team's record follows from whose hands cases were in: those of this system, and those imported from another."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import groupby, pairwise
from typing import Any

from django.db.models import Q

from proxeny.analytics.waits import Median, Wait, median
from proxeny.cases.models import Assignment
from proxeny.identity.models import Team

HOUR = 3600


@dataclass(frozen=True, slots=True)
class Run:
    """That a case was with one team without a break: since when, until when (None: it still is)."""

    team: str
    began: datetime
    ended: datetime | None


@dataclass(frozen=True, slots=True)
class Held:
    """How cases were with a team: in how many, in how many runs, how many of these came back to it, and how long a run took.

    `bounces` came back over one other team (A-B-A), `loops` over two or more; `hours` are on the wall clock.
    """

    cases: int
    runs: int
    came_back: int
    bounces: int
    loops: int
    hours: Median

    def as_json(self) -> dict[str, Any]:
        """Return the part of the document that `proxeny team --json` prints."""
        return asdict(self)


def held(name: str, team: Team | None, now: datetime) -> Held:
    """Return how cases were with the team of this name (a team of another system has only that)."""
    mine = Q(team_name=name) | Q(team=team) if team else Q(team_name=name)
    touched = Assignment.objects.filter(mine, case__is_confidential=False).values("case")
    rows = Assignment.objects.filter(case__in=touched).order_by("case_id", "began_at", "pk")
    found = rows.values_list("case_id", "team_id", "team_name", "began_at", "ended_at")
    count, mine_runs, bounces, loops = 0, list[Run](), 0, 0
    for _case, events in groupby(found.iterator(chunk_size=5000), key=lambda row: row[0]):
        runs = list(_runs(events, name, team))
        places = [place for place, run in enumerate(runs) if run.team == name]
        count += 1
        mine_runs += [runs[place] for place in places]
        apart = [later - earlier for earlier, later in pairwise(places)]
        bounces += sum(steps == 2 for steps in apart)
        loops += sum(steps > 2 for steps in apart)
    hours = median(
        Wait(((run.ended or now) - run.began).total_seconds() / HOUR, run.ended is not None)
        for run in mine_runs
    )
    return Held(count, len(mine_runs), bounces + loops, bounces, loops, hours)


def _runs(events: Any, name: str, team: Team | None) -> Iterator[Run]:
    """Merge what follows itself; who had the case without a team says nothing."""
    last: Run | None = None
    for _case, number, said, began, ended in events:
        if number is None and not said:
            continue
        known = name if team is not None and number == team.pk else said or f"team:{number}"
        if last is not None and last.team == known:
            last = Run(known, last.began, ended)
            continue
        if last is not None:
            yield last
        last = Run(known, began, ended)
    if last is not None:
        yield last


def is_known(name: str) -> bool:
    """Tell whether cases were with a team of that name."""
    return Assignment.objects.filter(team_name=name).exists()
