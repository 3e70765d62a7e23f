"""How many slips of the finger lie between what was typed and the beginning of each of many words.

The distance is optimal string alignment (a wrong, a missing, a doubled letter, two swapped ones), reckoned for all words at
once with one bit per typed letter (Hyyrö 2003): some hundred thousand words in milliseconds.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

WIDTH = 26
LONGEST = 22
"""Letters of what was typed that are looked at; who has typed so many rightly means this one."""

Letters = NDArray[np.uint8]


def allowed(typed: int) -> int:
    """Return how many slips are forgiven among so many typed letters: none up to three, two from nine on."""
    return 0 if typed < 4 else 1 if typed < 9 else 2


def columns(words: Sequence[str]) -> Letters:
    """Lay words out for `distances`: column j holds the j-th letter of each; what is not ASCII counts as one letter."""
    laid = "".join(word[:WIDTH].ljust(WIDTH, "\0") for word in words).encode("ascii", "replace")
    return np.ascontiguousarray(np.frombuffer(laid, np.uint8).reshape(len(words), WIDTH).T)


def distances(laid: Letters, typed: str, at_most: int) -> NDArray[np.int8]:
    """Return for each word the least distance from `typed` to any beginning of it.

    Only distances up to `at_most` are right; greater ones mean "further away".
    """
    letters = typed[:LONGEST].encode("ascii", "replace")
    kind = np.uint16 if len(letters) <= 16 else np.uint32
    one, top = kind(1), kind(1 << (len(letters) - 1))
    places = np.zeros(256, kind)
    for place, letter in enumerate(letters):
        places[letter] |= kind(1 << place)
    count = laid.shape[1]
    up, down = np.full(count, kind((1 << len(letters)) - 1)), np.zeros(count, kind)
    same, matched_before = np.zeros(count, kind), np.zeros(count, kind)
    distance = np.full(count, len(letters), np.int8)
    least = distance.copy()
    for column in laid[: len(letters) + at_most]:
        matched = places[column]
        swapped = ((np.invert(same) & matched) << one) & matched_before
        same = (((matched & up) + up) ^ up) | matched | down | swapped
        right, left = down | np.invert(same | up), same & up
        distance += ((right & top) != 0).view(np.int8)
        distance -= ((left & top) != 0).view(np.int8)
        right = (right << one) | one
        up, down = (left << one) | np.invert(same | right), right & same
        matched_before = matched
        np.minimum(least, distance, out=least)
    return least
