"""Files that are not text, told by their first bytes, so that the refusal can say what they are."""

from proxeny.intake.tabular.problems import TabularError

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KNOWN = (
    (b"%PDF", "is_document"),
    (b"\x89PNG", "is_picture"),
    (b"\xff\xd8\xff", "is_picture"),
    (b"GIF8", "is_picture"),
    (b"PAR1", "is_parquet"),
    (b"SQLite format 3\0", "is_database"),
    (b"7z\xbc\xaf\x27\x1c", "is_archive"),
    (b"Rar!", "is_archive"),
    (b"BZh", "is_archive"),
    (b"\xfd7zXZ", "is_archive"),
    (b"\x28\xb5\x2f\xfd", "is_archive"),
    (b"{\\rtf", "is_document"),
)
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<table")
_HARMLESS_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1a\x1b\0")
_BINARY_SHARE = 0.02


def require_text(start: bytes, *, packed: bool) -> None:
    """Raise TabularError when `start`, a file's first bytes, is not the beginning of a text; `packed`: it
    came out of gzip.
    """
    if packed and start.startswith((b"PK\x03\x04", b"\x1f\x8b", _OLD_OFFICE)):
        raise TabularError("compressed_twice")
    if start.startswith(_OLD_OFFICE):
        raise TabularError("old_spreadsheet")
    for magic, code in _KNOWN:
        if start.startswith(magic):
            raise TabularError(code)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n")[:16].lower().startswith(_MARKUP):
        raise TabularError("is_markup")


def looks_binary(start: bytes) -> bool:
    """Return whether `start` holds more control characters than any text does."""
    controls = sum(1 for byte in start if byte < 0x20 and byte not in _HARMLESS_CONTROLS)
    return controls > _BINARY_SHARE * len(start)
