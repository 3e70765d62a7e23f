"""What the next line carries of the rows that its transaction changed."""

from typing import Any

from proxeny.ledger.rows import noting
from proxeny.ledger.rows.declaring import Kept
from proxeny.ledger.rows.fingerprints import Marker, marker
from proxeny.ledger.rows.noting import AGAIN, AT_ONCE

ROWS = "rows"
"""The name under which a line's text carries fingerprints; readers of lines are not shown it."""


def carried() -> dict[str, Any] | None:
    """Return what the line that is being appended says of rows, and hold it for told; None where no row was changed."""
    noted = noting.taken()
    if noted is None:
        return None
    mark, tables = marker(), {}
    for one, rows in noted.rows.items():
        if told := _table(one, rows, noted.changed, mark):
            tables[one.label] = {"columns": list(one.columns), "rows": told}
    return {"key": mark.number, "tables": tables} if tables else None


def _table(
    one: Kept, rows: dict[int, str], changed: dict[tuple[str, int], set[str]], mark: Marker
) -> dict[str, list[Any]]:
    """Return for each row: its fingerprint before and now, the tags of its columns, and which of them were written."""
    told: dict[str, list[Any]] = {}
    gone, numbers = dict(rows), list(rows)
    for start in range(0, len(numbers), AT_ONCE):
        for number, *values in noting.rows(one, numbers[start : start + AT_ONCE]):
            was, now = gone.pop(number), mark.whole(one.label, number, values)
            written = changed.get((one.label, number), set())
            if now != was or AGAIN in written:
                tags = mark.tags(one.label, number, one.columns, values)
                told[str(number)] = [was, now, tags, sorted(written - {AGAIN})]
    told.update({str(number): [was, "", "", []] for number, was in gone.items() if was})
    return told
