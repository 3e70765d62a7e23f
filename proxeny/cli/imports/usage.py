"""`proxeny import usage`."""

from pathlib import Path
from typing import Any

import click
from django.conf import settings

from proxeny.analytics.usage.reading.how import How
from proxeny.analytics.usage.reading.presets import PRESETS
from proxeny.analytics.usage.reading.reasons import ReadingError
from proxeny.cli.common import actor_named, as_option, json_option
from proxeny.cli.imports.common import dry_run_option, files_argument, finish, map_option, mapping_of, with_bar
from proxeny.core.actors import Actor
from proxeny.intake import concluding, receiving
from proxeny.intake.models import Batch
from proxeny.usage import importing


@click.command("usage")
@files_argument
@click.option("--preset", type=click.Choice(sorted(PRESETS)), help="What kind of file it is; guessed from its header otherwise.")
@map_option
@click.option("--currency", default="", help="The currency of amounts that name none.")
@click.option("--meter", default="", help="The meter of rows that name none.")
@click.option("--day-first/--month-first", default=None, help="How to read 03/04/2026.")
@click.option("--decimal", type=click.Choice([".", ","]), help="The decimal mark, where the file leaves it open.")
@click.option("--create-accounts", is_flag=True, help="Add customers that are not known yet.")
@click.option("--again", is_flag=True, help="Import even if the very same file was imported before.")
@dry_run_option
@as_option
@json_option
def command(files: tuple[Path, ...], username: str | None, *, dry_run: bool, as_json: bool, **options: Any) -> None:
    """Import consumption: meter readings, single lines, bills."""
    actor = actor_named(username, "import")
    how = How(
        preset=options["preset"] or "",
        mapping=mapping_of(options["pairs"]),
        currency=options["currency"],
        meter=options["meter"],
        day_first=options["day_first"],
        decimal_mark=options["decimal"],
    )
    documents = []
    for file in files:
        try:
            if dry_run:
                looked = with_bar(file, lambda bar, file=file: importing.look_at(file, how, progress=bar), quiet=as_json)
                documents.append({"file": str(file), "dry_run": True, **looked})
            else:
                documents.append({"file": str(file), **_import(file, how, actor, options, as_json=as_json)})
        except ReadingError as error:
            documents.append({"file": str(file), "error": importing.explain(error.reason), "code": error.reason.code, "rows": {}})
    finish(documents, as_json=as_json)


def _import(file: Path, how: How, actor: Actor, options: dict[str, Any], *, as_json: bool) -> dict[str, Any]:
    kept = {name: value for name, value in options.items() if name != "again" and value not in (None, "", (), False)}
    with file.open("rb") as stream:
        batch = receiving.receive(stream, file.name, Batch.Kind.USAGE, by=actor, options=kept)
    before = None if options["again"] else receiving.same_file_before(batch)
    if before is not None:
        concluding.cancel(batch)
        return {**concluding.document(before), "already": True}
    document: dict[str, Any] = with_bar(
        file,
        lambda bar: importing.import_usage(
            batch, how, by=actor, create_accounts=options["create_accounts"], progress=bar
        ),
        quiet=as_json,
    )
    if batch.bad_rows_path:
        document["bad_rows"] = str(Path(settings.FILES_FOLDER) / batch.bad_rows_path)
    return document
