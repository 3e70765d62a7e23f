"""The one file that a bundle is: a zip of which there is exactly one form for given contents.

Files are stored as they are, sorted by the bytes of their names, with one fixed date, and nothing stands before, between or
behind them. So every bit of the file has a meaning, and one that is flipped is noticed.
"""

import hashlib
import struct
import zlib
from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

from proxeny.ledger.details import N_, Detail

LOCAL, CENTRAL, END = 0x04034B50, 0x02014B50, 0x06054B50
ZIP_VERSION, MADE_BY, UTF8, STORED = 20, 3 << 8 | 20, 0x0800, 0
NOON, DAY = 0, 0x0021  # 1 January 1980, the first day that a zip can name
READABLE = 0o100644 << 16
AT_ONCE = 1 << 20
MOST_BYTES, MOST_FILES, LONGEST_NAME = 2**32 - 2**20, 65_000, 1000
Source = bytes | Path


class NotExactError(ValueError):
    """The file is not written in the one form that a bundle has; the text says where."""


class TooLargeError(ValueError):
    """So much does not go into one bundle."""


class Part(NamedTuple):
    """A file inside: its size in bytes, the hash of its bytes in hex, and where it is kept in memory, the bytes."""

    size: int
    sha256: str
    data: bytes = b""


class _Placed(NamedTuple):
    name: bytes
    crc: int
    size: int
    offset: int


def write(file: BinaryIO, sources: Mapping[str, Source]) -> None:
    """Write the files into one. Raises TooLargeError; OSError where a file cannot be read, or changes meanwhile."""
    placed: list[_Placed] = []
    offset = 0
    for name in sorted(sources, key=str.encode):
        crc, size = 0, 0
        for piece in _pieces(sources[name]):
            crc, size = zlib.crc32(piece, crc), size + len(piece)
        one = _Placed(name.encode(), crc, size, offset)
        offset += len(head := _local(one)) + size
        if offset > MOST_BYTES or len(placed) >= MOST_FILES:
            raise TooLargeError(Detail(N_("a bundle holds four gigabytes and 65,000 files at most")))
        placed.append(one)
        file.write(head)
        _copy(file, sources[name], one)
    file.write(_tail(placed, offset))


def read(file: BinaryIO, *, kept: Container[str]) -> dict[str, Part]:
    """Return the files inside by name; of those in `kept` the bytes, too. Raises NotExactError."""
    placed: list[_Placed] = []
    parts: dict[str, Part] = {}
    offset = 0
    while True:
        head = file.read(30)
        if head[:4] != struct.pack("<I", LOCAL):
            break
        one, part = _member(file, head, offset, kept)
        if placed and one.name <= placed[-1].name:
            raise NotExactError(Detail(N_("its files are not in order")))
        placed.append(one)
        parts[one.name.decode()] = part
        offset += 30 + len(one.name) + one.size
    tail = _tail(placed, offset)
    if head + file.read(len(tail) + 1) != tail:
        raise NotExactError(Detail(N_("the list of files at its end is not that of the files in it")))
    return parts


def _member(file: BinaryIO, head: bytes, offset: int, kept: Container[str]) -> tuple[_Placed, Part]:
    if len(head) < 30:
        raise NotExactError(Detail(N_("it ends in the middle")))
    crc, size, _same, length, _extra = struct.unpack("<IIIHH", head[14:])
    raw = file.read(length)
    name = _name(raw)
    one = _Placed(raw, crc, size, offset)
    if head + raw != _local(one):
        raise NotExactError(Detail(N_("%(name)s does not begin as it should"), name=name))
    digest, found, left, pieces = hashlib.sha256(), 0, size, []
    while left and (piece := file.read(min(left, AT_ONCE))):
        digest.update(piece)
        found, left = zlib.crc32(piece, found), left - len(piece)
        if name in kept:
            pieces.append(piece)
    if left or found != crc:
        raise NotExactError(Detail(N_("the bytes of %(name)s are not those that were put in"), name=name))
    return one, Part(size, digest.hexdigest(), b"".join(pieces))


def _name(raw: bytes) -> str:
    """Return a name that is safe to unpack, or raise NotExactError."""
    try:
        name = raw.decode()
    except UnicodeDecodeError:
        raise NotExactError(Detail(N_("a file in it has a name that cannot be read"))) from None
    steps = name.split("/")
    if len(raw) > LONGEST_NAME or "\\" in name or not name.isprintable() or {"", ".", ".."} & set(steps):
        raise NotExactError(Detail(N_("a file in it has a name that is not safe")))
    return name


def _copy(file: BinaryIO, source: Source, one: _Placed) -> None:
    crc, size = 0, 0
    for piece in _pieces(source):
        file.write(piece)
        crc, size = zlib.crc32(piece, crc), size + len(piece)
    if (crc, size) != (one.crc, one.size):
        raise OSError(f"{one.name.decode()} changed while it was put in")


def _pieces(source: Source) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
        return
    with source.open("rb") as file:
        while piece := file.read(AT_ONCE):
            yield piece


def _local(one: _Placed) -> bytes:
    return struct.pack("<IHHHHHIIIHH", LOCAL, *_common(one), len(one.name), 0) + one.name


def _common(one: _Placed) -> tuple[int, ...]:
    return (ZIP_VERSION, UTF8, STORED, NOON, DAY, one.crc, one.size, one.size)


def _tail(placed: list[_Placed], offset: int) -> bytes:
    """Return the list of files and the end, as they stand behind `offset` bytes of files."""
    entries = b"".join(
        struct.pack("<IH", CENTRAL, MADE_BY)
        + struct.pack("<HHHHHIII", *_common(one))
        + struct.pack("<HHHHHII", len(one.name), 0, 0, 0, 0, READABLE, one.offset)
        + one.name
        for one in placed
    )
    return entries + struct.pack("<IHHHHIIH", END, 0, 0, len(placed), len(placed), len(entries), offset, 0)
