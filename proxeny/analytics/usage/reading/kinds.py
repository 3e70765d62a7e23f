"""Telling what a file is from its first bytes and its name."""

from pathlib import Path
from typing import Literal

from proxeny.analytics.usage.reading.reasons import refuse
from proxeny.tabular.kinds_of_files import FileKind, kind_of_file

Kind = Literal["csv", "jsonl", "parquet"]

_OF_EXCEL = {FileKind.ZIP: "zip or Excel (.xlsx)", FileKind.OLD_OFFICE: "old Excel (.xls)"}


def kind_of(path: Path, head: bytes) -> Kind:
    """`head` are the first bytes of the content, decompressed. Raises `ReadingError` for what is no table."""
    found = kind_of_file(head)
    if found is FileKind.PARQUET:
        return "parquet"
    if found is not None:
        raise refuse("other_kind", kind=_OF_EXCEL.get(found, found.value))
    suffixes = {suffix.lower() for suffix in path.suffixes[-2:]}
    if suffixes & {".jsonl", ".ndjson", ".json"} or head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return "jsonl"
    return "csv"
