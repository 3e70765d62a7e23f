"""`proxeny import usage`."""

from pathlib import Path
from typing import Any

import click
from django.conf import settings

from proxeny.analytics.usage.reading.presets import PRESETS
from proxeny.analytics.usage.reading.reasons import ReadingError
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
from proxeny.usage.importer import UsageImporter
from proxeny.usage.reasons import sentence_of


@click.command("usage")
@files_argument
@click.option(
    "--preset",
    type=click.Choice(sorted(PRESETS)),
    help="What kind of file it is; guessed from its header otherwise.",
)
@map_option
@click.option("--currency", default="", help="The currency of amounts that name none.")
@click.option("--meter", default="", help="The meter of rows that name none.")
@click.option("--day-first/--month-first", default=None, help="How to read 03/04/2026.")
@click.option(
    "--decimal", type=click.Choice([".", ","]), help="The decimal mark, where the file leaves it open."
)
@click.option("--create-accounts", is_flag=True, help="Add customers that are not known yet.")
@click.option("--again", is_flag=True, help="Import even if the very same file was imported before.")
@dry_run_option
@as_option
@json_option
def command(
    files: tuple[Path, ...], username: str | None, *, dry_run: bool, as_json: bool, **options: Any
) -> None:
    """Import consumption: meter readings, single lines, bills."""
    actor = actor_named(username, "import")
    if not may(actor, Area.IMPORTS, write=True):
        raise click.UsageError(f"{actor.name} may not import")
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
    batch = _chosen(Batch(kind=Batch.Kind.USAGE, file_name=file.name, file_path=str(file.resolve())), options)
    report = with_bar(file, lambda bar: UsageImporter().look(batch, progress=bar), quiet=as_json)
    return {"dry_run": True, **report}


def _imported(file: Path, options: dict[str, Any], actor: Actor, as_json: bool) -> dict[str, Any]:
    with file.open("rb") as stream:
        batch = receiving.receive(stream, file.name, Batch.Kind.USAGE, by=actor, options=_kept(options))
    before = None if options["again"] else receiving.same_file_before(batch)
    # Bad rows may be good by now: somebody may have said which comes first, day or month.
    if before is not None and not before.report["rows"]["bad"]:
        concluding.cancel(batch)
        return {**concluding.document(before), "already": True}
    _chosen(batch, options)
    document: dict[str, Any] = with_bar(
        file, lambda bar: UsageImporter().run(batch, by=actor, progress=bar), quiet=as_json
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
        name: value
        for name, value in options.items()
        if name != "again" and value not in (None, "", (), False)
    }
    return {**kept, "day_first": False} if options["day_first"] is False else kept


def _where(error: CannotRead) -> dict[str, Any]:
    """The place and the code of what makes the whole file unreadable."""
    cause = error.__cause__
    if not isinstance(cause, ReadingError):
        return {}
    params = cause.reason.params
    reason = sentence_of(cause.reason).as_json()
    place = {"row": params.get("row"), "column": params.get("column"), "reason": reason}
    return {"code": cause.reason.code, "errors": [place]}
