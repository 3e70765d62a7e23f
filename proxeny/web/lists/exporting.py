"""A list as a file: exactly the filter, order and columns that are shown, as far as the reader may know them.

What is exported is settled before the first line is sent; the rows are loaded a few hundred at a time.
"""

import csv
from collections.abc import Iterator
from contextlib import ExitStack
from decimal import Decimal
from io import StringIO
from tempfile import TemporaryFile
from typing import IO, Any, Literal

from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import translation
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from proxeny.core import clock
from proxeny.intake.tabular.exporting import plain_text, safe_cell
from proxeny.web.charts.export import BYTE_ORDER_MARK
from proxeny.web.lists.address import columns_of
from proxeny.web.lists.finding import Found, dressed
from proxeny.web.lists.listing import Export

AT_ONCE = 500
Kind = Literal["csv", "xlsx"]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def file_of(found: Found, kind: Kind) -> HttpResponseBase:
    """Return all that fits as a file."""
    name = f"{found.listing.key}-{found.reader.on.isoformat()}.{kind}"
    if kind == "xlsx":
        return FileResponse(_workbook(found), as_attachment=True, filename=name, content_type=XLSX)
    return StreamingHttpResponse(
        _csv(found),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _csv(found: Found) -> Iterator[str]:
    exports = _exports(found)
    parts = _parts(found, exports)

    def lines() -> Iterator[str]:
        yield BYTE_ORDER_MARK + _written([[export.heading for export in exports]])
        for part in parts:
            yield _written([[safe_cell(plain_text(value)) for value in row] for row in part])

    return lines()


def _written(rows: list[list[str]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _workbook(found: Found) -> IO[bytes]:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(found.listing.key)
    exports = _exports(found)
    sheet.append([export.heading for export in exports])
    for part in _parts(found, exports):
        for row in part:
            sheet.append([_cell(value) for value in row])
    with ExitStack() as undone:
        file = undone.enter_context(TemporaryFile())  # lives until it was sent
        book.save(file)
        file.seek(0)
        undone.pop_all()
        return file


def _cell(value: object) -> object:
    """Figures stay figures; a text can be no formula and holds nothing that XML forbids."""
    if isinstance(value, Decimal | int | float) and not isinstance(value, bool):
        return value
    return safe_cell(ILLEGAL_CHARACTERS_RE.sub("", plain_text(value)))


def _exports(found: Found) -> list[Export]:
    columns = columns_of(found.wanted, found.reader.actor)
    by_heading = {
        export.heading: export for column in reversed(columns) for export in reversed(column.exports)
    }
    return list(reversed(by_heading.values()))


def _parts(found: Found, exports: list[Export]) -> Iterator[list[list[Any]]]:
    """The values, part by part. The request is over by then: its day and its language are set anew for each part."""
    keys, language = found.keys(), translation.get_language()
    return (_part(found, exports, keys[at : at + AT_ONCE], language) for at in range(0, len(keys), AT_ONCE))


def _part(found: Found, exports: list[Export], keys: list[int], language: str) -> list[list[Any]]:
    with clock.on(found.reader.on), translation.override(language):
        return [[export.value(row) for export in exports] for row in dressed(found, keys)]
