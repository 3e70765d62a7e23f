"""`proxeny demo`, and what `proxeny up --demo` says while it loads 云梯科技, the made-up vendor."""

from datetime import date
from pathlib import Path

import click
from django.utils import translation

from proxeny.cli.common import Day
from proxeny.core import clock
from proxeny.demo import generate, loading, naming, write_files
from proxeny.demo.generating import NAME
from proxeny.demo.steps import PASSWORD, STEPS, Step
from proxeny.identity.models import Staff


def load_if_empty() -> list[str]:
    """Fill an installation that has no colleagues yet, or complete a load that was cut short.

    Returns what to tell people: who can sign in, and how. An installation that somebody else began is left
    alone, and nothing is returned.
    """
    if loading.began_on() is None and Staff.objects.exists():
        return []
    loading.load(_tell)
    who = " · ".join(f"{one.username} {one.name}" for one in naming.who_signs_in())
    return [
        f"示例公司{NAME}的密码都是 {PASSWORD};从 zhou(话事人)或 lin(主管)开始。",
        f"Everybody at {NAME}, a made-up vendor, has the password {PASSWORD}; start as zhou or lin.",
        f"  {who}",
    ]


def _tell(number: int, step: Step) -> None:
    said = []
    for language in ("zh-hans", "en"):
        with translation.override(language):
            said.append(str(step.said))
    click.echo(f"[{number}/{len(STEPS)}] {' · '.join(said)}")


@click.group("demo")
def command() -> None:
    """Work with the made-up vendor of `proxeny up --demo`."""


@command.command("files")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--on", type=Day(), help="The day that is today, as 2026-11-22; the files end the day before.")
@click.option(
    "--seed", type=click.IntRange(0), default=7, show_default=True, help="Another seed, other figures."
)
def files(folder: Path, on: date | None, seed: int) -> None:
    """Write the vendor's files into FOLDER, to try an import by hand."""
    with clock.on(on):
        vendor = generate(clock.today(), seed)
    for path in write_files(vendor, folder).values():
        click.echo(path)
