"""Names laid out for finding."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from proxeny.core.spelling import patterns, slips
from proxeny.core.spelling.units import fold, units

STARTS = 8
"""Units of a name that a slip is looked for from; a company's own name stands in front."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a name: its key, its number or sign-in name, and its pinyin in one word, if that is known."""

    key: int
    name: str
    reference: str = ""
    spoken: str = ""


class Forms(NamedTuple):
    """What a name is found by, folded."""

    name: str
    pinyin: str
    initials: str
    reference: str


class Laid(NamedTuple):
    """A name laid out: as a line for patterns, as what it is found by, and where in its pinyin its first units begin."""

    line: str
    forms: Forms
    starts: tuple[int, ...]


def lay(entry: Entry) -> Laid:
    parts = units(entry.name, entry.spoken)
    spoken = [unit.sound for unit in parts]
    # Of a character its first letter; Latin words stand whole.
    initials = "".join(unit.sound[0] if unit.is_han else unit.sound for unit in parts)
    forms = Forms(fold(entry.name), "".join(spoken), initials, fold(entry.reference))
    starts = accumulate((len(sound) for sound in spoken[: STARTS - 1]), initial=0)
    return Laid(patterns.line(parts), forms, tuple(starts) if parts else ())


def rows(laid: Laid) -> Iterable[tuple[int, str]]:
    """Return what slips are looked for in: the pinyin from each of the first units on, and the initials (-1)."""
    for start in laid.starts:
        yield start, laid.forms.pinyin[start : start + slips.WIDTH]
    if len(laid.starts) > 3:
        yield -1, laid.forms.initials


def joined(lines: Sequence[str]) -> tuple[str, NDArray[np.int64]]:
    """Return lines as one text, and where each begins."""
    begin = np.zeros(len(lines), np.int64)
    if lines:
        begin[1:] = np.cumsum([len(line) + 1 for line in lines[:-1]])
    return "\n".join(lines), begin
