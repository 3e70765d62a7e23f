"""Which letters of a name answer what was typed, so that a reader sees why it was found."""

import re

from rapidfuzz.distance import OSA

from proxeny.core.spelling import patterns, sounds
from proxeny.core.spelling.units import Unit, units

Span = tuple[int, int]


def span(name: str, words: str, spoken: str = "") -> Span | None:
    """Return from where to where `name` answers `words`; None where something else does (its number, say)."""
    typed, parts = patterns.letters(words), units(name, spoken)
    if not typed or not parts:
        return None
    if (at := name.casefold().find(words.strip().casefold())) >= 0:
        return at, at + len(words.strip())
    text = patterns.line(parts)
    if found := re.search(patterns.pattern(typed), text):
        first, last = patterns.found_units(text, found.start(), found.end())
        return parts[first].start, parts[last].end
    return _nearest(parts, words)


def _nearest(parts: tuple[Unit, ...], words: str) -> Span | None:
    """The run of units that sounds most like it, if it is near enough to have been found by that."""
    typed = sounds.merged("".join(unit.sound for unit in units(words)))
    best, nearest = None, max(1, len(typed) // 3) + 1
    for first in range(len(parts)):
        for last in range(first, len(parts)):
            heard = sounds.merged("".join(unit.sound for unit in parts[first : last + 1]))
            distance = OSA.distance(typed, heard, score_cutoff=nearest)
            if distance < nearest:
                best, nearest = (parts[first].start, parts[last].end), distance
            if len(heard) > len(typed) + nearest:
                break
    return best
