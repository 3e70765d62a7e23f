"""Numbers as people write them, read exactly or refused.

A separator that could mark decimals or thousands is never guessed from one cell: `1,234` is settled by its
column (`mark_shown` of the other cells) or by a person, or it is refused.
"""

import re
from decimal import Decimal

from proxeny.intake.tabular.folding import narrow
from proxeny.intake.tabular.problems import CellError, shown
from proxeny.intake.tabular.source import Cell

MOST_WHOLE_DIGITS = 20
MOST_DIGITS = 28
FINEST = -100
UNITS = {"万": 4, "萬": 4, "亿": 8, "億": 8, "万亿": 12}
_NOT_FINITE = re.compile(r"^[+-]?(?:nan|inf|infinity)$", re.IGNORECASE)
_EXPONENT = re.compile(r"^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[eE][+-]?[0-9]{1,3}$")
_BLANKS = re.compile("(?<=[0-9])[ \u00a0\u202f\u2009'’](?=[0-9])")
_CORE = re.compile(r"^[0-9.,_]*[0-9][0-9.,_]*$")


def read_number(cell: Cell, decimal_mark: str | None = None, *, exponent: bool = True) -> Decimal:
    """Return the exact number in `cell`.

    Understood are signs before and after, brackets for negative, thousands at every third digit, 万 and 亿,
    wide digits, and with `exponent` scientific notation. Raises CellError for anything else, for NaN and
    infinity, and for text that neither `decimal_mark` nor the text itself settles.
    """
    if isinstance(cell, Decimal):
        return _finite(cell)
    if not isinstance(cell, str):
        raise CellError("not_a_number")
    text = narrow(cell)
    if _NOT_FINITE.match(text):
        raise CellError("not_finite")
    if _EXPONENT.match(text):
        if not exponent:
            raise CellError("shortened_number")
        return _finite(Decimal(text))
    negative, core = _split_sign(text)
    core, power = _split_unit(core)
    number = _plain(core, decimal_mark).scaleb(power)
    return _finite(number.copy_negate() if negative else number)


def mark_shown(cell: Cell) -> str | None:
    """Return the decimal mark that this cell proves to be in use, `.` or `,`; None when it proves nothing."""
    if not isinstance(cell, str):
        return None
    _, core = _split_sign(narrow(cell))
    core, _ = _split_unit(core)
    core = _BLANKS.sub("_", core)
    return _own_mark(core) if _CORE.match(core) else None


def _split_sign(text: str) -> tuple[bool, str]:
    text = text.strip()
    if text.startswith("(") and text.endswith(")"):
        return True, text[1:-1].strip()
    if text[:1] in ("+", "-"):
        return text[0] == "-", text[1:].strip()
    if text[-1:] == "-":
        return True, text[:-1].strip()
    return False, text


def _split_unit(core: str) -> tuple[str, int]:
    for unit in sorted(UNITS, key=len, reverse=True):
        if core.endswith(unit):
            return core.removesuffix(unit).strip(), UNITS[unit]
    return core, 0


def _own_mark(core: str) -> str | None:
    """Return the decimal mark that `core` can only have, or None when it has no separator or may have
    either.
    """
    dots, commas = core.count("."), core.count(",")
    if dots and commas:
        return "." if core.rfind(".") > core.rfind(",") else ","
    if dots + commas == 0:
        return None
    mark = "." if dots else ","
    if dots + commas > 1:
        return "," if mark == "." else "."
    before, after = core.split(mark)
    could_be_thousands = len(after) == 3 and 1 <= len(before) <= 3 and not before.startswith("0")
    return None if could_be_thousands else mark


def _plain(core: str, decimal_mark: str | None) -> Decimal:
    core = _BLANKS.sub("_", core)
    if not _CORE.match(core):
        raise CellError("not_a_number")
    own = _own_mark(core)
    if own and decimal_mark and own != decimal_mark:
        raise CellError("number_mark", mark=decimal_mark)
    mark = own or decimal_mark
    if mark is None:
        if "." in core or "," in core:
            raise CellError("number_ambiguous")
        mark = "."
    whole, _, part = core.partition(mark)
    groups = re.split(r"[.,_]", whole)
    well_grouped = len(groups) == 1 or (
        1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    )
    if not well_grouped or not (part.isdigit() or part == ""):
        raise CellError("number_grouping")
    return Decimal(f"{''.join(groups) or '0'}.{part or '0'}") if part else Decimal("".join(groups))


def _finite(number: Decimal) -> Decimal:
    if not number.is_finite():
        raise CellError("not_finite")
    if len(number.as_tuple().digits) > MOST_DIGITS or not FINEST < number.adjusted() < MOST_WHOLE_DIGITS:
        raise CellError("number_too_long")
    return number.quantize(Decimal(1)) if int(number.as_tuple().exponent) > 0 else number


def read_integer(cell: Cell, decimal_mark: str | None = None) -> int:
    """Return the whole number in `cell`; CellError when it has a fraction, whatever else `read_number`
    refuses.
    """
    number = read_number(cell, decimal_mark)
    if number != number.to_integral_value():
        raise CellError("not_whole", value=shown(cell))
    return int(number)
