"""Cells that a spreadsheet would run as a formula, made harmless for export."""

import re

_STARTERS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?[\d.,]+(?:[eE][+-]?\d+)?-?")


def harmless(cell: str) -> str:
    """The cell with an apostrophe in front where a spreadsheet would take it for a formula; numbers stay
    numbers.
    """
    if cell.lstrip(" ").startswith(_STARTERS) and not _NUMBER.fullmatch(cell.strip()):
        return "'" + cell
    return cell
