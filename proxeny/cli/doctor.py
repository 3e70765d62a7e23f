"""`proxeny doctor`: examine the installation."""

import sys

import click

from proxeny.cli.common import FOUND_WHAT_IT_MUST_REPORT, json_option, people, print_json
from proxeny.core import health
from proxeny.core.health import Level

MARKS = {Level.OK: "[green]✓[/]", Level.WARNING: "[yellow]![/]", Level.ERROR: "[red]✗[/]"}


@click.command("doctor")
@json_option
def command(as_json: bool) -> None:
    """Examine database, disk, queue and calendar; exit 1 if something does not work."""
    findings = health.examine()
    is_well = all(finding.level is not Level.ERROR for finding in findings.values())
    if as_json:
        print_json(
            {
                "ok": is_well,
                "checks": [
                    {
                        "name": name,
                        "level": found.level,
                        "sentence": found.sentence.both(),
                        "facts": dict(found.facts),
                    }
                    for name, found in findings.items()
                ],
            }
        )
    else:
        for name, found in findings.items():
            people.print(f"{MARKS[found.level]} [bold]{name}[/] ", end="")
            people.print(found.sentence.here(), markup=False)
    if not is_well:
        sys.exit(FOUND_WHAT_IT_MUST_REPORT)
