"""Files that are not text are refused by what they are."""

from proxeny.intake.tabular.problems import TabularError
from proxeny.tabular.kinds_of_files import FileKind, kind_of_file

_REFUSALS = {
    FileKind.OLD_OFFICE: "old_spreadsheet",
    FileKind.PDF: "is_document",
    FileKind.RTF: "is_document",
    FileKind.PICTURE: "is_picture",
    FileKind.PARQUET: "is_parquet",
    FileKind.SQLITE: "is_database",
    FileKind.ZIP: "is_archive",
    FileKind.SEVEN_ZIP: "is_archive",
    FileKind.RAR: "is_archive",
    FileKind.BZIP2: "is_archive",
    FileKind.XZ: "is_archive",
    FileKind.ZSTD: "is_archive",
    FileKind.HTML: "is_markup",
    FileKind.XML: "is_markup",
}


def require_text(start: bytes, *, packed: bool) -> None:
    """Raise TabularError when `start`, a file's first bytes, is not the beginning of a text; `packed`: it
    came out of gzip.
    """
    kind = kind_of_file(start)
    if packed and kind in (FileKind.ZIP, FileKind.GZIP, FileKind.OLD_OFFICE):
        raise TabularError("compressed_twice")
    if kind is not None:
        raise TabularError(_REFUSALS.get(kind, "binary"))
