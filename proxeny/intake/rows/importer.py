"""Importing files of rows: the importer that the faces speak to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, may
from proxeny.intake import concluding, receiving
from proxeny.intake.importers import CannotRead, Column, Option, Preview, Progress
from proxeny.intake.models import Batch
from proxeny.intake.rows.choices import OPTIONS, Choices
from proxeny.intake.rows.file import CannotReadRows, RowFile, open_rows
from proxeny.intake.rows.keeping import keep
from proxeny.intake.rows.planning import Plan, gathered, plan
from proxeny.intake.rows.previewing import shown
from proxeny.intake.rows.reading import Pass, Record, RowReader
from proxeny.intake.rows.shelf import Shelf
from proxeny.intake.tabular.fields import Field
from proxeny.intake.tabular.presets import load_preset, names_of_presets
from proxeny.intake.tabular.problems import Problem, TabularError

ALL_OR_NOTHING = N_("%(bad)s of %(read)s rows are bad, and all or nothing was asked: nothing was imported.")
MEANWHILE = N_("Somebody else added the same at this moment. Nothing was imported; start again.")
BAD_ROWS = ".bad.csv"


@dataclass(slots=True)
class _Work:
    """One reading under way: how its rows are understood, what they say, how far it is."""

    file: RowFile
    reader: RowReader
    records: list[Record]
    rows_read: int
    step: Callable[[int], None]


class RowImporter:
    """Imports the rows of one kind.

    `reader` understands them, `shelf` keeps what they say; `more` are options of this kind only.
    """

    def __init__(
        self,
        kind: Batch.Kind,
        fields: Sequence[Field],
        reader: type[RowReader],
        shelf: Shelf[Any],
        more: Sequence[Option] = (),
    ) -> None:
        self.kind, self.fields, self.reader, self.shelf = kind, fields, reader, shelf
        self.columns: Sequence[Column] = [
            Column(one.name, one.label or one.name, one.required, one.help) for one in fields
        ]
        self.presets: Sequence[tuple[str, str]] = [
            (name, load_preset(kind, name).label) for name in names_of_presets(kind)
        ]
        self.options: Sequence[Option] = (*OPTIONS[:2], *more, *OPTIONS[2:])

    def preview(self, batch: Batch, rows: int = 20) -> Preview:
        """Look at the first rows as they would be taken; raise CannotRead."""
        try:
            file = self._open(batch)
            first = list(islice(file.rows(complete=False), rows))
        except TabularError as error:
            raise CannotReadRows(error.problem) from error
        return shown(file, first, self._reader(batch, file, is_whole=False), batch.preset)

    def look(self, batch: Batch, *, progress: Progress | None = None) -> dict[str, Any]:
        """Return the document that importing would give now, and import nothing; the batch need not be saved."""
        try:
            work = self._read(batch, progress)
        except TabularError as error:
            raise CannotReadRows(error.problem) from error
        return self._report(work, plan(work.records, work.reader, clock.now(), lock=False))

    def run(self, batch: Batch, *, by: Actor, progress: Progress | None = None) -> dict[str, Any]:
        """Import the file, whole or not at all, and return its document.

        Bad rows are left out and given back as a file; where all or nothing was asked, one of them makes the batch fail,
        which the document says. Raises CannotRead where nothing can be read, and NotFound for those who may not import;
        `progress` ends the import by raising.
        """
        if not may(by, Area.IMPORTS, write=True):
            raise NotFound(str(batch.record))
        concluding.begin(batch)
        bad_rows = receiving.path_of(batch).with_suffix(BAD_ROWS)
        try:
            return self._import(batch, by, progress, bad_rows)
        except (TabularError, CannotRead, IntegrityError) as error:
            bad_rows.unlink(missing_ok=True)
            problem = _said(error)
            concluding.fail(batch, problem.why)
            raise problem from error
        except BaseException:
            bad_rows.unlink(missing_ok=True)
            concluding.cancel(batch)
            raise

    def _import(self, batch: Batch, by: Actor, progress: Progress | None, bad_rows: Path) -> dict[str, Any]:
        work, now = self._read(batch, progress), clock.now()
        objections = work.reader.work.objections
        with transaction.atomic():
            found = plan(work.records, work.reader, now, lock=True)
            has_bad_rows = work.file.give_back(bad_rows, objections)
            is_refused = has_bad_rows and work.reader.work.choices.whole
            if not is_refused:
                keep(found, self.shelf, batch, now, work.step, by=by)
            report = self._report(work, Plan(rows_good=found.rows_good) if is_refused else found)
            batch.mapping = dict(work.file.columns.found)
            kept = str(bad_rows.relative_to(settings.FILES_FOLDER)) if has_bad_rows else ""
            if not is_refused:
                concluding.conclude(batch, report, by=by, bad_rows_path=kept)
        return concluding.document(batch, self._fail(batch, report, kept) if is_refused else report)

    def _fail(self, batch: Batch, report: dict[str, Any], bad_rows_path: str) -> dict[str, Any]:
        """Let the batch fail for its bad rows, with its report and the file of them."""
        rows = report["rows"]
        reason = Sentence(ALL_OR_NOTHING, {"bad": rows["bad"], "read": rows["read"]})
        report["notes"] = [reason.as_json(), *report["notes"]]
        batch.report = {**report, "errors": report["errors"][: concluding.MOST_ERRORS_KEPT]}
        batch.bad_rows_path = bad_rows_path
        batch.save(update_fields=["report", "bad_rows_path", "mapping"])
        concluding.fail(batch, reason)
        return report

    def _open(self, batch: Batch) -> RowFile:
        return open_rows(
            receiving.path_of(batch),
            self.fields,
            Choices.of(batch.options),
            kind=self.kind,
            currency=settings.CURRENCY,
            preset=batch.preset,
            mapping=batch.mapping,
            sha256=batch.sha256,
        )

    def _reader(self, batch: Batch, file: RowFile, *, is_whole: bool = True) -> RowReader:
        choices = Choices.of(batch.options)
        currency = choices.currency or settings.CURRENCY
        return self.reader(Pass(choices, file.columns.found, currency, is_whole=is_whole))

    def _read(self, batch: Batch, progress: Progress | None) -> _Work:
        """Read the file, each row counting as half done when it is read and as done when it is kept."""
        file = self._open(batch)
        file.columns.require_complete()
        total, done = 2 * file.count(), 0

        def step(rows: int) -> None:
            nonlocal done
            done = min(done + rows, total)
            if progress:
                progress(done, total)

        reader = self._reader(batch, file)
        records, count = gathered(file, reader, step)
        return _Work(file, reader, records, count, step)

    def _report(self, work: _Work, found: Plan) -> dict[str, Any]:
        objections = work.reader.work.objections
        return {
            "preset": work.file.preset,
            "mapping": dict(work.file.columns.found),
            "mode": work.reader.work.choices.mode.value,
            "rows": {"read": work.rows_read, "good": found.rows_good, "bad": len(objections), "aside": 0},
            "made": len(found.made),
            "changed": len(found.changes),
            "skipped": found.skipped,
            "unchanged": found.unchanged,
            "accounts": found.accounts,
            "errors": objections.listed(Problem.kept),
            "notes": [note.as_json() for note in work.reader.notes()],
        }


def _said(error: Exception) -> CannotRead:
    if isinstance(error, CannotRead):
        return error
    if isinstance(error, TabularError):
        return CannotReadRows(error.problem)
    return CannotRead(Sentence(MEANWHILE))
