"""`proxeny import cases`."""

from pathlib import Path
from typing import Any

import click
from django.conf import settings

from proxeny.cases.importing.importer import CASES
from proxeny.cli.common import actor_named, as_option, json_option
from proxeny.cli.imports.common import (
    dry_run_option,
    files_argument,
    finish,
    map_option,
    mapping_of,
    unread,
    with_bar,
)
from proxeny.core.actors import Actor
from proxeny.identity.roles import Area, may
from proxeny.intake import concluding, receiving
from proxeny.intake.importers import CannotRead
from proxeny.intake.models import Batch
from proxeny.intake.rows.file import CannotReadRows


@click.command("cases")
@files_argument
@click.option(
    "--preset",
    type=click.Choice([name for name, _label in CASES.presets]),
    help="Which program the file comes from; guessed from its content otherwise.",
)
@map_option
@click.option("--account", default="", help="The number of the customer of cases that name none.")
@click.option("--states", default="", help="What words for states mean: 'Parked=waiting, Ready=open'.")
@click.option("--create-accounts", is_flag=True, help="Add customers that are not known yet.")
@click.option("--whole", is_flag=True, help="All or nothing: one bad row, and nothing is imported.")
@click.option("--day-first/--month-first", default=None, help="How to read 03/04/2026.")
@click.option("--sheet", default="", help="The sheet of a workbook; its first otherwise.")
@click.option(
    "--header-row", type=click.IntRange(1), help="The row of the header, where titles stand above it."
)
@click.option("--encoding", default="", help="The encoding, where it cannot be told from the text.")
@click.option("--delimiter", default="", help="The delimiter, where it cannot be told from the rows.")
@click.option("--again", is_flag=True, help="Import even if the very same file was imported before.")
@dry_run_option
@as_option
@json_option
def command(
    files: tuple[Path, ...], username: str | None, *, dry_run: bool, as_json: bool, **options: Any
) -> None:
    """Import cases with their courses: event logs, lists, exports of ticket systems."""
    actor = actor_named(username, "import")
    if not may(actor, Area.IMPORTS, write=True):
        raise click.UsageError(f"{actor.name} may not import")
    _require_known(mapping_of(options["pairs"]))
    documents = []
    for file in files:
        try:
            done = _looked_at(file, options, as_json) if dry_run else _imported(file, options, actor, as_json)
            documents.append({"file": str(file), **done})
        except CannotRead as error:
            documents.append({**unread(file, error, as_json=as_json), **_where(error)})
    finish(documents, as_json=as_json)


def _looked_at(file: Path, options: dict[str, Any], as_json: bool) -> dict[str, Any]:
    """Read the file where it lies, as a batch that is never saved."""
    batch = _chosen(Batch(kind=CASES.kind, file_name=file.name, file_path=str(file.resolve())), options)
    report = with_bar(file, lambda bar: CASES.look(batch, progress=bar), quiet=as_json)
    return {**concluding.document(batch, report), "dry_run": True}


def _imported(file: Path, options: dict[str, Any], actor: Actor, as_json: bool) -> dict[str, Any]:
    with file.open("rb") as stream:
        batch = receiving.receive(stream, file.name, CASES.kind, by=actor, options=_kept(options))
    before = None if options["again"] else receiving.same_file_before(batch)
    # What was bad or set aside may be good by now: a word was explained, a customer was added.
    if before is not None and not before.report["rows"]["bad"] and not before.report["rows"]["aside"]:
        concluding.cancel(batch)
        return {**concluding.document(before), "already": True}
    _chosen(batch, options)
    document: dict[str, Any] = with_bar(
        file, lambda bar: CASES.run(batch, by=actor, progress=bar), quiet=as_json
    )
    if batch.bad_rows_path:
        document["bad_rows"] = str(Path(settings.FILES_FOLDER) / batch.bad_rows_path)
    return document


def _chosen(batch: Batch, options: dict[str, Any]) -> Batch:
    batch.preset, batch.mapping = options["preset"] or "", mapping_of(options["pairs"])
    batch.options = _kept(options)
    return batch


def _kept(options: dict[str, Any]) -> dict[str, Any]:
    """What was asked for and makes another import of the same file another one."""
    kept = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in options.items()
        if name != "again" and value not in (None, "", (), False)
    }
    return {**kept, "day_first": False} if options["day_first"] is False else kept


def _require_known(mapping: dict[str, str]) -> None:
    known = [column.name for column in CASES.columns]
    for name in mapping:
        if name not in known:
            raise click.UsageError(
                f"--map {name}=…: there is no field {name!r}; known are {', '.join(known)}"
            )


def _where(error: CannotRead) -> dict[str, Any]:
    """The place and the code of what makes the whole file unreadable."""
    if not isinstance(error, CannotReadRows):
        return {}
    return {"code": error.problem.code, "errors": [error.problem.kept()]}
