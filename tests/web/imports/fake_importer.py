"""An importer of a kind of its own: a column `number` that is needed, numbers that must be digits."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from proxeny.core.actors import Actor
from proxeny.intake import concluding, receiving
from proxeny.intake.importers import CannotRead, Column, Option, Preview, Progress
from proxeny.intake.models import Batch

SUMS = {"amount": {"CNY": "9007199254740993.07", "JPY": "-1200.00"}}


class FakeImporter:
    """Reads CSV; `before_the_end` is called when all is read and nothing stands yet."""

    columns = (Column("number", "Number", required=True), Column("note", "Note"))
    presets = (("plain", "Plain"), ("fancy", "Fancy"))
    options = (
        Option("create_accounts", "Add them", kind="switch"),
        Option("mark", "Mark", choices=(("", "any"), (".", "point"))),
    )

    def __init__(self) -> None:
        self.before_the_end: Callable[[], None] = lambda: None
        self.runs = 0

    def preview(self, batch: Batch, rows: int = 20) -> Preview:
        header, lines = self._read(batch)
        mapping = batch.mapping or {name: name for name in ("number", "note") if name in header}
        column = mapping.get("number", "")
        wrong = [number for number, line in lines if column and not line[header.index(column)].isdecimal()]
        return Preview(
            header=header,
            rows=[(n, line, [f"{column}: not a number"] if n in wrong else []) for n, line in lines][:rows],
            preset=batch.preset or "plain",
            mapping=mapping,
            missing=[] if column else ["number"],
            problems=[{"row": n, "column": column, "reason": "not a number"} for n in wrong],
        )

    def run(self, batch: Batch, *, by: Actor, progress: Progress | None = None) -> dict[str, Any]:
        self.runs += 1
        concluding.begin(batch)
        preview = self.preview(batch, 1000)
        bad = [cells for _number, cells, reasons in preview.rows if reasons]
        if progress:
            progress(1, 2)
        self.before_the_end()
        rows = {
            "read": len(preview.rows),
            "good": len(preview.rows) - len(bad) - 1,
            "bad": len(bad),
            "aside": 1,
        }
        report = {
            "rows": rows,
            "sums": SUMS,
            "errors": list(preview.problems),
            "aside": [{"account": "ZZ-77", "rows": 1}],
            "aside_accounts": 1,
        }
        path = receiving.path_of(batch).with_suffix(".bad.csv")
        path.write_text("\n".join(",".join(cells) for cells in bad), "utf-8")
        with transaction.atomic():
            concluding.conclude(batch, report, by=by, bad_rows_path=_name(path) if bad else "")
        return concluding.document(batch)

    def _read(self, batch: Batch) -> tuple[list[str], list[tuple[int, list[str]]]]:
        text = receiving.path_of(batch).read_text("utf-8")
        if text.startswith("%PDF"):
            raise CannotRead("It is a PDF.")
        header, *lines = csv.reader(text.splitlines())
        return header, list(enumerate(lines, start=2))


def _name(path: Path) -> str:
    return str(path.relative_to(settings.FILES_FOLDER))
