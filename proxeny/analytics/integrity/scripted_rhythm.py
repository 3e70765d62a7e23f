"""Activity with the rhythm of a machine: at the same second of the minute, or after the same pause, again and again.

People start at any second. Only what comes at least a minute after the event before is looked at, for clicks in a row are
one act. Two witnesses: how many of these stand at the most common second (against the 60 seconds being alike), and how
many of the pauses are of the most common length within a second (against the pauses around that length being spread
evenly). Each bound counts all places at which it might have been found (Bonferroni).
"""

from dataclasses import dataclass
from math import log

import numpy as np

from proxeny.analytics.arrays import Ints
from proxeny.analytics.integrity.answers import Answer, answer, surely_above

APART = 60
"""Seconds since the event before from which on an event is an act of its own."""
LEAST = 30
LEAST_SHARE = 0.25
"""Share at one second, or of one pause, below which it is an oddity and not the rhythm."""
AROUND = 1.25
LONGEST = 86_400


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The rhythm of one user's acts.

    `share_of_second` of `acts` stand at `second` of the minute; `evenness` of the seconds is their entropy over its
    maximum, 1 where alike. `share_of_pause` of the pauses last `pause` seconds, give or take one. `sure` is the larger of
    the two certainties that this is no chance, 0 where the share is below a quarter.
    """

    answer: Answer
    acts: int
    second: int
    share_of_second: float
    evenness: float
    pause: int
    share_of_pause: float
    sure: float


def scripted_rhythm(times: Ints) -> Rhythm:
    """Look at the moments of one user's events, in seconds, in any order and on any clock whose minutes are full.

    Where all events stand at second 0 the record knows no seconds, and nothing can be told.
    """
    moments = np.unique(times)
    pauses = np.diff(moments)
    acts = moments[np.concatenate([[True], pauses >= APART])] if len(moments) else moments
    seconds = np.bincount(acts % 60, minlength=60)
    second = int(np.argmax(seconds))
    at_second = int(seconds[second])
    pauses = pauses[(pauses >= APART) & (pauses < LONGEST)]
    pause, of_pause, by_chance = _most_common(pauses)
    whole = max(1, len(acts))
    surely = _certainty(at_second, len(acts), 1 / 60, 60)
    surely_pause = _certainty(of_pause, len(pauses), by_chance, len(np.unique(pauses)))
    enough = len(acts) >= LEAST and bool(np.any(moments % 60 != 0))
    return Rhythm(
        answer=answer(max(surely, surely_pause), enough=enough),
        acts=len(acts),
        second=second,
        share_of_second=at_second / whole,
        evenness=_evenness(seconds),
        pause=pause,
        share_of_pause=of_pause / max(1, len(pauses)),
        sure=max(surely, surely_pause),
    )


def _most_common(pauses: Ints) -> tuple[int, int, float]:
    """Return the most common pause, how many last as long give or take a second, and what share of them would by chance.

    Chance spreads those within a quarter of that length evenly over it.
    """
    if not len(pauses):
        return 0, 0, 1.0
    lengths = np.sort(pauses)
    counts = np.searchsorted(lengths, lengths + 1, "right") - np.searchsorted(lengths, lengths - 1, "left")
    place = int(np.argmax(counts))
    pause = int(lengths[place])
    low, high = max(APART, pause / AROUND), min(LONGEST, pause * AROUND)
    near = int(np.sum((lengths >= low) & (lengths <= high)))
    by_chance = near / len(lengths) * 3 / (high - low)
    return pause, int(counts[place]), min(1.0, by_chance)


def _certainty(part: int, whole: int, by_chance: float, places: int) -> float:
    if not whole or part / whole < LEAST_SHARE:
        return 0.0
    return max(0.0, 1 - places * (1 - surely_above(part, whole, by_chance)))


def _evenness(counts: Ints) -> float:
    shares = counts[counts > 0] / max(1, counts.sum())
    return float(-np.sum(shares * np.log(shares))) / log(60)
