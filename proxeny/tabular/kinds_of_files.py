"""Files that are no text tables, told by their first bytes whatever they are called."""

from enum import StrEnum

GZIP_MAGIC = b"\x1f\x8b"


class FileKind(StrEnum):
    """What a file can be that is not text; the value is its usual name."""

    ZIP = "zip"
    GZIP = "gzip"
    SEVEN_ZIP = "7z"
    RAR = "rar"
    BZIP2 = "bzip2"
    XZ = "xz"
    ZSTD = "zstd"
    OLD_OFFICE = "old Office"
    PDF = "PDF"
    RTF = "RTF"
    PICTURE = "picture"
    PARQUET = "Parquet"
    AVRO = "Avro"
    ORC = "ORC"
    SQLITE = "SQLite"
    PROGRAM = "program"
    HTML = "HTML"
    XML = "XML"


_MAGIC = (
    (b"PK\x03\x04", FileKind.ZIP),
    (b"PK\x05\x06", FileKind.ZIP),
    (GZIP_MAGIC, FileKind.GZIP),
    (b"7z\xbc\xaf\x27\x1c", FileKind.SEVEN_ZIP),
    (b"Rar!", FileKind.RAR),
    (b"BZh", FileKind.BZIP2),
    (b"\xfd7zXZ", FileKind.XZ),
    (b"\x28\xb5\x2f\xfd", FileKind.ZSTD),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.OLD_OFFICE),
    (b"%PDF", FileKind.PDF),
    (b"{\\rtf", FileKind.RTF),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"PAR1", FileKind.PARQUET),
    (b"Obj\x01", FileKind.AVRO),
    (b"SQLite format 3", FileKind.SQLITE),
    (b"\x7fELF", FileKind.PROGRAM),
)
_MARKUP = (
    (b"<!doctype", FileKind.HTML),
    (b"<html", FileKind.HTML),
    (b"<table", FileKind.HTML),
    (b"<?xml", FileKind.XML),
)
_HARMLESS_CONTROLS = b"\t\n\r\x0b\x0c\x1a\x1b\0"
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in _HARMLESS_CONTROLS)
_BINARY_SHARE = 0.02


def kind_of_file(start: bytes) -> FileKind | None:
    """Return what the file is whose first bytes are `start`, or None for what may be text."""
    for magic, kind in _MAGIC:
        if start.startswith(magic):
            return kind
    if start.startswith(b"ORC") and looks_binary(start):  # a header may begin with ORCID
        return FileKind.ORC
    first = start.lstrip(b"\xef\xbb\xbf \t\r\n")[:16].lower()
    return next((kind for markup, kind in _MARKUP if first.startswith(markup)), None)


def looks_binary(start: bytes) -> bool:
    """Return whether `start` holds more control characters than any text does."""
    controls = len(start) - len(start.translate(None, _CONTROLS))
    return controls > _BINARY_SHARE * len(start)
