"""Numbers in cells, read exactly as `proxeny.tabular.numbers` understands them, or refused with a reason."""

from decimal import Decimal

from proxeny.intake.tabular.problems import CellError, shown
from proxeny.intake.tabular.source import Cell
from proxeny.tabular import numbers
from proxeny.tabular.numbers import NumberFault

MOST_WHOLE_DIGITS = 20
MOST_DIGITS = 28
FINEST = -100
_REFUSALS = {
    NumberFault.NOT_A_NUMBER: "not_a_number",
    NumberFault.NOT_FINITE: "not_finite",
    NumberFault.AMBIGUOUS: "number_ambiguous",
    NumberFault.GROUPING: "number_grouping",
    NumberFault.SHORTENED: "shortened_number",
}


def read_number(cell: Cell, decimal_mark: str | None = None, *, exponent: bool = True) -> Decimal:
    """Return the exact number in `cell`.

    Raises CellError for what is none, for NaN and infinity, for too many digits, for scientific notation
    unless `exponent`, and for text that neither `decimal_mark` nor the text itself settles.
    """
    if isinstance(cell, Decimal):
        return _finite(cell)
    if not isinstance(cell, str):
        raise CellError("not_a_number")
    found = numbers.read_number(cell, decimal_mark, exponent=exponent)
    if found is NumberFault.MARK:
        raise CellError("number_mark", mark=decimal_mark)
    if isinstance(found, NumberFault):
        raise CellError(_REFUSALS[found])
    return _finite(found)


def mark_shown(cell: Cell) -> str | None:
    """Return the decimal mark that this cell proves to be in use, `.` or `,`; None when it proves nothing."""
    return numbers.mark_shown(cell) if isinstance(cell, str) else None


def read_integer(cell: Cell, decimal_mark: str | None = None) -> int:
    """Return the whole number in `cell`; CellError when it has a fraction, whatever else `read_number`
    refuses.
    """
    number = read_number(cell, decimal_mark)
    if number != number.to_integral_value():
        raise CellError("not_whole", value=shown(cell))
    return int(number)


def _finite(number: Decimal) -> Decimal:
    if not number.is_finite():
        raise CellError("not_finite")
    if len(number.as_tuple().digits) > MOST_DIGITS or not FINEST < number.adjusted() < MOST_WHOLE_DIGITS:
        raise CellError("number_too_long")
    return number.quantize(Decimal(1)) if int(number.as_tuple().exponent) > 0 else number
