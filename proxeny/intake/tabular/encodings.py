"""Which encoding a file of rows has, found by reading all of it, and its text; what is damaged is refused."""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator

from proxeny.intake.tabular.problems import TabularError
from proxeny.tabular.encodings import GB18030, UTF8, ChineseWatch, Utf8Watch, codec_named, mark_of
from proxeny.tabular.kinds_of_files import looks_binary

_WITH_MARK = {
    UTF8: "utf-8-sig",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
    "utf-32-le": "utf-32",
    "utf-32-be": "utf-32",
}
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")

Pieces = Callable[[], Iterable[bytes]]


def find_encoding(pieces: Pieces, start: bytes, named: str | None = None) -> str:
    """Return the name of the encoding in which all of the bytes that `pieces()` yields can be read.

    `start` are the first bytes; `named` is an encoding that a person gave, which is then the only one tried.
    Raises TabularError with the line near which the text stops being readable.
    """
    if named is not None:
        return _checked(pieces, named)
    mark = mark_of(start)
    if mark is not None:
        return _checked(pieces, _WITH_MARK[mark.encoding] if mark.size else mark.encoding)
    watch = Utf8Watch()
    for piece in pieces():
        watch.feed(piece)
    watch.feed(b"", final=True)
    if not watch.damaged:
        return UTF8
    if not watch.is_utf8 and _is_everyday_chinese(pieces()):
        return GB18030
    if looks_binary(start):
        raise TabularError("binary")
    raise TabularError("encoding_unknown", line=watch.broken_at)


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
    if codec_named(encoding) is None:
        raise TabularError("encoding_unsupported", encoding=encoding)
    for text in decoded(pieces(), encoding):
        if not text.isascii() and _HALF_CHARACTER.search(text):
            raise TabularError("encoding_wrong", encoding=encoding, line=1)
    return encoding


def _lines_before(piece: bytes, error: UnicodeError) -> int:
    return piece[: error.start].count(b"\n") if isinstance(error, UnicodeDecodeError) else 0


def _is_everyday_chinese(pieces: Iterable[bytes]) -> bool:
    watch = ChineseWatch()
    try:
        for text in decoded(pieces, GB18030):
            watch.feed(text)
    except TabularError:
        return False
    return watch.is_everyday
