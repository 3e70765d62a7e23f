"""Cells that a spreadsheet program will show and never run, and that are read back as they were.

A text cell that such a program could take for a formula gets an apostrophe before it, as OWASP advises on CSV
injection; a text that already looks so protected gets one more, so that taking the apostrophe away again
always gives the original.
"""

import re
from datetime import date, datetime
from decimal import Decimal

GUARD = "'"
MOST_PLACES = 60
_FORMULA = re.compile(
    "^(?:[\t\r\n]|[\\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*[=+\\-@＝＋－＠])"
)
_NEGATIVE_NUMBER = re.compile(r"^-[0-9]+(?:\.[0-9]+)?$")


def runs_as_formula(text: str) -> bool:
    """Return whether a spreadsheet program might run `text`: it begins with `= + - @`, narrow or wide, behind
    blanks or controls.

    A plain negative number does not run.
    """
    return _FORMULA.match(text) is not None and _NEGATIVE_NUMBER.match(text) is None


def safe_cell(text: str) -> str:
    """Return `text` so that it is harmless in CSV; `original_text` is its inverse for every text."""
    return GUARD + text if _needs_guard(text) else text


def original_text(cell: str) -> str:
    """Return the text that `safe_cell` protected."""
    return cell[1:] if cell.startswith(GUARD) and _needs_guard(cell[1:]) else cell


def plain_text(value: object) -> str:
    """Return a cell's value as text that means the same everywhere: ISO dates, numbers without exponent or
    grouping.
    """
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case Decimal():
            return f"{value:f}" if is_moderate(value) else str(value)
        case datetime():
            return value.isoformat(sep=" ")
        case date():
            return value.isoformat()
        case _:
            return str(value)


def is_moderate(number: Decimal) -> bool:
    """Return whether `number` written without an exponent stays short."""
    return number.is_finite() and abs(number.adjusted()) <= MOST_PLACES


def _needs_guard(text: str) -> bool:
    bare = text.lstrip(GUARD)
    return runs_as_formula(bare)
