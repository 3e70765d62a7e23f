"""Made-up files of cases, and what is read from them."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from proxeny.cases.importing.history import History
from proxeny.cases.importing.importer import CASES
from proxeny.cases.importing.reading import CaseFile, How, open_cases
from proxeny.intake import receiving
from proxeny.intake.models import Batch
from proxeny.intake.saying import said
from tests.cast import SETTING_UP

LOG_HEADER = (
    "number", "incident_state", "assignment_group", "assigned_to", "company", "priority", "category", "opened_at",
    "sys_updated_at", "sys_updated_by", "sys_mod_count", "reopen_count", "resolved_at", "closed_at", "short_description",
)  # fmt: skip


def read(path: Path, **how: Any) -> tuple[list[History], CaseFile]:
    """Return the cases of the file, and the file as it was understood."""
    file = open_cases(path, How(**{"mapping": {}, **how}))
    file.columns.require_complete()
    return list(file.reader.histories(lambda _rows: None)), file


def wrong(file: CaseFile) -> list[tuple[int | None, str | None, str]]:
    """Return what was wrong with which row and column."""
    every = file.reader.objections.listed(lambda problem: problem.as_json())
    return [(one["row"], one["column"], one["reason"]) for one in every]


def table(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    """Write a CSV file."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([header, *rows])
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


def update(number: str, at: str, **told: object) -> list[object]:
    """Return a row of an event log: what is not told is `?`, as such logs have it."""
    row = dict.fromkeys(LOG_HEADER, "?") | {"number": number, "sys_updated_at": at} | told
    return [row[name] for name in LOG_HEADER]


def log(path: Path, rows: Iterable[Sequence[object]]) -> Path:
    """Write an event log as ServiceNow has them."""
    return table(path, LOG_HEADER, rows)


def document(path: Path, told: object) -> Path:
    """Write a JSON document."""
    path.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return path


def bring_in(path: Path, preset: str = "", **options: Any) -> tuple[Batch, Mapping[str, Any]]:
    """Import the file and return the batch with its document, worded in English."""
    mapping = options.pop("mapping", {})
    with path.open("rb") as stream:
        batch = receiving.receive(stream, path.name, Batch.Kind.CASES, by=SETTING_UP, options=options)
    batch.preset, batch.mapping = preset, mapping
    batch.save()
    report = said(CASES.run(batch, by=SETTING_UP), "en")
    batch.refresh_from_db()
    return batch, report
