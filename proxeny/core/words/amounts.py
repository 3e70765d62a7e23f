"""Money, plain numbers and shares."""

from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache

from babel.numbers import get_currency_symbol

from proxeny.core.money import Money, digits
from proxeny.core.words.language import GAP, MINUS, Language

# From which amount on a unit is used, how much it is, and how it is written after the figure; ascending.
_UNITS: dict[Language, tuple[tuple[int, int, str], ...]] = {
    "zh": ((10**4, 10**4, f"{GAP}万"), (10**8, 10**8, f"{GAP}亿"), (10**12, 10**12, f"{GAP}万亿")),
    "en": ((10**4, 10**3, "k"), (10**6, 10**6, "M"), (10**9, 10**9, "bn"), (10**12, 10**12, "tn")),
}
_TENTH = Decimal("0.1")


@lru_cache(maxsize=256)
def symbol(currency: str, language: Language) -> str:
    """Return the sign of `currency`: ¥ is the renminbi in both languages, so the yen is JP¥ in both."""
    locale = "zh_Hans_CN" if language == "zh" or currency in {"CNY", "JPY"} else "en"
    sign: str = get_currency_symbol(currency, locale)
    return sign + GAP if sign.isalpha() else sign


def compact(money: Money, language: Language) -> str:
    """Return the amount at a glance: ¥12.4 万, ¥124k; small amounts with a fraction keep it."""
    size = abs(money.amount)
    figure = _compact_figure(size, digits(money.currency), language)
    return _signed(money.amount, symbol(money.currency, language) + figure)


def exact(money: Money, language: Language) -> str:
    """Return the amount to its last minor unit: ¥124,000.00."""
    return _signed(
        money.amount, f"{symbol(money.currency, language)}{abs(money.amount):,.{digits(money.currency)}f}"
    )


def number(value: float | Decimal, _language: Language = "zh", *, decimals: int = 2) -> str:
    """Return a number in groups of three digits, with at most `decimals` places and no idle zeros."""
    rounded = round(Decimal(str(value)), decimals)
    written = f"{abs(rounded):,f}"
    return _signed(rounded, written.rstrip("0").rstrip(".") if "." in written else written)


def share(value: float | Decimal, language: Language, *, signed: bool = False) -> str:
    """Return a share in hundredths: 38 % for 0.38, one decimal below a tenth; `signed` writes a plus."""
    hundredths = Decimal(str(value)) * 100
    rounded = _rounded(hundredths, fine=abs(hundredths) < 10)
    plus = "+" if signed and rounded > 0 else ""
    return plus + _signed(rounded, _plain(abs(rounded))) + (f"{GAP}%" if language == "zh" else "%")


def _compact_figure(size: Decimal, minor_digits: int, language: Language) -> str:
    if size < 1000 and size != size.to_integral_value():
        return f"{size:,.{minor_digits}f}"
    figure, word = _rounded(size, fine=False), ""
    shown = figure
    for least, unit, name in _UNITS[language]:
        if shown < least:  # what is shown decides: 9,999.6 is 1 万, never 10,000
            break
        figure, word = _rounded(size / unit, fine=size < 100 * unit), name
        shown = figure * unit
    return _plain(figure) + word


def _rounded(value: Decimal, *, fine: bool) -> Decimal:
    return value.quantize(_TENTH if fine else Decimal(1), rounding=ROUND_HALF_EVEN)


def _plain(value: Decimal) -> str:
    written = f"{value:,f}"
    return written.removesuffix(".0")


def _signed(value: Decimal, written: str) -> str:
    return MINUS + written if value < 0 else written
