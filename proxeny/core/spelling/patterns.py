"""What was typed, as a pattern over names that are written as ` lu鲁 ban班 acme`: each unit's sound, then its character.

Letters may be the beginnings of as many syllables as one likes, so one pattern finds full pinyin, initials and both mixed
(`lubanjc`, `lbjiancai`); characters stand among them (`鲁ban`).
"""

import re
from collections.abc import Sequence

from proxeny.core.spelling.units import HAN, Unit, fold, is_han

_OTHER = re.compile(rf"[^\w{HAN}]|_")


def line(units: Sequence[Unit]) -> str:
    """Write a name down for patterns."""
    return "".join(f" {unit.sound}{unit.written if unit.is_han else ''}" for unit in units)


def letters(words: str) -> str:
    """Return what was typed without blanks and punctuation, folded."""
    return _OTHER.sub("", fold(words))


def pattern(typed: str) -> str:
    """Return the pattern for `typed` (as `letters` gives it); it begins where a unit of the name begins."""
    made, before = [], ""
    for letter in typed:
        made.append(_step(letter, before))
        before = letter
    return "".join(made)


def _step(letter: str, before: str) -> str:
    own = re.escape(letter)
    if is_han(letter):
        if not before:
            return own
        # After a character its unit is at an end; after a letter, the rest of that letter's syllable may follow.
        return f" [^ \n]*{own}" if is_han(before) else f"[^ \n]* [^ \n]*{own}"
    if not before or is_han(before):
        return f" {own}"
    return f"(?:[^ \n]* )?{own}"


def found_units(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the first and the last unit of the line `text` that a match from `start` to `end` touches."""
    first = text[: start + 1].count(" ") - 1
    return first, text[:end].count(" ") - 1
