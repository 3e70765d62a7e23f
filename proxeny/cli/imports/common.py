"""What all imports share at the command line: options, bars, the table at the end."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext as _
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from proxeny.cli.common import FOUND_WHAT_IT_MUST_REPORT, notes, people, print_json, print_table
from proxeny.intake import saying
from proxeny.intake.importers import CannotRead

MOST_ERRORS_SHOWN = 20
FOR_SCRIPTS = "en"
"""A script gets the same words wherever it runs."""

NOTHING_READ = {"read": 0, "good": 0, "bad": 0, "aside": 0}
files_argument = click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE…",
)
map_option = click.option(
    "--map", "pairs", multiple=True, metavar="ours=theirs", help="Take our field from this column of theirs."
)
dry_run_option = click.option("--dry-run", is_flag=True, help="Read and report; import nothing.")


def mapping_of(pairs: Iterable[str]) -> dict[str, str]:
    """Return the `ours=theirs` pairs as a mapping, or fail as wrong usage."""
    found = {}
    for pair in pairs:
        ours, equals, theirs = pair.partition("=")
        if not equals:
            raise click.UsageError(f"--map {pair!r}: write it as ours=theirs")
        found[ours.strip()] = theirs.strip()
    return found


def with_bar(file: Path, work: Callable[[Callable[[int, int], None] | None], Any], *, quiet: bool) -> Any:
    """Run `work` with a bar for people, or without one."""
    if quiet:
        return work(None)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=notes, transient=True) as progress:
        bar = progress.add_task(file.name, total=None)
        return work(lambda done, of: progress.update(bar, completed=done, total=of))


def unread(file: Path, error: CannotRead, *, as_json: bool) -> dict[str, Any]:
    """Return the document of a file of which nothing could be read."""
    text = error.in_language(FOR_SCRIPTS) if as_json else str(error)
    return {"file": str(file), "error": text, "rows": NOTHING_READ}


def finish(documents: list[dict[str, Any]], *, as_json: bool) -> None:
    """Print what was imported, and end with 1 where rows were bad or a file could not be read."""
    if as_json:
        worded = [saying.said(document, FOR_SCRIPTS) for document in documents]
        print_json(worded[0] if len(worded) == 1 else worded)
    else:
        for document in documents:
            _show(saying.said(document))
    if any("error" in document or document["rows"]["bad"] for document in documents):
        raise SystemExit(FOUND_WHAT_IT_MUST_REPORT)


def _show(document: dict[str, Any]) -> None:
    if "error" in document:
        people.print(f"[bold]{document['file']}[/]: {document['error']}")
        return
    rows = document["rows"]
    said = _("%(file)s: %(read)s rows read, %(good)s good, %(bad)s bad, %(aside)s set aside")
    people.print(said % {"file": document["file"], **rows})
    for currency, amount in document.get("sums", {}).get("amount", {}).items():
        people.print(f"  {amount} {currency}")
    if document.get("already"):
        people.print(
            _("This very file was imported before, as batch %(batch)s; nothing was changed.") % document
        )
    for note in document.get("notes", []):
        people.print(f"  {note}")
    if errors := document.get("errors"):
        rows_shown = [(one["row"], one["column"], one["reason"]) for one in errors[:MOST_ERRORS_SHOWN]]
        print_table("", [_("row"), _("column"), _("reason")], rows_shown, right=[0])
    if document.get("bad_rows"):
        people.print(_("All bad rows with their reasons: %(path)s") % {"path": document["bad_rows"]})
