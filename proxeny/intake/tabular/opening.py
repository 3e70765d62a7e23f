"""Open a file of rows, whatever it is called: its kind is found from its first bytes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from proxeny.intake.tabular import delimited, json_lines, spreadsheets
from proxeny.intake.tabular.delimiters import find_delimiter, require_fitting_delimiter, spoken_delimiter
from proxeny.intake.tabular.encodings import decoded, find_encoding
from proxeny.intake.tabular.headers import names_of_columns
from proxeny.intake.tabular.kinds_of_files import require_text
from proxeny.intake.tabular.limits import LIMITS, Limits
from proxeny.intake.tabular.problems import TabularError
from proxeny.intake.tabular.source import Format, Record, Source, is_blank
from proxeny.intake.tabular.streams import Stamp, beginning, digest, is_gzip, pieces

_SAMPLE_CHARS = 1 << 16
_ZIP_MAGIC = b"PK\x03\x04"

Records = Callable[[], Iterator[Record]]
Text = Callable[[], Iterator[str]]


@dataclass(frozen=True, slots=True)
class _Request:
    """The file as it was found, and what a person said of it."""

    path: Path
    stamp: Stamp
    packed: bool
    limits: Limits
    sheet: str | None
    encoding: str | None
    delimiter: str | None
    header_row: int | None
    repeats: bool

    def pieces(self) -> Iterator[bytes]:
        return pieces(self.path, self.limits)

    def source(
        self, kind: Format, header: tuple[str, ...], header_row: int, records: Records, **told: Any
    ) -> Source:
        return Source(
            path=self.path,
            format=kind,
            header=header,
            header_row=header_row,
            sha256=digest(self.path),
            size=self.stamp.size,
            stamp=self.stamp,
            records=records,
            limits=self.limits,
            compressed=self.packed,
            **told,
        )


def open_source(
    path: Path,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    header_row: int | None = None,
    repeats: bool = False,
    limits: Limits = LIMITS,
) -> Source:
    """Open the table in the file at `path` and read its header.

    Delimited text, JSON lines and spreadsheets are understood, the text ones also inside gzip. What is given
    by name (`sheet`, `encoding`, `delimiter`, `header_row` counted from 1) is not guessed; `repeats` allows several
    columns of one name. Raises TabularError with the reason and, where there is one, the row.
    """
    stamp = Stamp.of(path)
    if not stamp.size:
        raise TabularError("empty_file")
    request = _Request(path, stamp, is_gzip(path), limits, sheet, encoding, delimiter, header_row, repeats)
    start = beginning(path, limits)
    if not request.packed and start.startswith(_ZIP_MAGIC):
        return _open_spreadsheet(request)
    return _open_text(request, start)


def _open_spreadsheet(request: _Request) -> Source:
    found = spreadsheets.outline(request.path, request.sheet, request.limits)

    def records() -> Iterator[Record]:
        return spreadsheets.records(request.path, found.sheet, request.limits)

    header_row, header = _header(records, request)
    return request.source(
        Format.SPREADSHEET,
        header,
        header_row,
        records,
        sheets=found.sheets,
        sheet=found.sheet,
        days_from_1904=found.days_from_1904,
    )


def _open_text(request: _Request, start: bytes) -> Source:
    require_text(start, packed=request.packed)
    encoding = find_encoding(request.pieces, start, request.encoding)

    def text() -> Iterator[str]:
        return decoded(request.pieces(), encoding)

    sample = _sample(text())
    if not sample.strip():
        raise TabularError("empty_file")
    first_line = sample.strip().split("\n", 1)[0].strip()
    if first_line.startswith("{") and json_lines.looks_like_object(first_line):
        return _open_json_lines(request, encoding, text)
    if first_line in ("{", "[") or first_line.startswith('[{"'):
        raise TabularError("json_document")
    return _open_delimited(request, encoding, text, sample)


def _open_json_lines(request: _Request, encoding: str, text: Text) -> Source:
    limits = request.limits
    header = json_lines.column_names(json_lines.bounded_lines(text(), limits), limits)
    if not header:
        raise TabularError("unnamed_header")

    def records() -> Iterator[Record]:
        return json_lines.records(json_lines.bounded_lines(text(), limits), header, limits)

    return request.source(Format.JSON_LINES, header, json_lines.HEADER_ROW, records, encoding=encoding)


def _open_delimited(request: _Request, encoding: str, text: Text, sample: str) -> Source:
    spoken = spoken_delimiter(sample)
    mark = request.delimiter or spoken or find_delimiter(sample)
    if spoken is None:
        require_fitting_delimiter(sample, mark)

    def records() -> Iterator[Record]:
        return iter(delimited.Tokenizer(text(), mark, request.limits))

    header_row, header = _header(records, request, after=1 if spoken else 0)
    return request.source(Format.DELIMITED, header, header_row, records, encoding=encoding, delimiter=mark)


def _sample(text: Iterator[str]) -> str:
    """Return the beginning of the text, to the end of a line where the text goes on."""
    found = ""
    for piece in text:
        found += piece
        if len(found) > _SAMPLE_CHARS:
            cut = found[:_SAMPLE_CHARS]
            return cut[: cut.rfind("\n") + 1] or cut
    return found


def _header(records: Records, request: _Request, after: int = 0) -> tuple[int, tuple[str, ...]]:
    """Return the header's row number and its names; TabularError unless a row follows it."""
    wanted = request.header_row
    filled = (
        record
        for record in records()
        if record.number > after and not is_blank(record) and (wanted is None or record.number >= wanted)
    )
    rows = list(islice(filled, 2))
    if not rows:
        raise TabularError("empty_file")
    header = rows[0]
    if header.faults:
        fault = header.faults[0]
        raise TabularError(fault.code, row=header.number, **fault.params)
    names = names_of_columns(header.cells, row=header.number, repeats=request.repeats)
    if len(rows) == 1:
        raise TabularError("header_only", row=header.number)
    below = sum(1 for cell in rows[1].cells if cell not in (None, ""))
    if len(names) == 1 and below > 1 and wanted is None:
        raise TabularError("title_above_header", row=header.number, header_row=header.number, cells=below)
    return header.number, names
