"""The bytes of a file, plain or gzip, in pieces; never more than one piece in memory."""

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from proxeny.intake.tabular.limits import Limits
from proxeny.intake.tabular.problems import TabularError
from proxeny.tabular.kinds_of_files import GZIP_MAGIC

PIECE_BYTES = 1 << 17


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells that a file on disk is still the one that was opened."""

    size: int
    modified_ns: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> "Stamp":
        """Return the stamp of the file at `path`; TabularError if there is none."""
        try:
            found = path.stat()
        except OSError as error:
            raise TabularError("not_readable", detail=error.strerror or str(error)) from error
        return cls(found.st_size, found.st_mtime_ns, found.st_ino)


def digest(path: Path) -> str:
    """Return the SHA-256 of the file's bytes as they lie on disk, in hexadecimal."""
    with opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


def opened(path: Path) -> BinaryIO:
    """Open the file at `path` for its bytes as they are."""
    try:
        return path.open("rb")
    except OSError as error:
        raise TabularError("not_readable", detail=error.strerror or str(error)) from error


def is_gzip(path: Path) -> bool:
    """Return whether the file begins as gzip does (RFC 1952)."""
    with opened(path) as file:
        return file.read(2) == GZIP_MAGIC


def pieces(path: Path, limits: Limits) -> Iterator[bytes]:
    """Yield the file's bytes, unpacked where it is gzip.

    Raises TabularError when the archive is damaged or unpacks to more than `limits.text_bytes`.
    """
    packed = is_gzip(path)
    total = 0
    with opened(path) as raw:
        stream = gzip.GzipFile(fileobj=raw) if packed else raw
        while piece := _read(stream):
            total += len(piece)
            if total > limits.text_bytes:
                raise TabularError("too_much_text", limit=limits.text_bytes)
            yield piece


def beginning(path: Path, limits: Limits, size: int = 1 << 16) -> bytes:
    """Return the first `size` bytes, unpacked where the file is gzip."""
    found = b""
    for piece in pieces(path, limits):
        found += piece
        if len(found) >= size:
            break
    return found[:size]


def _read(stream: BinaryIO | gzip.GzipFile) -> bytes:
    try:
        return stream.read(PIECE_BYTES)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise TabularError("damaged_archive", detail=str(error)) from error
    except OSError as error:
        raise TabularError("not_readable", detail=error.strerror or str(error)) from error
