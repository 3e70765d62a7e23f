"""Finding names by what people type, tolerantly and in order: the exact ones first, those a slip away last."""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from heapq import nsmallest

import numpy as np
from numpy.typing import NDArray

from proxeny.core.spelling import laying, patterns, slips, sounds
from proxeny.core.spelling.laying import Entry, Forms, Laid, joined, lay
from proxeny.core.spelling.units import fold, units

ANYWHERE = 6
"""So many letters typed are looked for within names; fewer, with a slip, at their beginning only."""
FAR = 99
NO_WEIGHTS: Mapping[int, float] = {}
ALL = None
"""Instead of the keys that may be found: all may."""


class Level(IntEnum):
    """How well a name answers what was typed; the smaller the better."""

    EXACT = 0
    PREFIX = 1
    INITIALS = 2
    CONTAINS = 3
    SOUND = 4
    SLIP = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that was found. `rank` is its level in tens and what speaks for or against it; smaller comes first."""

    key: int
    level: Level
    rank: float


Found = dict[int, tuple[Level, int]]
"""By its place among the entries: how well a name answers, and within that level how near."""


class Index:
    """Names laid out for finding. Made once, asked often; it knows nothing of who may see what."""

    def __init__(self, entries: Iterable[Entry], before: "Index | None" = None) -> None:
        """Lay out `entries`; what `before` holds of them is taken from there, and costs next to nothing."""
        known = before.laid if before else {}
        self.laid: dict[Entry, Laid] = {entry: known.get(entry) or lay(entry) for entry in entries}
        self.entries, laid = list(self.laid), list(self.laid.values())
        self._forms = [one.forms for one in laid]
        self._text, self._begin = joined([one.line for one in laid])
        self._plain, self._plain_begin = joined([" ".join(forms) for forms in self._forms])
        rows = [(place, start, text) for place, one in enumerate(laid) for start, text in laying.rows(one)]
        self._row_of = np.array([row[0] for row in rows], np.int32)
        self._row_start = np.array([row[1] for row in rows], np.int16)
        self._rows = slips.columns([row[2] for row in rows])
        self._merged_rows = slips.columns([sounds.merged(row[2]) for row in rows])

    def strong(
        self,
        words: str,
        *,
        weights: Mapping[int, float] = NO_WEIGHTS,
        among: Container[int] | None = ALL,
        most: int = 8,
    ) -> list[Hit]:
        """Return the names that hold what was typed: in Chinese, pinyin, initials, mixed, or as a number."""
        found: Found = {}
        typed = patterns.letters(words)
        if typed:
            self._by_pattern(typed, found)
        if len(whole := fold(words)) > 1:
            self._by_form(whole, found)
        parts = [fold(word) for word in words.split()]
        if len(parts) > 1 and not found:
            holding = (place for place, forms in enumerate(self._forms) if _holds_all(forms, parts))
            found.update(dict.fromkeys(holding, (Level.CONTAINS, 9)))
        return self._ranked(found, weights, among, most)

    def weak(
        self,
        words: str,
        *,
        weights: Mapping[int, float] = NO_WEIGHTS,
        among: Container[int] | None = ALL,
        most: int = 8,
        at_most: int = 2,
    ) -> list[Hit]:
        """Return the names that sound like what was typed, or are a slip or two (`at_most`) away."""
        parts = units(words)
        typed = "".join(unit.sound for unit in parts)
        if len(typed) < 2 or not self.entries:
            return []
        heard, allowed = sounds.merged(typed), min(slips.allowed(len(typed)), at_most)
        rows = self._rows_among(among)
        alike = slips.distances(self._merged_rows[:, rows], heard, allowed)
        alike[alike > min(slips.allowed(len(heard)), at_most)] = FAR
        least = alike
        if allowed:
            least = np.minimum(alike, slips.distances(self._rows[:, rows], typed, allowed))
        starts, places = self._row_start[rows], self._row_of[rows]
        limit = np.full(len(least), allowed, np.int8)
        limit[starts < 0] = min(allowed, 1)
        if len(typed) < ANYWHERE:
            limit[starts > 0] = 0 if len(parts) > 1 else -1
        near = np.flatnonzero(least <= limit)
        # Beside what is one slip away, two slips are a guess that nobody needs.
        near = near[least[near] <= max(1, least[near].min(initial=2))]
        found: Found = {}
        for row in near.tolist():
            level = Level.SOUND if alike[row] == 0 else Level.SLIP
            inside = 1 if starts[row] > 0 else 0
            _better(found, int(places[row]), level, 2 * int(least[row]) + inside)
        return self._ranked(found, weights, among, most)

    def _rows_among(self, among: Container[int] | None) -> slice | NDArray[np.intp]:
        """Which rows are looked at: those of the keys that may be found."""
        if among is ALL:
            return slice(None)
        open_to = np.fromiter((entry.key in among for entry in self.entries), np.bool_, len(self.entries))
        return np.flatnonzero(open_to[self._row_of])

    def _by_pattern(self, typed: str, found: Found) -> None:
        only_letters, text = typed.isascii(), self._text
        matches = list(re.finditer(rf"({patterns.pattern(typed)})[^\n]*", text))
        places = np.searchsorted(self._begin, [match.start() for match in matches], "right") - 1
        begins = self._begin[places].tolist()
        for match, place, begin in zip(matches, places.tolist(), begins, strict=True):
            start, end = match.span(1)
            if typed in self._forms[place]:
                found[place] = (Level.EXACT, 0)
            elif text.count(" ", begin, start + 1) > 1:
                found[place] = (Level.CONTAINS, 0)
            else:
                is_initials = only_letters and 1 < len(typed) == text.count(" ", start, end)
                found[place] = (Level.INITIALS if is_initials else Level.PREFIX, 0)

    def _by_form(self, whole: str, found: Found) -> None:
        """Whatever the name, its pinyin, its initials or its number hold as a piece; a number also by its beginning."""
        matches = [match.start() for match in re.finditer(re.escape(whole), self._plain)]
        places = np.searchsorted(self._plain_begin, matches, "right") - 1
        for place in dict.fromkeys(places.tolist()):
            forms = self._forms[place]
            if whole in forms:
                _better(found, place, Level.EXACT, 0)
            elif whole == forms.initials[: len(whole)]:
                _better(found, place, Level.INITIALS, 1)
            elif any(form.startswith(whole) for form in forms):
                _better(found, place, Level.PREFIX, 1)
            else:
                _better(found, place, Level.CONTAINS, 1)

    def _ranked(
        self, found: Found, weights: Mapping[int, float], among: Container[int] | None, most: int
    ) -> list[Hit]:
        entries = self.entries
        first = nsmallest(
            most,
            (
                (
                    10 * level + weights.get(entries[place].key, 0),
                    detail,
                    len(entries[place].name),
                    place,
                    level,
                )
                for place, (level, detail) in found.items()
                if among is ALL or entries[place].key in among
            ),
        )
        return [Hit(entries[place].key, level, rank) for rank, _, _, place, level in first]


def _better(found: Found, place: int, level: Level, detail: int) -> None:
    if place not in found or (level, detail) < found[place]:
        found[place] = (level, detail)


def _holds_all(forms: Forms, words: list[str]) -> bool:
    return all(any(word in form for form in forms) for word in words)
