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
from proxeny.reports import access
from proxeny.reports.team import Record, record_of


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
        if found is None:
            names = ", ".join(Team.objects.filter(pk__in=teams.values("pk")).values_list("name", flat=True))
            raise click.UsageError(f"there is no team {team!r}; there are: {names or '–'}")
        record = record_of(found)
    if as_json:
        print_json(record.as_json())
    else:
        _show(record)


def _show(record: Record) -> None:
    """Print the record for a person."""
    head = record.team.head.name if record.team.head else "–"
    people.print(f"[bold]{record.team.name}[/]  {_('headed by %(name)s') % {'name': head}}")
    columns = [f"{one.period.first:%Y-%m-%d}\\n{one.period.last:%Y-%m-%d}" for one in record.figures]
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


def _median(found: Median) -> str:
    if found.value is None:
        return f"– ({found.over}/{found.count})" if found.count else "–"
    high = "…" if found.high is None else f"{found.high / 60:.1f}"
    return f"{found.value / 60:.1f} [{(found.low or 0) / 60:.1f}–{high}] ({found.over}/{found.count})"


def _share(found: Share) -> str:
    if found.value is None or found.low is None or found.high is None:
        return "–"
    return f"{found.part}/{found.whole} [{found.low:.0%}–{found.high:.0%}]"
