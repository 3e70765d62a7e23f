"""Currencies: their codes, signs and names, and amounts that carry one."""

from functools import lru_cache

from babel.numbers import list_currencies

from proxeny.core.money import digits
from proxeny.intake.tabular.numbers import read_number
from proxeny.intake.tabular.problems import CellError
from proxeny.intake.tabular.reading import Amount
from proxeny.intake.tabular.source import Cell
from proxeny.tabular.folding import narrow
from proxeny.tabular.numbers import without_currency

__all__ = ["read_amount", "read_currency", "require_in_currency", "without_currency"]

_DOLLARS = frozenset({"USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MXN"})
_WORDS: dict[str, frozenset[str]] = {
    "¥": frozenset({"CNY", "JPY"}),
    "$": _DOLLARS,
    **{
        word: frozenset({code})
        for code, words in {
            "CNY": "RMB CN¥ 人民币 人民币元 元 圆 CNH",
            "JPY": "JP¥ 日元 円 日圆",
            "USD": "US$ 美元 美金",
            "EUR": "€ 欧元",
            "GBP": "£ 英镑",
            "HKD": "HK$ 港币 港元",
            "TWD": "NT$ 新台币 台币",
            "SGD": "S$ 新加坡元",
            "AUD": "A$ AU$ 澳元",
            "CAD": "C$ CA$ 加元",
            "KRW": "₩ 韩元",
            "INR": "₹ 卢比",
            "RUB": "₽ 卢布",
            "CHF": "瑞士法郎",
        }.items()
        for word in words.split()
    },
}


def read_amount(cell: Cell, decimal_mark: str | None = None) -> Amount:
    """Return the amount in `cell` with what its sign or code says of the currency.

    Raises CellError for a sign or word that is no currency, for two that contradict each other, and for what
    `read_number` refuses; scientific notation is refused, since it has lost digits.
    """
    if not isinstance(cell, str):
        return Amount(read_number(cell))
    bare, words = without_currency(cell)
    named = [_meant(word) for word in words]
    currencies = frozenset.intersection(*named) if named else frozenset()
    if named and not currencies:
        raise CellError("currency_unknown")
    return Amount(read_number(bare, decimal_mark, exponent=False), currencies)


def read_currency(cell: Cell) -> str:
    """Return the ISO 4217 code that `cell` names; CellError when it names none or may name several."""
    if not isinstance(cell, str):
        raise CellError("currency_unknown")
    meant = _meant(narrow(cell))
    if len(meant) != 1:
        raise CellError("currency_ambiguous", currencies=", ".join(sorted(meant)))
    return next(iter(meant))


def require_in_currency(amount: Amount, currency: str) -> None:
    """Raise CellError unless `amount` may be in `currency` and is not finer than its minor unit."""
    if amount.currencies and currency not in amount.currencies:
        raise CellError("currency_mismatch", currency=currency)
    places = digits(currency)
    if amount.value != round(amount.value, places):
        raise CellError("too_fine", currency=currency, digits=places)


def _meant(word: str) -> frozenset[str]:
    known = _WORDS.get(word) or _WORDS.get(word.upper())
    if known:
        return known
    if word.upper() in _codes():
        return frozenset({word.upper()})
    raise CellError("currency_unknown")


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(list_currencies())
