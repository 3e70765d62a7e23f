"""Words: text, references, yes and no, choices, mail addresses, phone numbers."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from proxeny.intake.tabular.exporting import plain_text
from proxeny.intake.tabular.fields import Field
from proxeny.intake.tabular.problems import CellError
from proxeny.intake.tabular.source import Cell
from proxeny.tabular.folding import folded, narrow

EXACT_DIGITS = 15
_YES = frozenset(
    (
        "yes",
        "y",
        "true",
        "t",
        "1",
        "on",
        "√",
        "✓",
        "✔",
        "☑",
        "是",
        "有",
        "对",
        "真",
        "开",
        "允许",
        "可以",
        "已",
        "启用",
    )
)
_NO = frozenset(
    (
        "no",
        "n",
        "false",
        "f",
        "0",
        "off",
        "×",
        "✗",
        "✘",
        "☐",
        "否",
        "无",
        "没有",
        "错",
        "假",
        "关",
        "不允许",
        "不可以",
        "未",
        "停用",
        "不",
    )
)
_SHORTENED = re.compile(r"^[+-]?[0-9](?:[.,][0-9]+)?[eE]\+[0-9]{1,2}$")
_LOCAL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\u0080-\uffff-]+"
_EMAIL = re.compile(rf"^{_LOCAL}@(?:[\w-]+\.)+[\w-]{{2,63}}$")
_PHONE = re.compile(
    r"^(?P<plus>\+|00)?(?P<number>[0-9()\s.\-/]*?[0-9])"
    r"(?:\s*(?:转|ext\.?|x|#|;ext=|分机)\s*(?P<extension>[0-9]{1,8}))?$",
    re.IGNORECASE,
)
_LAST_PART = re.compile(r"^(?P<number>.*[0-9]{7,8})-(?P<extension>[0-9]{1,5})$")


def read_text(cell: Cell) -> str:
    """Return the cell as text, without blanks at its ends; what is not text is written in full."""
    return plain_text(_whole(cell)).strip()


def read_reference(cell: Cell) -> str:
    """Return the cell as somebody's own number for a thing: digits as they are, leading zeros kept.

    Raises CellError for a number that a spreadsheet has shortened or cut to 15 digits.
    """
    if isinstance(cell, Decimal) and cell.is_finite() and cell.adjusted() >= EXACT_DIGITS:
        raise CellError("shortened_number")
    text = narrow(read_text(cell))
    if _SHORTENED.match(text):
        raise CellError("shortened_number")
    return text


def read_boolean(cell: Cell) -> bool:
    """Return yes or no, in either language, as a tick or as 1 and 0; CellError otherwise."""
    if isinstance(cell, bool):
        return cell
    word = narrow(read_text(cell)).casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise CellError("not_yes_or_no")


def read_choice(cell: Cell, field: Field) -> str:
    """Return the value whose name or synonym the cell holds; CellError that lists what is allowed."""
    found = _words(tuple((value, tuple(words)) for value, words in field.choices.items())).get(
        folded(read_text(cell))
    )
    if found is None:
        raise CellError("not_a_choice", allowed=allowed_words(field.choices))
    return found


def allowed_words(choices: Mapping[str, tuple[str, ...]]) -> str:
    """Return the values of a choice, each with its first synonym, as one line."""
    return ", ".join(f"{value} ({words[0]})" if words else value for value, words in choices.items())


def read_email(cell: Cell) -> str:
    """Return the mail address with its domain in lower case; CellError when it cannot be one."""
    text = narrow(read_text(cell)).removeprefix("mailto:").strip("<>")
    local, _, domain = text.rpartition("@")
    if (
        len(text) > 254
        or ".." in text
        or not _EMAIL.match(text)
        or local.startswith(".")
        or local.endswith(".")
    ):
        raise CellError("not_an_email")
    return f"{local}@{domain.lower()}"


def read_phone(cell: Cell) -> str:
    """Return the phone number as digits with `+` where given, and `;ext=` before an extension (RFC 3966).

    Raises CellError when it cannot be one, or when a spreadsheet has shortened it.
    """
    text = read_reference(cell)
    split = _LAST_PART.match(text)
    text = f"{split['number']} x{split['extension']}" if split else text
    found = _PHONE.match(text)
    if found is None:
        raise CellError("not_a_phone")
    number = re.sub(r"[^0-9]", "", found["number"])
    if not 5 <= len(number) <= 15 or "/" in found["number"]:
        raise CellError("not_a_phone")
    plus = "+" if found["plus"] else ""
    return f"{plus}{number}" + (f";ext={found['extension']}" if found["extension"] else "")


def _whole(cell: Cell) -> Cell:
    """Return a number without the zeros that follow its decimals, everything else as it is."""
    if isinstance(cell, Decimal) and cell.is_finite() and cell.adjusted() < EXACT_DIGITS:
        return Decimal(int(cell)) if cell == cell.to_integral_value() else cell
    return cell


@lru_cache(maxsize=256)
def _words(choices: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    known: dict[str, str] = {}
    for value, words in choices:
        for word in (value, *words):
            known.setdefault(folded(word), value)
    return known
