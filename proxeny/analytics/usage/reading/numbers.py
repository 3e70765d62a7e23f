"""Numbers in the cells of a file, read as `proxeny.tabular.numbers` understands them, a currency beside them
left out, kept with twelve decimals.

Where the column decides nothing about `1,234`, the file's other columns do; where nothing decides, the cell
is refused and not guessed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from proxeny.analytics.usage.reading.reasons import Reason, reason
from proxeny.tabular import numbers
from proxeny.tabular.numbers import DecimalMark, NumberFault, read_number, without_currency

SCALE = 12
UNIT = Decimal(1).scaleb(-SCALE)
LIMIT = Decimal(10) ** 18
"""Below this a column of a hundred million numbers still sums within 38 digits."""

_LENGTH = 64
_CONTEXT = Context(prec=2 * _LENGTH)
_CODES = (
    "CNY|RMB|USD|EUR|GBP|JPY|HKD|TWD|KRW|SGD|AUD|NZD|CAD|CHF|INR|THB|MYR|IDR|VND|PHP|"
    "SEK|NOK|DKK|PLN|BRL|MXN|AED"
)
_CURRENCY = re.compile(rf"(?i:{_CODES})|[A-Z]{{0,2}}[¥$€£₩₹]|元|圆")
_ERRORS = frozenset({"#n/a", "#div/0!", "#value!", "#ref!", "#num!", "#name?"})


@dataclass(frozen=True)
class Number:
    """A value with at most twelve decimals, and whether digits beyond were rounded away (half away from
    zero).
    """

    value: Decimal
    rounded: bool = False


def parse_number(text: str, mark: DecimalMark | None) -> Number | Reason:
    """`mark` is the decimal mark of the column; it is consulted for doubtful numbers only."""
    bare = _without_currency(text)
    found = read_number(bare)
    if found is NumberFault.AMBIGUOUS:
        found = read_number(bare, mark)
    if found is NumberFault.NOT_FINITE or text.strip().lower() in _ERRORS:
        return reason("number_not_finite", value=text)
    if found is NumberFault.AMBIGUOUS:
        return reason("number_ambiguous", value=text)
    if isinstance(found, NumberFault):
        return reason("number_unreadable", value=text)
    return _kept(found, text)


def mark_shown(texts: Iterable[str]) -> set[DecimalMark]:
    """The decimal marks that these numbers give away beyond doubt."""
    shown = {numbers.mark_shown(_without_currency(text)) for text in texts}
    return {mark for mark in shown if mark is not None}


def _without_currency(text: str) -> str:
    """The number without the one currency beside it; nothing where there is anything else, or too much."""
    if len(text) > _LENGTH:
        return ""
    bare, words = without_currency(text)
    known = len(words) <= 1 and all(_CURRENCY.fullmatch(word) for word in words)
    return bare if known else ""


def _kept(value: Decimal, text: str) -> Number | Reason:
    if abs(value) >= LIMIT:
        return reason("number_too_large", value=text, limit="10^18")
    kept = round_half_away(value)
    return Number(kept, rounded=kept != value)


def round_half_away(value: Decimal) -> Decimal:
    """To twelve decimals, as the column engine rounds: a half goes away from zero."""
    return value.quantize(UNIT, rounding=ROUND_HALF_UP, context=_CONTEXT)
