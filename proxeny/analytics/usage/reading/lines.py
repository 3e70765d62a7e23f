"""A survey of lines while a text streams past: what would cost memory is refused before it does."""

import re
from dataclasses import dataclass, field

from proxeny.analytics.usage.reading.reasons import refuse
from proxeny.tabular.delimiters import DELIMITERS

LINE_LIMIT = 1 << 20
"""Bytes in one line, and so in one cell; a real row of consumption has a few hundred."""

COLUMN_LIMIT = 2000
_BLANK_LIMIT = 100_000
_BEFORE_A_CELL = b",;\t|\n\r"
_BLANK = re.compile(rb"\n\r?\n")


@dataclass
class Lines:
    """What was seen: how rows end, and which lines are blank."""

    table: bool = True
    newline: bytes = b""
    count: int = 0
    crlf: int = 0
    carriage_returns: int = 0
    blank: list[int] = field(default_factory=list)
    _open: int = 0
    _last: bytes = b""
    _quote_line: int = 0

    def feed(self, chunk: bytes) -> None:
        """See the next piece. Raises `ReadingError` for a line or a header that is too large."""
        if not chunk:
            return
        if not self.newline:
            self._begin(chunk)
        self._endings(chunk)
        self._quotes(chunk)
        self._lengths(chunk)
        self._last = chunk[-2:]

    @property
    def needs_rewriting(self) -> bool:
        """Whether rows end in more than one way, which the column engine does not read."""
        if self.newline == b"\r":
            return True
        return self.carriage_returns > self.crlf or 0 < self.crlf < self.count

    def _begin(self, chunk: bytes) -> None:
        self.newline = b"\r" if b"\n" not in chunk and b"\r" in chunk else b"\n"
        header = chunk.split(self.newline, 1)[0]
        columns = max(header.count(mark.encode()) for mark in DELIMITERS) + 1
        if self.table and columns > COLUMN_LIMIT:
            raise refuse("too_many_columns", count=columns, limit=COLUMN_LIMIT)

    def _endings(self, chunk: bytes) -> None:
        self.crlf += chunk.count(b"\r\n") + (self._last.endswith(b"\r") and chunk.startswith(b"\n"))
        self.carriage_returns += chunk.count(b"\r")
        joined = self._last + chunk
        if _BLANK.search(joined) and len(self.blank) < _BLANK_LIMIT:
            line = self.count + 1 - self._last.count(b"\n")
            for piece in joined.split(b"\n")[:-1]:
                if piece in {b"", b"\r"} and line > self.count:
                    self.blank.append(line)
                line += 1

    def _quotes(self, chunk: bytes) -> None:
        """Refuse a quoted cell that goes on through a whole piece, however short its lines are.

        Only the last quote seen counts: it opens a cell where it follows a delimiter or the end of a row. A
        quote inside an unquoted cell (`12" plate`) opens nothing.
        """
        place = chunk.rfind(b'"')
        if place < 0:
            if self.table and self._quote_line and len(chunk) >= LINE_LIMIT // 2:
                raise refuse("cell_too_large", row=self._quote_line, limit=LINE_LIMIT)
            return
        before = (self._last + chunk[max(place - 64, 0) : place]).rstrip(b" ")
        run = len(before) - len(before.rstrip(b'"'))
        opens = run % 2 == 0 and (before[: len(before) - run][-1:] or b"\n") in _BEFORE_A_CELL
        self._quote_line = self.count + 1 + chunk.count(b"\n", 0, place) if opens else 0

    def _lengths(self, chunk: bytes) -> None:
        first, last = chunk.find(self.newline), chunk.rfind(self.newline)
        longest = self._open + (first if first >= 0 else len(chunk))
        if longest > LINE_LIMIT:
            raise refuse("cell_too_large", row=self.count + 1, limit=LINE_LIMIT)
        self._open = len(chunk) - last - 1 if last >= 0 else longest
        self.count += chunk.count(self.newline)
