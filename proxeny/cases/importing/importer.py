"""Cases as one of the kinds that the faces can import."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction

from proxeny.accounts import adding
from proxeny.cases.importing.customers import Customers
from proxeny.cases.importing.fields import FIELDS
from proxeny.cases.importing.giving_back import give_back
from proxeny.cases.importing.history import History
from proxeny.cases.importing.keeping import Keeper, plans
from proxeny.cases.importing.presets import PRESETS
from proxeny.cases.importing.previewing import shown
from proxeny.cases.importing.reading import CaseFile, How, open_cases
from proxeny.cases.importing.reporting import Tally
from proxeny.core.actors import Actor
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, may
from proxeny.intake import concluding, receiving
from proxeny.intake.importers import CannotRead, Column, Option, Preview, Progress
from proxeny.intake.models import Batch
from proxeny.intake.rows.choices import OPTIONS as ROW_OPTIONS
from proxeny.intake.rows.choices import Choices
from proxeny.intake.rows.file import CannotReadRows
from proxeny.intake.rows.importer import ALL_OR_NOTHING, BAD_ROWS, MEANWHILE
from proxeny.intake.tabular.problems import TabularError

_SHARED = {option.name: option for option in ROW_OPTIONS}
OPTIONS: tuple[Option, ...] = (
    Option(
        "create_accounts",
        N_("add customers that are not known yet"),
        kind="switch",
        help=N_("Otherwise their cases are set aside; import the file again once the customers are added."),
    ),
    _SHARED["whole"],
    Option(
        "account", N_("customer"), kind="text", help=N_("The number of the customer of cases that name none.")
    ),
    Option(
        "states",
        N_("words for states"),
        kind="text",
        help=N_("Where the file has words of its own: Waiting for parts=held, Parked=waiting"),
    ),
    *(_SHARED[name] for name in ("day_first", "sheet", "header_row", "encoding", "delimiter")),
)


class CasesImporter:
    """Imports cases: event logs, lists of cases, and what ticket systems give as JSON."""

    kind = Batch.Kind.CASES
    columns: Sequence[Column] = tuple(Column(one.name, one.label, one.required, one.help) for one in FIELDS)
    presets: Sequence[tuple[str, str]] = PRESETS
    options: Sequence[Option] = OPTIONS

    def preview(self, batch: Batch, rows: int = 20) -> Preview:
        """Look at the first rows without importing; raise CannotRead."""
        try:
            return shown(open_cases(receiving.path_of(batch), how_of(batch)), rows)
        except TabularError as error:
            raise CannotReadRows(error.problem) from error

    def look(self, batch: Batch, *, progress: Progress | None = None) -> dict[str, Any]:
        """Return the document that importing would give now, and import nothing; the batch need not be saved."""
        try:
            file = self._open(batch)
            histories = _read(file, progress)
        except TabularError as error:
            raise CannotReadRows(error.problem) from error
        customers = Customers(one.account for one in histories)
        tally = Tally(adds_customers=_is_on(batch.options.get("create_accounts")))
        for several, plan in plans(histories, customers, file.preset, lock=False):
            tally.count(several, plan)
        return tally.report(file)

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
        file = self._open(batch)
        histories = _read(file, progress)
        has_bad_rows = give_back(file, bad_rows)
        kept = str(bad_rows.relative_to(settings.FILES_FOLDER)) if has_bad_rows else ""
        batch.preset, batch.mapping = file.preset, dict(file.columns.found)
        if has_bad_rows and _is_on(batch.options.get("whole")):
            return concluding.document(batch, self._refuse(batch, file, histories, kept))
        with transaction.atomic():
            report = self._keep(batch, file, histories, by, _halves(file, progress, second=True))
            concluding.conclude(batch, report, by=by, bad_rows_path=kept)
        return concluding.document(batch, report)

    def _keep(
        self,
        batch: Batch,
        file: CaseFile,
        histories: Sequence[History],
        by: Actor,
        done: Callable[[int], None],
    ) -> dict[str, Any]:
        customers = Customers(one.account for one in histories)
        if customers.unknown and _is_on(batch.options.get("create_accounts")):
            adding.add_by_reference(customers.unknown, by=by, batch=batch, currency=str(settings.CURRENCY))
            customers = Customers(one.account for one in histories)
        keeper = Keeper(batch, file.preset, dict(PRESETS)[file.preset], customers)
        tally = Tally()
        with _left_alone():
            for several, plan in plans(histories, customers, file.preset, lock=True):
                keeper.keep(plan, by=by)
                tally.count(several, plan)
                done(sum(one.rows for one in several))
        keeper.tell(tally.made + tally.changed, by=by)
        return tally.report(file)

    def _refuse(
        self, batch: Batch, file: CaseFile, histories: Sequence[History], bad_rows_path: str
    ) -> dict[str, Any]:
        """Let the batch fail for its bad rows, with its report and the file of them."""
        tally = Tally()
        tally.count(histories, None)
        report = tally.report(file)
        rows = report["rows"]
        reason = Sentence(ALL_OR_NOTHING, {"bad": rows["bad"], "read": rows["read"]})
        report["notes"] = [reason.as_json(), *report["notes"]]
        batch.report = {**report, "errors": report["errors"][: concluding.MOST_ERRORS_KEPT]}
        batch.bad_rows_path = bad_rows_path
        batch.save(update_fields=["report", "bad_rows_path", "preset", "mapping"])
        concluding.fail(batch, reason)
        return report

    def _open(self, batch: Batch) -> CaseFile:
        file = open_cases(receiving.path_of(batch), how_of(batch))
        if batch.sha256 and file.sha256 != batch.sha256:
            raise TabularError("changed_while_reading")
        file.columns.require_complete()
        return file


def how_of(batch: Batch) -> How:
    """Return what a person chose for the batch, as the reading takes it."""
    choices = Choices.of(batch.options)
    return How(
        preset=batch.preset,
        mapping={name: str(column) for name, column in batch.mapping.items()},
        account=str(batch.options.get("account") or "").strip(),
        states=str(batch.options.get("states") or ""),
        day_first=choices.day_first,
        sheet=choices.sheet,
        header_row=choices.header_row,
        encoding=choices.encoding,
        delimiter=choices.delimiter,
    )


def _read(file: CaseFile, progress: Progress | None) -> list[History]:
    return list(file.reader.histories(_halves(file, progress)))


def _halves(file: CaseFile, progress: Progress | None, *, second: bool = False) -> Callable[[int], None]:
    """Count rows as half done when they are read and as done when they are kept; without a listener, count nothing."""
    if progress is None:
        return lambda _rows: None
    total = file.count()
    done = total if second else 0

    def step(rows: int) -> None:
        nonlocal done
        done = min(done + rows, 2 * total)
        progress(done, 2 * total)

    return step


@contextmanager
def _left_alone() -> Iterator[None]:
    """Keep the collector from going through all histories again and again, while rows come and go in their hundreds."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _is_on(value: Any) -> bool:
    return value is True or str(value).strip().lower() in {"1", "on", "true", "yes"}


def _said(error: Exception) -> CannotRead:
    if isinstance(error, CannotRead):
        return error
    if isinstance(error, TabularError):
        return CannotReadRows(error.problem)
    return CannotRead(Sentence(MEANWHILE))


CASES = CasesImporter()
