"""Numbers as people write them, read exactly: `1,234.50`, `￥1.234,50`, `(12.50)`, `12.50-`, `１２`,
`12.5万`.

A number with a single mark before exactly three digits (`1,234`, `1.234`) says by itself neither thousand nor
decimal. The whole column decides, then the file's other columns; where nothing decides, the cell is refused
and not guessed.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Literal

from proxeny.analytics.usage.reading.reasons import Reason, reason

DecimalMark = Literal[".", ","]

SCALE = 12
UNIT = Decimal(1).scaleb(-SCALE)
LIMIT = Decimal(10) ** 18
"""Below this a column of a hundred million numbers still sums within 38 digits."""

_LENGTH = 64
_CONTEXT = Context(prec=2 * _LENGTH)
_MYRIADS = {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}
_CODES = (
    "CNY|RMB|USD|EUR|GBP|JPY|HKD|TWD|KRW|SGD|AUD|NZD|CAD|CHF|INR|THB|MYR|IDR|VND|PHP|"
    "SEK|NOK|DKK|PLN|BRL|MXN|AED"
)
_SYMBOLS = r"[A-Z]{0,2}[¥$€£₩₹]"
_CURRENCY = re.compile(rf"(?i:{_CODES})|{_SYMBOLS}|元|圆")
_SPACED = re.compile(r"\d{1,3}(?:[\s'’]\d{3})+(?!\d)")
_EXPONENT = re.compile(r"\d+(?:\.\d*)?[eE][+-]?\d{1,3}|\.\d+[eE][+-]?\d{1,3}")
_PLAIN = re.compile(r"\d+|\d*[.,]\d+|\d+[.,]")
_GROUPED = re.compile(r"\d{1,3}(?P<mark>[.,])\d{3}(?:(?P=mark)\d{3})*(?:(?!(?P=mark))[.,]\d*)?")
_DOUBTFUL = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_NOT_FINITE = frozenset({"nan", "inf", "infinity", "#n/a", "#div/0!", "#value!", "#ref!", "#num!", "#name?"})


@dataclass(frozen=True)
class Number:
    """A value with at most twelve decimals, and whether digits beyond were rounded away (half away from
    zero).
    """

    value: Decimal
    rounded: bool = False


def parse_number(text: str, mark: DecimalMark | None) -> Number | Reason:
    """`mark` is the decimal mark of the column; it is consulted for doubtful numbers only."""
    if text.strip().lower().lstrip("+-") in _NOT_FINITE:
        return reason("number_not_finite", value=text)
    taken = _taken_apart(text)
    if taken is None:
        return reason("number_unreadable", value=text)
    body, factor = taken
    if _DOUBTFUL.fullmatch(body) and mark is None:
        return reason("number_ambiguous", value=text)
    digits = _digits(body, mark)
    if digits is None:
        return reason("number_unreadable", value=text)
    return _kept(_CONTEXT.multiply(digits, factor), text)


def mark_shown(texts: Iterable[str]) -> set[DecimalMark]:
    """The decimal marks that these numbers give away beyond doubt."""
    shown: set[DecimalMark] = set()
    for text in texts:
        taken = _taken_apart(text)
        if taken is None or _DOUBTFUL.fullmatch(taken[0]) or _digits(taken[0], None) is None:
            continue
        shown |= _marks(taken[0])
    return shown


def _marks(body: str) -> set[DecimalMark]:
    last = max(body.rfind("."), body.rfind(","))
    if last < 0:
        return set()
    mark: DecimalMark = "." if body[last] == "." else ","
    other: DecimalMark = "," if mark == "." else "."
    return {other} if body.count(mark) > 1 else {mark}


def _taken_apart(text: str) -> tuple[str, Decimal] | None:
    """The unsigned digits with their marks, and the factor that the sign and 万 or 亿 make."""
    if len(text) > _LENGTH:
        return None
    body = unicodedata.normalize("NFKC", text).strip().replace("−", "-")
    body, signs = _unsigned(body)
    body = _CURRENCY.sub("", body, count=1).strip()
    body, more = _unsigned(body)
    if signs + more > 1:
        return None
    factor = Decimal(-1 if signs + more else 1)
    if body[-1:] in _MYRIADS:
        factor *= _MYRIADS[body[-1]]
        body = body[:-1].strip()
    body = _SPACED.sub(lambda found: re.sub(r"\D", "", found[0]), body, count=1)
    return (body, factor) if body else None


def _unsigned(body: str) -> tuple[str, int]:
    """The body without its sign, and how many times it says “negative”: -5, 5-, (5)."""
    if body.startswith("+"):
        return body[1:].strip(), 0
    if body.startswith("(") and body.endswith(")"):
        return body[1:-1].strip(), 1
    stripped = body.removeprefix("-").removesuffix("-")
    return stripped.strip(), len(body) - len(stripped)


def _digits(body: str, mark: DecimalMark | None) -> Decimal | None:
    if _EXPONENT.fullmatch(body):
        plain = body
    elif _DOUBTFUL.fullmatch(body):
        plain = body.replace(",", ".") if mark and mark in body else re.sub("[.,]", "", body)
    elif _PLAIN.fullmatch(body):
        plain = body.replace(",", ".")
    elif grouped := _GROUPED.fullmatch(body):
        plain = body.replace(grouped["mark"], "").replace(",", ".")
    else:
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _kept(value: Decimal, text: str) -> Number | Reason:
    if abs(value) >= LIMIT:
        return reason("number_too_large", value=text, limit="10^18")
    kept = round_half_away(value)
    return Number(kept, rounded=kept != value)


def round_half_away(value: Decimal) -> Decimal:
    """To twelve decimals, as the column engine rounds: a half goes away from zero."""
    return value.quantize(UNIT, rounding=ROUND_HALF_UP, context=_CONTEXT)
