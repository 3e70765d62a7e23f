"""Which encoding a text file has: UTF-8, UTF-16 or GB18030, found by reading all of it and guessing nothing
else.

Text of an older European encoding also decodes as GB18030, into characters that nobody writes. So GB18030 is
accepted only where most of what it yields lies in GB 2312, the everyday characters; everything else is
refused and can be named.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator

from proxeny.intake.tabular.kinds_of_files import looks_binary
from proxeny.intake.tabular.problems import TabularError

GB18030 = "gb18030"
EVERYDAY_SHARE = 0.6
WIDE_CHARS_THAT_MEAN_UTF8 = 8
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")

Pieces = Callable[[], Iterable[bytes]]


def find_encoding(pieces: Pieces, start: bytes, named: str | None = None) -> str:
    """Return the name of the encoding in which all of the bytes that `pieces()` yields can be read.

    `start` are the first bytes; `named` is an encoding that a person gave, which is then the only one tried.
    Raises TabularError with the line near which the text stops being readable.
    """
    if named is not None:
        return _checked(pieces, named)
    marked = _from_marks(start)
    if marked is not None:
        return _checked(pieces, marked)
    broken_at, wide = _utf8_failure(pieces())
    if broken_at is None:
        return "utf-8"
    if wide < WIDE_CHARS_THAT_MEAN_UTF8 and _is_everyday_chinese(pieces()):
        return GB18030
    if looks_binary(start):
        raise TabularError("binary")
    raise TabularError("encoding_unknown", line=broken_at)


def decoded(pieces: Iterable[bytes], encoding: str) -> Iterator[str]:
    """Yield the text of `pieces`, without a byte order mark; TabularError where it is not in `encoding`."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    line = 1
    for piece in pieces:
        try:
            text = decoder.decode(piece)
        except UnicodeError as error:
            raise TabularError(
                "encoding_wrong", encoding=encoding, line=line + _lines_before(piece, error)
            ) from error
        line += text.count("\n")
        yield text
    try:
        yield decoder.decode(b"", final=True)
    except UnicodeError as error:
        raise TabularError("encoding_wrong", encoding=encoding, line=line) from error


def _checked(pieces: Pieces, encoding: str) -> str:
    try:
        known = codecs.lookup(encoding)
        codecs.getincrementaldecoder(encoding)
    except LookupError as error:
        raise TabularError("encoding_unsupported", encoding=encoding) from error
    if not getattr(known, "_is_text_encoding", True):
        raise TabularError("encoding_unsupported", encoding=encoding)
    for text in decoded(pieces(), encoding):
        if not text.isascii() and _HALF_CHARACTER.search(text):
            raise TabularError("encoding_wrong", encoding=encoding, line=1)
    return encoding


def _from_marks(start: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if start.startswith(mark):
            return encoding
    return next(
        (encoding for encoding in ("utf-16-le", "utf-16-be") if _reads_as_utf16(start, encoding)), None
    )


def _reads_as_utf16(start: bytes, encoding: str) -> bool:
    """Return whether `start` has whole ends of lines in `encoding`, and many plain ASCII characters."""
    text = start[: len(start) // 2 * 2].decode(encoding, "ignore")
    return "\n" in text and sum(char < "\x80" for char in text) > 0.1 * len(text)


def _utf8_failure(pieces: Iterable[bytes]) -> tuple[int | None, int]:
    """Return the line near which the bytes stop being UTF-8 and the count of wide characters before it."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    line, wide = 1, 0
    for piece in pieces:
        try:
            text = decoder.decode(piece)
        except UnicodeDecodeError as error:
            good = error.object[: error.start].decode("utf-8", "ignore")
            return line + _lines_before(piece, error), wide + _wide_chars(good)
        line += text.count("\n")
        wide += _wide_chars(text) if wide < WIDE_CHARS_THAT_MEAN_UTF8 else 0
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return line, wide
    return None, wide


def _wide_chars(text: str) -> int:
    return 0 if text.isascii() else sum(1 for char in text if char >= "\u0800")


def _lines_before(piece: bytes, error: UnicodeError) -> int:
    return piece[: error.start].count(b"\n") if isinstance(error, UnicodeDecodeError) else 0


def _is_everyday_chinese(pieces: Iterable[bytes]) -> bool:
    decoder = codecs.getincrementaldecoder(GB18030)("strict")
    foreign = everyday = 0
    try:
        for piece in pieces:
            beyond = "".join(char for char in decoder.decode(piece) if char > "\x7f")
            foreign += len(beyond)
            everyday += len(beyond.encode("gb2312", "ignore")) // 2
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return everyday >= EVERYDAY_SHARE * foreign
