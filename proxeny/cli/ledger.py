"""`proxeny ledger`: verify the record."""

import click
from django.utils.translation import gettext as _
from rich.progress import Progress

from proxeny.cli.common import FOUND_WHAT_IT_MUST_REPORT, json_option, notes, people, print_json
from proxeny.ledger import reading, verifying


@click.group("ledger")
def command() -> None:
    """Verify the append-only record."""


@command.command("verify")
@json_option
def verify(as_json: bool) -> None:
    """Recompute every hash from the first line to the last; exit 1 names the first place that does not hold."""
    with Progress(console=notes, transient=True, disable=as_json) as progress:
        bar = progress.add_task("", total=reading.count())
        report = verifying.verify(lambda at: progress.update(bar, completed=at))
    if as_json:
        print_json(report.as_json())
    elif report.ok:
        people.print(_("%(count)s entries, each of them holds.") % {"count": report.entries})
    else:
        for found in report.breaks:
            people.print(f"{found.sequence}: {found.kind}: {found.detail}")
    if not report.ok:
        raise SystemExit(FOUND_WHAT_IT_MUST_REPORT)
