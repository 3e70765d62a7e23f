"""`proxeny sweep`: look over all consumption and lay out the docket."""

from datetime import date

import click
from django.utils.translation import gettext as _
from rich.progress import Progress

from proxeny.cli.common import json_option, notes, on_option, people, print_json
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.docket import sweeping


@click.command("sweep")
@on_option
@click.option("--engine", type=click.Choice(["duckdb"]), default="duckdb", help="What computes the series.")
@json_option
def command(on: date | None, engine: str, as_json: bool) -> None:
    """Recompute the swings and the docket of today, or of another day."""
    with clock.on(on), Progress(console=notes, transient=True, disable=as_json) as progress:
        bar = progress.add_task("", total=None)
        done = sweeping.sweep(
            clock.today(),
            by=Actor.system("sweep"),
            report=lambda at, of: progress.update(bar, completed=at, total=of),
        )
    document = {
        "on": done.on.isoformat(),
        "engine": engine,
        "series": done.series,
        "swings": done.swings.count(),
        "too_little": len(done.too_little),
        "silent": len(done.silent),
        "data": done.data_version,
    }
    if as_json:
        print_json(document)
    else:
        said = _(
            "%(on)s: %(series)s series looked over, %(swings)s swings, %(too_little)s customers too thin to say anything of"
        )
        people.print(said % document)
