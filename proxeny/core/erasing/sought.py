"""What is looked for when a person is erased: names, mail addresses, phone numbers, and the person's own sentences."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

from proxeny.core.erasing.mark import mark

LEAST_LETTERS, LEAST_DIGITS, LEAST_SENTENCE, LEAST_ALONE = 2, 6, 8, 4
AT_ONCE = 150
"""So many are looked for with one expression: PostgreSQL refuses expressions that are much longer."""
_BETWEEN_DIGITS = r"[-\s().]*"
_ABROAD = r"(?:(?:\+|00)\d{1,3}[-\s]*)?"
_ENDS = re.compile(r"[\n。！？!?；;]+")
_NUMBER = re.compile(r"[+(]?\d[-\s().\d]*")


@dataclass(frozen=True)
class Sought:
    """`names` are looked for everywhere, `quotes` (the person's own sentences) only near: in what belongs to the customer.

    `lines` are the lines of their own words, however short: they are known again where a text is put together of whole ones.

    A phone number is found however its digits are parted, a name in Latin letters only as a whole word, all of them whatever
    the case. What is shorter than two letters or six digits is not looked for: it would be found in everything.
    """

    names: tuple[str, ...]
    quotes: tuple[str, ...] = ()
    lines: frozenset[str] = frozenset()

    @cached_property
    def everywhere(self) -> list[str]:
        """Expressions that find rows in the database; JSON and addresses write the same letters otherwise."""
        return list(_joined(form for name in self.names for form in _forms(name, kept=True)))

    @cached_property
    def near(self) -> list[str]:
        """The same for the person's own sentences."""
        return list(_joined(form for one in self.quotes for form in (_words(one), _words(_as_json(one)))))

    @cached_property
    def alone(self) -> list[str]:
        """Expressions for short words of theirs where they are all that a field of JSON holds."""
        short = sorted(one for one in self.lines if LEAST_ALONE <= len(one) < LEAST_SENTENCE)
        return list(_joined(f'"{re.escape(_as_kept(one))}"' for one in short))

    @cached_property
    def _plain(self) -> list[re.Pattern[str]]:
        names = _joined(form for name in self.names for form in _forms(name, kept=False))
        return [re.compile(one, re.IGNORECASE) for one in names]

    @cached_property
    def _quoted(self) -> list[re.Pattern[str]]:
        longest_first = sorted(self.quotes, key=len, reverse=True)
        return [re.compile(one, re.IGNORECASE) for one in _joined(map(_words, longest_first))]

    def within(self, text: str, *, near: bool = False) -> bool:
        """Tell whether the text holds any of it."""
        return any(one.search(text) for one in self._of(near=near))

    def without(self, text: str, *, near: bool = False) -> str:
        """Return the text with the mark in place of each."""
        for one in self._of(near=near):
            text = one.sub(mark(), text)
        return text

    def without_lines(self, text: str) -> str:
        """Return the text with the mark in place of each line that is wholly theirs."""
        if not self.lines:
            return text
        return "\n".join(mark() if line.strip() in self.lines else line for line in text.split("\n"))

    def out_of(self, value: Any, *, near: bool = False) -> Any:
        """Return the same for a value of JSON: in all its texts, at whatever depth; the names of its fields stay."""
        return mapped(value, lambda text: self.without(text, near=near))

    def _of(self, *, near: bool) -> list[re.Pattern[str]]:
        return [*self._quoted, *self._plain] if near else self._plain


def identifiers(*texts: str) -> tuple[str, ...]:
    """Return what of these can be looked for: each once, without the mark of an earlier erasing, the longest first."""
    plain = {" ".join(text.split()) for text in texts} - {"", mark()}
    return tuple(sorted(filter(_is_long_enough, plain), key=lambda text: (-len(text), text)))


def sentences(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the sentences of the person's words that are long enough to be known again where somebody quotes them."""
    found = {part.strip(" 　>“”\"'") for text in texts for part in _ENDS.split(text)}
    return tuple(sorted(one for one in found if len(one) >= LEAST_SENTENCE and one != mark()))


def lines_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the lines of the person's words."""
    return frozenset(line.strip() for text in texts for line in text.split("\n")) - {"", mark()}


def mapped(value: Any, change: Callable[[str], str]) -> Any:
    """Return a value of JSON with each of its texts changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [mapped(one, change) for one in value]
    if isinstance(value, dict):
        return {name: mapped(one, change) for name, one in value.items()}
    return value


def _is_long_enough(text: str) -> bool:
    if _NUMBER.fullmatch(text):
        return len(re.sub(r"\D", "", text)) >= LEAST_DIGITS
    return len(text) >= LEAST_LETTERS


def _forms(name: str, *, kept: bool) -> Iterator[str]:
    """The expressions that find one name; `kept`: also as JSON that is kept in a column writes it."""
    if _NUMBER.fullmatch(name):
        digits = re.sub(r"\D", "", name)
        if name.startswith("+86") and len(digits) > 2 + LEAST_DIGITS:
            digits = digits[2:]
        yield f"(?<!\\d){_ABROAD}\\(?{_BETWEEN_DIGITS.join(digits)}(?!\\d)"
        return
    yield _words(name)
    if (in_address := quote(name, safe="")) != name:
        yield _words(in_address)
    if kept and (as_json := _as_json(name)) != name:
        yield _words(as_json)


def _words(text: str) -> str:
    """One expression for both databases: whole words in Latin letters, any blanks between them."""
    inner = r"\s+".join(re.escape(part) for part in text.split())
    before = "(?<![A-Za-z0-9])" if text[:1].isascii() and text[:1].isalnum() else ""
    after = "(?![A-Za-z0-9])" if text[-1:].isascii() and text[-1:].isalnum() else ""
    return f"{before}{inner}{after}"


def _as_json(text: str) -> str:
    return json.dumps(text)[1:-1]


def _as_kept(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _joined(forms: Iterable[str]) -> Iterator[str]:
    known = list(dict.fromkeys(forms))
    for start in range(0, len(known), AT_ONCE):
        yield "|".join(known[start : start + AT_ONCE])
