"""Gathering what all lines say of rows, by row: on disk, so that a ledger of any length takes little memory."""

import json
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from django.conf import settings
from django.db import connection

from proxeny.ledger.reconciling.folding import Image
from proxeny.ledger.rows.carrying import ROWS
from proxeny.ledger.rows.declaring import Kept

AT_ONCE = 2000
LINES = """
    SELECT e.sequence, e.subjects, e.visibility, p.content FROM ledger_entry e
    JOIN ledger_payload p ON p.entry_id = e.sequence WHERE e.sequence > %s ORDER BY e.sequence LIMIT %s
"""
ERASED = "SELECT e.sequence, e.subjects FROM ledger_entry e JOIN ledger_erased x ON x.entry_id = e.sequence"
PAGES = (
    "case",
    "promise",
    "concession",
    "talk",
    "order",
    "defect",
    "request",
    "article",
    "product",
    "account",
)
"""Of what a line is about, by whose page a row is best read: the first of these."""
MARK = f'"{ROWS}":{{"key":'


class Gathered:
    """All images, by table and row; a file that goes with it."""

    def __init__(self, key: str) -> None:
        self._key = key
        self.other_keys: list[int] = []
        self._columns: dict[tuple[str, ...], int] = {}

    def __enter__(self) -> Self:
        # SQLite takes an empty name for a file of its own that it removes by itself; where it may lie is ours to say.
        folder = Path(settings.FILES_FOLDER).parent
        self._folder = tempfile.TemporaryDirectory(prefix="rows-", dir=folder)
        self._file = sqlite3.connect(Path(self._folder.name) / "rows.sqlite3", isolation_level=None)
        self._file.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32000;"
            "CREATE TABLE told (of TEXT, row INTEGER, line INTEGER, columns INTEGER, was TEXT, now TEXT, tags TEXT,"
            " written TEXT, about TEXT, confidential INTEGER, veil INTEGER)"
        )
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._file.close()
        self._folder.cleanup()

    def gather(self, progress: Callable[[int], None] = lambda _: None) -> None:
        """Read all lines."""
        erased, after = _erased(), 0
        self._file.execute("BEGIN")
        while lines := _lines(after):
            after = lines[-1][0]
            found = (
                row
                for sequence, subjects, visibility, content in lines
                # Most of what is read carries nothing: it is not taken apart.
                if MARK in content
                for row in self._images(sequence, json.loads(subjects), visibility, content, erased)
            )
            self._file.executemany("INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", found)
            progress(after)
        self._file.execute("COMMIT")
        self._file.execute("CREATE INDEX by_row ON told (of, row, line)")

    def of(self, one: Kept) -> Iterator[tuple[int, list[Image]]]:
        """Yield the images of each row of a table, in order of their numbers."""
        named = {number: columns for columns, number in self._columns.items()}
        found = self._file.execute(
            "SELECT row, line, columns, was, now, tags, written, about, confidential, veil FROM told"
            " WHERE of = ? ORDER BY row, line",
            [one.label],
        )
        for number, several in groupby(found, key=lambda told: told[0]):
            yield (
                number,
                [
                    Image(
                        line,
                        named[columns],
                        was,
                        now,
                        tags,
                        tuple(written.split()),
                        about,
                        bool(hidden),
                        veil,
                    )
                    for _row, line, columns, was, now, tags, written, about, hidden, veil in several
                ],
            )

    def _images(
        self, line: int, subjects: list[str], visibility: str, content: str, erased: dict[str, int]
    ) -> Iterator[tuple[Any, ...]]:
        said = json.loads(content).get(ROWS) or {}
        if not isinstance(said, dict) or said.get("key") != self._key:
            self.other_keys.append(line)
            return
        about = next((one for kind in PAGES for one in subjects if one.startswith(f"{kind}:")), "")
        veil = max((erased[one] for one in subjects if one in erased), default=0) if erased else 0
        for label, table in said["tables"].items():
            columns = self._columns.setdefault(tuple(table["columns"]), len(self._columns))
            for number, (was, now, tags, written) in table["rows"].items():
                yield (
                    label, int(number), line, columns, was, now, tags, " ".join(written), about,
                    visibility != "open", veil,
                )  # fmt: skip


def _erased() -> dict[str, int]:
    """Return for each reference the last line about it whose text was erased."""
    latest: defaultdict[str, int] = defaultdict(int)
    with connection.cursor() as cursor:
        cursor.execute(ERASED)
        for sequence, subjects in cursor.fetchall():
            for one in json.loads(subjects):
                latest[one] = max(latest[one], sequence)
    return dict(latest)


def _lines(after: int) -> list[tuple[int, str, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(LINES, [after, AT_ONCE])
        found: list[tuple[int, str, str, str]] = cursor.fetchall()
    return found
