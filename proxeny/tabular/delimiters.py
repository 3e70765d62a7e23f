"""Which character separates the cells of a text, found from its first rows."""

import csv
import io
import re
from contextlib import suppress

DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_ROWS = 50


def find_delimiter(sample: str) -> str:
    """Return the delimiter under which the rows of `sample` are cleanest, most alike and widest.

    A comma when none gives more than one column.
    """
    return max(DELIMITERS, key=lambda mark: _fitness(sample, mark))


def rows_of(text: str, delimiter: str, limit: int = _SAMPLE_ROWS) -> list[list[str]]:
    """Return the first rows, empty lines left out; reading stops where the text breaks off or breaks its
    quotes.
    """
    rows: list[list[str]] = []
    with suppress(csv.Error):
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if row:
                rows.append(row)
            if len(rows) >= limit:
                break
    return rows


def _fitness(sample: str, delimiter: str) -> tuple[bool, float, float, int]:
    rows = [row for row in rows_of(sample, delimiter) if any(cell.strip() for cell in row)]
    width = len(rows[0]) if rows else 0
    if width < 2:
        return False, 0.0, 0.0, 0
    alike = sum(1 for row in rows if len(row) == width) / len(rows)
    return True, -_stray_quotes(sample, delimiter), alike, width


def _stray_quotes(sample: str, delimiter: str) -> int:
    """Count the cells with a quotation mark inside that does not stand doubled: under the right delimiter
    there are few.
    """
    if '"' not in sample:
        return 0
    cells = re.split(f"[{re.escape(delimiter)}\r\n]", sample)
    return sum('"' in cell.strip('"').replace('""', "") for cell in cells)
