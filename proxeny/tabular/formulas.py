"""Cells that a spreadsheet program will show and never run, and that are read back as they were.

A text cell that such a program could take for a formula gets an apostrophe before it, as OWASP advises on CSV
injection; a text that already looks so protected gets one more, so that taking the apostrophe away again
always gives the original.
"""

import re

GUARD = "'"
_FORMULA = re.compile(
    "^(?:[\t\r\n]|[\\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]*[=+\\-@＝＋－＠])"
)
_NEGATIVE_NUMBER = re.compile(r"^-[0-9]+(?:\.[0-9]+)?$")
_NUMBER = re.compile(r"[+-]?[0-9.,]+(?:[eE][+-]?[0-9]+)?-?")


def runs_as_formula(text: str) -> bool:
    """Return whether a spreadsheet program might run `text`: it begins with `= + - @`, narrow or wide, behind
    blanks or controls.

    A plain negative number does not run.
    """
    return _FORMULA.match(text) is not None and _NEGATIVE_NUMBER.match(text) is None


def safe_cell(text: str) -> str:
    """Return `text` so that it is harmless in CSV; `original_text` is its inverse for every text.

    `+86 138…` is guarded too: a program that takes it for a number drops its sign and its last digits.
    """
    return GUARD + text if _needs_guard(text) else text


def harmless(cell: str) -> str:
    """Return `cell` as `safe_cell` does, but every number as it is: `+5` and `-1,234.50` run nowhere."""
    return cell if _NUMBER.fullmatch(cell.strip()) else safe_cell(cell)


def original_text(cell: str) -> str:
    """Return the text that `safe_cell` or `harmless` protected."""
    return cell[1:] if cell.startswith(GUARD) and _needs_guard(cell[1:]) else cell


def _needs_guard(text: str) -> bool:
    return runs_as_formula(text.lstrip(GUARD))
