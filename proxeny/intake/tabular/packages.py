"""The archive that a spreadsheet is: measured before it is unpacked, its parts parsed without entities."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol
from xml.parsers import expat

from proxeny.intake.tabular.limits import Limits
from proxeny.intake.tabular.problems import TabularError
from proxeny.intake.tabular.streams import opened

_END_OF_DIRECTORY = b"PK\x05\x06"
_END_BYTES = 22 + 65_535
_ENCRYPTED = 0x1
_PIECE_BYTES = 1 << 16
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    expat.ExpatError,
    EOFError,
    OSError,
    NotImplementedError,
    LookupError,
    ArithmeticError,
    ValueError,
)


class Handler(Protocol):
    """Takes what a part of the archive consists of; names come without their namespace."""

    def start(self, name: str, attributes: dict[str, str], /) -> None:
        """An element begins."""

    def end(self, name: str, /) -> None:
        """An element ends."""

    def text(self, text: str, /) -> None:
        """Text, perhaps in several pieces."""


@contextmanager
def open_package(path: Path, limits: Limits) -> Iterator[zipfile.ZipFile]:
    """Open the archive of a spreadsheet; whatever is wrong with it, now or in use, is a TabularError.

    A member cannot unpack to more than the directory says of it: reading stops there.
    """
    _require_small_directory(path, limits)
    try:
        with zipfile.ZipFile(path) as package:
            _require_within(package.infolist(), limits)
            _require_spreadsheet(package.namelist())
            yield package
    except _DAMAGE as error:
        raise TabularError("damaged_spreadsheet", detail=f"{type(error).__name__}: {error}"[:120]) from error


def parse_part(package: zipfile.ZipFile, name: str, handler: Handler) -> Iterator[None]:
    """Feed the part `name` to `handler`, pausing after every piece so that what it collected can be taken.

    Raises TabularError at a document type declaration: without one there are no entities but XML's own five.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def declared(*_parts: object) -> None:
        raise TabularError("forbidden_markup", entry=name)

    def started(element: str, attributes: dict[str, str]) -> None:
        handler.start(element[element.rfind(" ") + 1 :], attributes)

    def ended(element: str) -> None:
        handler.end(element[element.rfind(" ") + 1 :])

    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = handler.text
    with package.open(name) as part:
        while piece := part.read(_PIECE_BYTES):
            parser.Parse(piece)
            yield
        parser.Parse(b"", True)
    yield


def _require_small_directory(path: Path, limits: Limits) -> None:
    """Read the archive's own count of its entries, before a list of them is made."""
    with opened(path) as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _END_BYTES))
        tail = file.read()
    at = tail.rfind(_END_OF_DIRECTORY)
    if at < 0 or len(tail) < at + 22:
        raise TabularError("damaged_spreadsheet", detail="no directory")
    entries = int.from_bytes(tail[at + 10 : at + 12], "little")
    directory = int.from_bytes(tail[at + 12 : at + 16], "little")
    if entries > limits.package_entries or directory > limits.directory_bytes:
        raise TabularError("too_many_entries", limit=limits.package_entries)


def _require_within(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.package_entries:
        raise TabularError("too_many_entries", limit=limits.package_entries)
    if sum(entry.file_size for entry in entries) > limits.package_bytes:
        raise TabularError("package_too_big", limit=limits.package_bytes)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise TabularError("encrypted")


def _require_spreadsheet(names: list[str]) -> None:
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        return
    documents = ("word/", "ppt/", "Index/", "content.xml")
    raise TabularError("is_document" if any(name.startswith(documents) for name in names) else "is_archive")
