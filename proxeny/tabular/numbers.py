"""Numbers as people write them, read exactly or not at all: `1,234.50`, `1.234,50`, `(12.50)`, `12.50-`,
`１２`, `12.5万`.

A single mark before exactly three digits (`1,234`, `1.234`) says by itself neither thousand nor decimal. It
is never guessed: the other cells of the column settle it (`mark_shown`), or a person.
"""

import re
from decimal import Decimal
from enum import StrEnum, auto
from typing import Literal

from proxeny.tabular.folding import narrow

DecimalMark = Literal[".", ","]

UNITS = {"万亿": 12, "萬億": 12, "万": 4, "萬": 4, "亿": 8, "億": 8}
_NOT_FINITE = re.compile(r"[+-]?(?:nan|inf|infinity)", re.IGNORECASE)
_EXPONENT = re.compile(r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)[eE][+-]?[0-9]{1,3}")
_BLANKS = re.compile("(?<=[0-9])[ \u00a0\u202f\u2009'’](?=[0-9])")
_THOUSAND = re.compile(r"[1-9][0-9]{0,2}")
_CORE = re.compile(r"[0-9.,_]*[0-9][0-9.,_]*")
_LEADING = re.compile(r"^([^0-9.,()+\-\s]+)\s*(?=[0-9.,(+\-])")
_TRAILING = re.compile(r"(?<=[0-9.,)\-万亿萬億])\s*([^0-9.,()\-\s万亿萬億]+)$")


class NumberFault(StrEnum):
    """Why a text is not read as a number."""

    NOT_A_NUMBER = auto()
    NOT_FINITE = auto()
    AMBIGUOUS = auto()
    """Its only mark may be the decimal or the thousands mark."""
    GROUPING = auto()
    """Its separators do not stand at every third digit."""
    MARK = auto()
    """Its decimal mark is not the one that was given."""
    SHORTENED = auto()
    """It is in scientific notation where that means lost digits."""


def read_number(
    text: str, decimal_mark: str | None = None, *, exponent: bool = True
) -> Decimal | NumberFault:
    """Return the exact number in `text`, of any size.

    Understood are one sign before or after, brackets for negative, thousands at every third digit, 万 and 亿,
    wide digits, and with `exponent` scientific notation.
    """
    bare = narrow(text)
    if _NOT_FINITE.fullmatch(bare):
        return NumberFault.NOT_FINITE
    negative, core = _split_sign(bare)
    if _EXPONENT.fullmatch(core):
        found: Decimal | NumberFault = Decimal(core) if exponent else NumberFault.SHORTENED
    else:
        core, power = _split_unit(core)
        found = _raised(_plain(_joined(core), decimal_mark), power)
    return found.copy_negate() if negative and isinstance(found, Decimal) else found


def mark_shown(text: str) -> DecimalMark | None:
    """Return the decimal mark that this number proves to be in use; None when it proves nothing or is
    none.
    """
    _, core = _split_sign(narrow(text))
    if _EXPONENT.fullmatch(core):
        return "." if "." in core else None
    core = _joined(_split_unit(core)[0])
    own = _own_mark(core) if _CORE.fullmatch(core) else None
    return own if isinstance(_plain(core, own), Decimal) else None


def without_currency(text: str) -> tuple[str, list[str]]:
    """Return the number in `text` as text, and the signs, codes and names of currencies around it.

    What such a word means, and whether it is a currency at all, is left to the caller.
    """
    bare = narrow(text)
    before = after = ""
    if bare.startswith("(") and bare.endswith(")"):
        before, bare, after = "(", bare[1:-1].strip(), ")"
    elif bare[:1] in ("+", "-"):
        before, bare = bare[0], bare[1:].strip()
    elif bare.endswith("-"):
        bare, after = bare[:-1].strip(), "-"
    words: list[str] = []
    for pattern in (_LEADING, _TRAILING):
        if found := pattern.search(bare):
            words.append(found.group(1))
            bare = (bare[: found.start()] + bare[found.end() :]).strip()
    return before + bare + after, words


def _split_sign(text: str) -> tuple[bool, str]:
    if text.startswith("(") and text.endswith(")"):
        return True, text[1:-1].strip()
    if text[:1] in ("+", "-"):
        return text[0] == "-", text[1:].strip()
    if text.endswith("-"):
        return True, text[:-1].strip()
    return False, text


def _split_unit(core: str) -> tuple[str, int]:
    for unit, power in UNITS.items():
        if core.endswith(unit):
            return core.removesuffix(unit).strip(), power
    return core, 0


def _joined(core: str) -> str:
    """Return `core` with blanks and apostrophes between digits as `_`; nothing of a text that has its own."""
    return "" if "_" in core else _BLANKS.sub("_", core)


def _own_mark(core: str) -> DecimalMark | None:
    """Return the decimal mark that `core` can only have, or None when it has no separator or may have
    either.
    """
    dots, commas = core.count("."), core.count(",")
    if dots and commas:
        return "." if core.rfind(".") > core.rfind(",") else ","
    if dots + commas == 0:
        return None
    mark: DecimalMark = "." if dots else ","
    if dots + commas > 1:
        return "," if mark == "." else "."
    before, after = core.split(mark)
    return None if _THOUSAND.fullmatch(before) and len(after) == 3 and after.isdigit() else mark


def _plain(core: str, decimal_mark: str | None) -> Decimal | NumberFault:
    if not _CORE.fullmatch(core):
        return NumberFault.NOT_A_NUMBER
    own = _own_mark(core)
    if own and decimal_mark and own != decimal_mark:
        return NumberFault.MARK
    mark = own or decimal_mark
    if mark is None and ("." in core or "," in core):
        return NumberFault.AMBIGUOUS
    whole, _, part = core.partition(mark or ".")
    groups = re.split(r"[.,_]", whole)
    grouped = len(groups) == 1 or (1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]))
    if not grouped or not (part.isdigit() or part == ""):
        return NumberFault.GROUPING
    digits = "".join(groups)
    return Decimal(f"{digits or '0'}.{part}") if part else Decimal(digits)


def _raised(number: Decimal | NumberFault, power: int) -> Decimal | NumberFault:
    """Return `number` times ten to `power`; unlike `scaleb`, no digit is ever rounded away."""
    if isinstance(number, NumberFault) or not power:
        return number
    sign, digits, exponent = number.as_tuple()
    return Decimal((sign, digits, int(exponent) + power))
