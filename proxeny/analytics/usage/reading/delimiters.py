"""Which mark separates the columns: the one that splits the first rows most evenly."""

import csv
import io
from collections import Counter
from collections.abc import Sequence

from proxeny.analytics.usage.reading.lines import DELIMITERS

_SAMPLE_ROWS = 50


def delimiter_of(text: str) -> str:
    """The delimiter of a text that starts with its header; a comma where there is only one column."""
    fits = {mark: _fit(rows_of(text, mark)) for mark in DELIMITERS}
    return max(DELIMITERS, key=lambda mark: fits[mark])


def rows_of(text: str, delimiter: str, limit: int = _SAMPLE_ROWS) -> list[list[str]]:
    """The first rows, blank ones left out; reading stops where the text breaks off or breaks its quotes."""
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        for row in reader:
            if row:
                rows.append(row)
            if len(rows) >= limit:
                break
    except csv.Error:
        pass
    return rows


def _fit(rows: Sequence[Sequence[str]]) -> tuple[float, int]:
    """Share of rows as wide as the header, where that splits anything at all; then the number of columns."""
    if not rows or len(rows[0]) < 2:
        return 0.0, 0
    widths = Counter(len(row) for row in rows)
    return widths[len(rows[0])] / len(rows), len(rows[0])
