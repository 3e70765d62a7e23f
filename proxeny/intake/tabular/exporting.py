"""Values of cells as text for an export; texts are made safe as `proxeny.tabular.formulas` says."""

from datetime import date, datetime
from decimal import Decimal

from proxeny.tabular.formulas import original_text, runs_as_formula, safe_cell

__all__ = ["MOST_PLACES", "is_moderate", "original_text", "plain_text", "runs_as_formula", "safe_cell"]

MOST_PLACES = 60


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
