"""Telling what a file is from its first bytes and its name."""

from pathlib import Path
from typing import Literal

from proxeny.analytics.usage.reading.reasons import refuse

Kind = Literal["csv", "jsonl", "parquet"]

PARQUET_MAGIC = b"PAR1"

_MAGIC = {
    b"PK\x03\x04": "zip or Excel (.xlsx)",
    b"PK\x05\x06": "zip",
    b"\xd0\xcf\x11\xe0": "old Excel (.xls)",
    b"%PDF": "PDF",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "rar",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"SQLite format 3": "SQLite",
    b"\x7fELF": "program",
    b"Obj\x01": "Avro",
    b"ORC": "ORC",
}
_MARKUP = {b"<!doctype html": "HTML", b"<html": "HTML", b"<?xml": "XML"}


def kind_of(path: Path, head: bytes) -> Kind:
    """`head` are the first bytes of the content, decompressed. Raises `ReadingError` for what is no table."""
    if head.startswith(PARQUET_MAGIC):
        return "parquet"
    for magic, name in _MAGIC.items():
        if head.startswith(magic):
            raise refuse("other_kind", kind=name)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for markup, name in _MARKUP.items():
        if start.startswith(markup):
            raise refuse("other_kind", kind=name)
    suffixes = {suffix.lower() for suffix in path.suffixes[-2:]}
    if suffixes & {".jsonl", ".ndjson", ".json"} or start.startswith(b"{"):
        return "jsonl"
    return "csv"
