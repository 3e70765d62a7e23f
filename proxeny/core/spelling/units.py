"""A name taken apart: each Chinese character with its sound, each other word as it stands."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from pypinyin import lazy_pinyin

HAN = "〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
_UNIT = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")
_RUN = re.compile(rf"[{HAN}]+")
_IS_HAN = re.compile(rf"[{HAN}]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a name: where it stands there, how it is written (folded), how it sounds (for Latin: the same)."""

    start: int
    end: int
    written: str
    sound: str

    @property
    def is_han(self) -> bool:
        """Tell whether it is a Chinese character."""
        return self.written != self.sound


def fold(text: str) -> str:
    """Return `text` as it is compared: full width made half, lower case, no blanks."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def is_han(letter: str) -> bool:
    """Tell whether a letter is a Chinese character."""
    return _IS_HAN.match(letter) is not None


def units(name: str, spoken: str = "") -> tuple[Unit, ...]:
    """Take a name apart.

    `spoken` is the name's pinyin in one word, where somebody has worked it out already: reading a name anew takes a
    hundred times as long as looking up its characters one by one, and that is enough unless one of them is read in
    another way in this word.
    """
    parts = [(match.start(), match.end(), match.group()) for match in _UNIT.finditer(name)]
    if name.isascii():
        return tuple(Unit(start, end, fold(part), fold(part)) for start, end, part in parts)
    sounds = [_sound(part) for _, _, part in parts]
    if "".join(sounds) != _letters(spoken):
        sounds = _read(name, parts)
    return tuple(
        Unit(start, end, part if is_han(part) else sound, sound)
        for (start, end, part), sound in zip(parts, sounds, strict=True)
    )


def _read(name: str, parts: list[tuple[int, int, str]]) -> list[str]:
    """Return the sound of each part, as it is read among its neighbours."""
    at: dict[int, str] = {}
    for run in _RUN.finditer(name):
        at.update(zip(range(run.start(), run.end()), _sounds(run.group()), strict=True))
    return [fold(at.get(start, part)) for start, _, part in parts]


@lru_cache(maxsize=20_000)
def _sounds(run: str) -> tuple[str, ...]:
    return tuple(lazy_pinyin(run))


@lru_cache(maxsize=50_000)
def _sound(part: str) -> str:
    return fold(lazy_pinyin(part)[0] if is_han(part) else part)


def _letters(spoken: str) -> str:
    return "".join(_UNIT.findall(spoken))
