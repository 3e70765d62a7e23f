"""Delimiter-separated text (RFC 4180, read with patience): records cut from decoded text, whatever ends the
lines.

Quotation marks open a cell only at its beginning; a doubled one inside stands for itself. Memory holds one
record, and of a cell or record beyond the limits nothing.
"""

import re
from collections.abc import Iterable, Iterator

from proxeny.intake.tabular.limits import Limits
from proxeny.intake.tabular.problems import TabularError
from proxeny.intake.tabular.source import Fault, Record
from proxeny.tabular.formulas import original_text

QUOTE = '"'


class Tokenizer:
    """Cuts text that arrives in pieces into records."""

    def __init__(self, text: Iterable[str], delimiter: str, limits: Limits) -> None:
        self._text = iter(text)
        self._delimiter = delimiter
        self._limits = limits
        self._ends = re.compile(f"[{re.escape(delimiter)}\r\n]")
        self._buffer = ""
        self._at = 0

    def __iter__(self) -> Iterator[Record]:
        """Yield the records, blank ones too; TabularError for a quotation mark that is never closed."""
        number = 0
        while self._peek():
            number += 1
            cells = self._plain_line()
            if cells is not None:
                yield self._checked(number, cells)
            else:
                yield self._record(number)

    def _checked(self, number: int, cells: list[str]) -> Record:
        if len(cells) > self._limits.columns:
            limit = self._limits.columns
            return Record(number, cells[:limit], [Fault("too_many_columns", None, {"limit": limit})])
        faults = [Fault("nul", index) for index, cell in enumerate(cells) if "\0" in cell]
        return Record(number, [original_text(cell) for cell in cells], faults)

    def _plain_line(self) -> list[str] | None:
        """Return the cells of a line that lies whole in the buffer and needs no care, else None."""
        end = self._buffer.find("\n", self._at)
        if end < 0 or end - self._at > self._limits.cell_chars:
            return None
        line = self._buffer[self._at : end]
        line = line.removesuffix("\r")
        if QUOTE in line or "\r" in line:
            return None
        self._at = end + 1
        return line.split(self._delimiter)

    def _record(self, number: int) -> Record:
        cells: list[str] = []
        faults: list[Fault] = []
        room = self._limits.row_chars
        ended = False
        while not ended:
            text, fault = self._cell(number)
            if fault is not None:
                faults.append(Fault(fault, len(cells), {"limit": self._limits.cell_chars}))
            room -= len(text)
            if len(cells) <= self._limits.columns and room >= 0:
                cells.append(text)
            ended = self._ends_record()
        if room < 0:
            faults = [Fault("row_too_long", None, {"limit": self._limits.row_chars})]
        checked = self._checked(number, cells)
        return checked._replace(faults=[*faults, *checked.faults])

    def _cell(self, number: int) -> tuple[str, str | None]:
        if self._peek() != QUOTE:
            text, size = self._until(self._ends)
            return (text, None) if size <= self._limits.cell_chars else ("", "cell_too_long")
        self._at += 1
        text, fault = self._quoted(number)
        if self._peek() not in (self._delimiter, "\r", "\n", ""):
            rest, _ = self._until(self._ends)
            return text + rest, fault or "text_after_quote"
        return text, fault

    def _quoted(self, number: int) -> tuple[str, str | None]:
        parts: list[str] = []
        size = 0
        while True:
            part, length = self._until(_QUOTES)
            if self._peek() == "":
                raise TabularError("unclosed_quote", row=number)
            self._at += 1
            doubled = self._peek() == QUOTE
            size += length + doubled
            if size <= self._limits.cell_chars:
                parts.append(part + QUOTE * doubled)
            else:
                parts.clear()
            if not doubled:
                return "".join(parts), None if size <= self._limits.cell_chars else "cell_too_long"
            self._at += 1

    def _until(self, ends: re.Pattern[str]) -> tuple[str, int]:
        """Take the text up to the next of `ends` (or all that is left); beyond the cell limit only its
        length is kept.
        """
        parts: list[str] = []
        size = 0
        while True:
            found = ends.search(self._buffer, self._at)
            stop = found.start() if found else len(self._buffer)
            size += stop - self._at
            if size <= self._limits.cell_chars:
                parts.append(self._buffer[self._at : stop])
            else:
                parts.clear()
            self._at = stop
            if found or not self._peek():
                return "".join(parts), size

    def _ends_record(self) -> bool:
        mark = self._peek()
        self._at += len(mark)
        if mark == self._delimiter:
            return False
        if mark == "\r" and self._peek() == "\n":
            self._at += 1
        return True

    def _peek(self) -> str:
        """Return the next character, fetching more text where needed, or "" at the end."""
        while self._at >= len(self._buffer):
            piece = next(self._text, None)
            if piece is None:
                return ""
            self._buffer, self._at = piece, 0
        return self._buffer[self._at]


_QUOTES = re.compile(QUOTE)
