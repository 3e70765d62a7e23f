"""A file's content in pieces of at most one megabyte, decompressed where it is gzip, its bytes counted and
hashed.
"""

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from proxeny.analytics.usage.reading.reasons import refuse
from proxeny.tabular.kinds_of_files import GZIP_MAGIC

CHUNK = 1 << 20


class Digest(Protocol):
    """What takes a fingerprint, such as `hashlib.sha256()`."""

    def update(self, data: bytes, /) -> None:
        """See the next bytes."""


def content(path: Path, digest: Digest, seen: Callable[[int], None]) -> Iterator[bytes]:
    """Pieces of text. `digest` sees the file's own bytes, `seen` hears how many of them were read."""
    raw = _raw(path, digest, seen)
    first = next(raw, b"")
    if first.startswith(GZIP_MAGIC):
        yield from _decompressed(first, raw)
        return
    yield first
    yield from raw


def first_content(path: Path, limit: int = CHUNK) -> bytes:
    """The first `limit` bytes of the content."""
    with path.open("rb") as stream:
        head = stream.read(limit)
    if not head.startswith(GZIP_MAGIC):
        return head
    try:
        return zlib.decompressobj(31).decompress(head, limit)
    except zlib.error as error:
        raise refuse("file_damaged", kind="gzip", detail=str(error)) from None


def _raw(path: Path, digest: Digest, seen: Callable[[int], None]) -> Iterator[bytes]:
    done = 0
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
            done += len(chunk)
            seen(done)
            yield chunk


def _decompressed(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    """Members one after the other, a piece at a time: a small file may unpack to a huge one."""
    member = zlib.decompressobj(31)
    pending = first
    try:
        while True:
            while pending:
                piece = member.decompress(pending, CHUNK)
                if piece:
                    yield piece
                pending = member.unconsumed_tail
                if member.eof:
                    pending = member.unused_data.lstrip(b"\0")
                    member = zlib.decompressobj(31) if pending else member
            if (following := next(rest, None)) is None:
                break
            if member.eof:
                member = zlib.decompressobj(31)
            pending = following
    except zlib.error as error:
        raise refuse("file_damaged", kind="gzip", detail=str(error)) from None
    if not member.eof:
        raise refuse("file_damaged", kind="gzip", detail="the end is missing")
