"""What the commands share: options, the actor, one JSON document or a table for people."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.table import Table

from proxeny.core.actors import Actor
from proxeny.identity.models import Staff

F = TypeVar("F", bound=Callable[..., Any])
FOUND_WHAT_IT_MUST_REPORT = 1
people = Console()
notes = Console(stderr=True)


class Day(click.ParamType[date]):
    """A day as 2026-11-22."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or fail as wrong usage."""
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2026-11-22", param, ctx)


on_option = click.option("--on", type=Day(), help="The day that is today, as 2026-11-22.")
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document and nothing else."
)


def as_option(function: F) -> F:
    """Add `--as USER`: see what that colleague sees."""
    return click.option("--as", "username", metavar="USER", help="Look through the eyes of this colleague.")(
        function
    )


def actor_named(username: str | None, part: str) -> Actor:
    """Return the colleague with that sign-in name, or the program itself when none is given."""
    if username is None:
        return Actor.system(part)
    staff = Staff.objects.filter(username__iexact=username, is_active=True).first()
    if staff is None:
        raise click.UsageError(f"there is no colleague with the sign-in name {username!r}")
    return staff.actor


def print_json(document: Any) -> None:
    """Print one JSON document on standard output."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2, default=str))


def print_table(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, right: Iterable[int] = ()
) -> None:
    """Print a table for people; the columns in `right` are aligned to the right."""
    table = Table(title=title, title_justify="left", header_style="dim", box=None, pad_edge=False)
    flush = set(right)
    for position, column in enumerate(columns):
        table.add_column(column, justify="right" if position in flush else "left", overflow="fold")
    for row in rows:
        table.add_row(*("" if cell is None else str(cell) for cell in row))
    people.print(table)
