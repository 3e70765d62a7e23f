"""How much of a file is taken before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps that keep memory and time bounded whatever the file holds.

    `columns`, `cell_chars` and `row_chars` bound one row; `text_bytes` bounds a text file after
    decompression; `package_*` and `strings_bytes` bound a spreadsheet's archive after decompression.
    """

    columns: int = 2_000
    cell_chars: int = 1_048_576
    row_chars: int = 8 * 1_048_576
    text_bytes: int = 2 * 1024**3
    package_entries: int = 5_000
    package_bytes: int = 512 * 1024**2
    directory_bytes: int = 2 * 1024**2
    strings_bytes: int = 128 * 1024**2
    sheet_rows: int = 1_048_576


LIMITS = Limits()
