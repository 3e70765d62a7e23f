"""Several things in a row, and a figure with its unit."""

from collections.abc import Iterable
from decimal import Decimal

from proxeny.core.words.amounts import number
from proxeny.core.words.language import GAP, Language


def listed(names: Iterable[str], language: Language) -> str:
    """Return names in a row: 春节、国庆节 / Spring Festival, May Day and National Day."""
    found = list(names)
    if language == "zh" or len(found) < 2:
        return "、".join(found)
    return f"{', '.join(found[:-1])} and {found[-1]}"


def measured(value: float | Decimal, unit: str, language: Language, *, decimals: int = 2) -> str:
    """Return a number with its unit, which never stands on the next line: 1,234.5 GB; without a unit the number."""
    written = number(value, language, decimals=decimals)
    return f"{written}{GAP}{unit}" if unit else written
