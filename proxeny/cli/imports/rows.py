"""What `proxeny import accounts`, `people` and `contracts` share: files of rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from proxeny.cli.common import actor_named, as_option, json_option, people, print_table
from proxeny.cli.imports.common import (
    FOR_SCRIPTS,
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
from proxeny.intake import concluding, importers, receiving
from proxeny.intake.importers import CannotRead, Preview
from proxeny.intake.models import Batch
from proxeny.intake.rows.choices import Mode
from proxeny.intake.rows.file import CannotReadRows
from proxeny.intake.rows.importer import RowImporter

ROWS_SHOWN, COLUMNS_SHOWN = 5, 8
OPTIONS = (
    click.option(
        "--mode",
        type=click.Choice([mode.value for mode in Mode]),
        help="What happens to what stands already; left alone otherwise.",
    ),
    click.option("--whole", is_flag=True, help="All or nothing: one bad row, and nothing is imported."),
    click.option("--currency", default="", help="The currency of amounts that name none."),
    click.option("--day-first/--month-first", default=None, help="How to read 03/04/2026."),
    click.option(
        "--decimal", type=click.Choice([".", ","]), help="The decimal mark, where the file leaves it open."
    ),
    click.option("--sheet", default="", help="The sheet of a workbook; its first otherwise."),
    click.option(
        "--header-row", type=click.IntRange(1), help="The row of the header, where titles stand above it."
    ),
    click.option("--encoding", default="", help="The encoding, where it cannot be told from the text."),
    click.option("--delimiter", default="", help="The delimiter, where it cannot be told from the rows."),
    click.option("--again", is_flag=True, help="Import even if the very same file was imported before."),
)


def row_command(importer: RowImporter, text: str, *more: Callable[[Any], Any]) -> click.Command:
    """Return the command that imports files of this kind; `more` are options that only it has."""

    def run(
        files: tuple[Path, ...], username: str | None, *, dry_run: bool, as_json: bool, **options: Any
    ) -> None:
        actor = actor_named(username, "import")
        if not may(actor, Area.IMPORTS, write=True):
            raise click.UsageError(f"{actor.name} may not import")
        told = _Told(importer, actor, options, is_dry=dry_run, as_json=as_json)
        documents = [told.imported(file) for file in files]
        if not as_json:
            _say(documents)
        finish(documents, as_json=as_json)

    presets = [name for name, _label in importer.presets]
    if presets:
        more = (
            click.option("--preset", type=click.Choice(presets), help="Which program the file comes from."),
            *more,
        )
    run.__doc__ = text
    for option in reversed(
        (files_argument, map_option, *more, *OPTIONS, dry_run_option, as_option, json_option)
    ):
        run = option(run)
    return click.command(str(importer.kind))(run)


class _Told:
    """What a person asked for, and the document that each file gives."""

    def __init__(
        self, importer: RowImporter, actor: Actor, options: dict[str, Any], *, is_dry: bool, as_json: bool
    ) -> None:
        self.importer, self.actor, self.is_dry, self.as_json = importer, actor, is_dry, as_json
        self.again = options.pop("again")
        self.mapping = mapping_of(options["pairs"])
        self.preset: str = options.get("preset") or ""
        known = [column.name for column in importer.columns]
        for name in self.mapping:
            if name not in known:
                raise click.UsageError(
                    f"--map {name}=…: there is no field {name!r}; known are {', '.join(known)}"
                )
        self.kept = {
            name: _plain(value) for name, value in options.items() if value not in (None, "", (), False)
        }
        if options["day_first"] is False:
            self.kept["day_first"] = False

    def imported(self, file: Path) -> dict[str, Any]:
        """Import the file, or only look at it, and return its document."""
        try:
            return {"file": str(file), **(self._looked_at(file) if self.is_dry else self._kept(file))}
        except CannotRead as error:
            return {**unread(file, error, as_json=self.as_json), **_where(error)}

    def _looked_at(self, file: Path) -> dict[str, Any]:
        """Read the file where it lies, as a batch that is never saved."""
        batch = self._settled(
            Batch(kind=self.importer.kind, file_name=file.name, file_path=str(file.resolve()))
        )
        with translation.override(FOR_SCRIPTS if self.as_json else translation.get_language()):
            seen = self.importer.preview(batch, ROWS_SHOWN)
        if not self.as_json:
            _show(seen)
        report = with_bar(file, lambda bar: self.importer.look(batch, progress=bar), quiet=self.as_json)
        return {**concluding.document(batch, report), "dry_run": True, "preview": _as_json(seen)}

    def _kept(self, file: Path) -> dict[str, Any]:
        with file.open("rb") as stream:
            batch = receiving.receive(stream, file.name, self.importer.kind, by=self.actor, options=self.kept)
        before = None if self.again else receiving.same_file_before(batch)
        # Bad rows may be good by now: the customer they name was added, the colleague has come.
        if before is not None and not before.report["rows"]["bad"]:
            concluding.cancel(batch)
            return {**concluding.document(before), "already": True}
        self._settled(batch)
        work: Callable[[importers.Progress | None], dict[str, Any]] = lambda bar: self.importer.run(  # noqa: E731
            batch, by=self.actor, progress=bar
        )
        document: dict[str, Any] = with_bar(file, work, quiet=self.as_json)
        if batch.bad_rows_path:
            document["bad_rows"] = str(Path(settings.FILES_FOLDER) / batch.bad_rows_path)
        return document

    def _settled(self, batch: Batch) -> Batch:
        batch.preset, batch.mapping, batch.options = self.preset, self.mapping, self.kept
        return batch


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _where(error: CannotRead) -> dict[str, Any]:
    if not isinstance(error, CannotReadRows):
        return {}
    return {"code": error.problem.code, "errors": [error.problem.kept()]}


def _as_json(seen: Preview) -> dict[str, Any]:
    rows = [{"row": number, "cells": list(cells), "wrong": list(wrong)} for number, cells, wrong in seen.rows]
    return {
        "header": list(seen.header),
        "mapping": dict(seen.mapping),
        "missing": list(seen.missing),
        "rows": rows,
    }


def _say(documents: list[dict[str, Any]]) -> None:
    """Say of each file what became of its rows; the table of what was wrong follows."""
    for document in documents:
        if "made" in document:
            said = _(
                "%(file)s: %(made)s added, %(changed)s changed, %(unchanged)s as before, %(skipped)s left alone"
            )
            people.print(said % document)


def _show(seen: Preview) -> None:
    """Print the first rows, with our field above each column that was understood."""
    ours = {theirs: name for name, theirs in seen.mapping.items()}
    shown = [name for name in seen.header if name in ours][:COLUMNS_SHOWN]
    places = [list(seen.header).index(name) for name in shown]
    rows = [
        (number, *(cells[place] for place in places), "\n".join(wrong)) for number, cells, wrong in seen.rows
    ]
    print_table("", [_("row"), *(f"{name} → {ours[name]}" for name in shown), _("reason")], rows, right=[0])
    if unread := [name for name in seen.header if name not in ours]:
        people.print(
            _("Columns that were not read: %(names)s") % {"names": ", ".join(unread[:COLUMNS_SHOWN])}
        )
