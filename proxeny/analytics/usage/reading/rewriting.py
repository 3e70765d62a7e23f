"""Rewriting text for the column engine: into UTF-8, and with its rows ended in one way."""

import codecs
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from proxeny.analytics.usage.reading.content import CHUNK
from proxeny.analytics.usage.reading.lines import Lines
from proxeny.analytics.usage.reading.reasons import refuse


def pieces_of(path: Path) -> Iterator[bytes]:
    """The file in pieces of a megabyte."""
    with path.open("rb") as stream:
        while piece := stream.read(CHUNK):
            yield piece


def into_utf8(
    pieces: Iterable[bytes],
    target: Path,
    encoding: str,
    lines: Lines,
    *,
    errors: str = "strict",
    seen: Callable[[str], None] = lambda _: None,
) -> Path:
    """Decode and write UTF-8; `lines` surveys the result, `seen` hears the text. Raises `ReadingError` naming
    the row that does not decode.
    """
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    try:
        with target.open("wb") as stream:
            for piece in pieces:
                text = decoder.decode(piece)
                seen(text)
                written = text.encode()
                lines.feed(written)
                stream.write(written)
            stream.write(decoder.decode(b"", True).encode())
    except UnicodeError as error:
        before = getattr(error, "object", b"")[: getattr(error, "start", 0)]
        raise refuse("unknown_encoding", row=lines.count + before.count(b"\n") + 1) from None
    return target


def into_single_endings(source: Path, target: Path, newline: bytes) -> Path:
    """Every row ended by a line feed. A lone carriage return ends a row only where nothing else does."""
    lone = b"\n" if newline == b"\r" else b" "
    carry = b""
    with target.open("wb") as stream:
        for piece in pieces_of(source):
            joined = carry + piece
            carry = b"\r" if joined.endswith(b"\r") else b""
            joined = joined[: len(joined) - len(carry)]
            stream.write(joined.replace(b"\r\n", b"\n").replace(b"\r", lone))
        stream.write(lone if carry else b"")
    return target
