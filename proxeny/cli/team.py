"""`proxeny team`: the record of a team, against itself over time."""

from datetime import date
from typing import Any

import click
from django.utils.translation import gettext as _

from proxeny.analytics.shares import Share
from proxeny.analytics.waits import Median
from proxeny.cli.common import actor_named, as_option, json_option, on_option, people, print_json, print_table
from proxeny.core import clock
from proxeny.identity.models import Team
from proxeny.identity.roles import Area, Reach, right
from proxeny.reports import access
from proxeny.reports.team import Record, record_of
from proxeny.reports.team.held import Held, held, is_known


@click.command("team")
@click.argument("team", metavar="TEAM")
@on_option
@as_option
@json_option
def command(team: str, on: date | None, username: str | None, as_json: bool) -> None:
    """Show the record of TEAM, by its name or number: four times ninety days, the latest last."""
    actor = actor_named(username, "team")
    with clock.on(on):
        teams = access.teams(actor).select_related("head")
        found = teams.filter(name__iexact=team).first()
        if found is None and team.isdecimal():
            found = teams.filter(pk=int(team)).first()
        if found is None and right(actor, Area.TEAM_RECORDS).read is Reach.ALL and is_known(team):
            _tell_of_another_system(team, as_json=as_json)
            return
        if found is None:
            names = ", ".join(Team.objects.filter(pk__in=teams.values("pk")).values_list("name", flat=True))
            raise click.UsageError(f"there is no team {team!r}; there are: {names or '–'}")
        record = record_of(found)
    if as_json:
        print_json(record.as_json())
    else:
        _show(record)


def _tell_of_another_system(name: str, *, as_json: bool) -> None:
    """A team that is known only by name, from imported cases, has no orders: just what was in its hands."""
    document = {
        "team": {"number": None, "name": name, "head": None},
        "cases": held(name, None, clock.now()).as_json(),
    }
    if as_json:
        print_json(document)
    else:
        people.print(f"[bold]{name}[/]")
        _show_cases(held(name, None, clock.now()))


def _show_cases(cases: Held) -> None:
    said = _(
        "Cases: %(cases)s in %(runs)s runs; %(back)s came back (%(bounces)s over one team, %(loops)s in a loop); "
        "hours a run: %(hours)s"
    )
    values = {
        "cases": cases.cases, "runs": cases.runs, "back": cases.came_back, "bounces": cases.bounces, "loops": cases.loops,
        "hours": _hours(cases.hours),
    }  # fmt: skip
    people.print(said % values)


def _show(record: Record) -> None:
    """Print the record for a person."""
    head = record.team.head.name if record.team.head else "–"
    people.print(f"[bold]{record.team.name}[/]  {_('headed by %(name)s') % {'name': head}}")
    columns = [f"{one.period.first:%Y-%m-%d}\n{one.period.last:%Y-%m-%d}" for one in record.figures]
    rows: list[tuple[Any, ...]] = [
        (_("Came to the team"), *(one.arrived for one in record.figures)),
        (_("Half are accepted within"), *(_median(one.accepted) for one in record.figures)),
        (_("Half are done within"), *(_median(one.done) for one in record.figures)),
        (_("Given back"), *(_share(one.returned) for one in record.figures)),
        (_("Came back to it"), *(one.came_back for one in record.figures)),
        (_("In a loop"), *(one.loops for one in record.figures)),
        (_("Targets missed"), *(_share(one.missed) for one in record.figures)),
        (_("Promises kept by their day"), *(_share(one.kept) for one in record.figures)),
        (_("The same defect again"), *(one.repeats for one in record.figures)),
        (_("Credited for helping"), *(one.credits for one in record.figures)),
    ]
    print_table(_("Lengths in hours of the team’s own time"), ["", *columns], rows, right=range(1, 5))
    if record.cases.cases:
        _show_cases(record.cases)


def _median(found: Median) -> str:
    return _hours(found, 60)


def _hours(found: Median, unit: float = 1) -> str:
    if found.value is None:
        return f"– ({found.over}/{found.count})" if found.count else "–"
    high = "…" if found.high is None else f"{found.high / unit:.1f}"
    return f"{found.value / unit:.1f} [{(found.low or 0) / unit:.1f}–{high}] ({found.over}/{found.count})"


def _share(found: Share) -> str:
    if found.value is None or found.low is None or found.high is None:
        return "–"
    return f"{found.part}/{found.whole} [{found.low:.0%}–{found.high:.0%}]"
