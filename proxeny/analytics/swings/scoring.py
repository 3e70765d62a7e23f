"""How well found change points agree with those that several people marked.

After van den Burg and Williams (2020): F1 with a margin, counting the beginning of the series as a point
for everybody, precision against the union of the annotators, recall averaged over them; and covering, the
length-weighted best overlap (Jaccard) of the annotated segments, averaged over the annotators.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

MARGIN = 5


def f_measure(
    annotations: Mapping[str, Sequence[int]], found: Sequence[int], *, margin: int = MARGIN
) -> float:
    """F1 of the points found, from 0 to 1."""
    points = {0, *found}
    truths = [{0, *marked} for marked in annotations.values()]
    if not truths:
        raise ValueError("There are no annotations to score against.")
    union = set().union(*truths)
    precision = _matched(union, points, margin) / len(points)
    recall = sum(_matched(truth, points, margin) / len(truth) for truth in truths) / len(truths)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def covering(annotations: Mapping[str, Sequence[int]], found: Sequence[int], length: int) -> float:
    """Covering of the annotated segments by the found ones, from 0 to 1; `length` of the series in points."""
    if not annotations:
        raise ValueError("There are no annotations to score against.")
    segments = _segments(found, length)
    total = 0.0
    for marked in annotations.values():
        truth = _segments(marked, length)
        total += sum(len(part) * max(_overlap(part, one) for one in segments) for part in truth) / length
    return total / len(annotations)


def _matched(truth: set[int], points: set[int], margin: int) -> int:
    """How many true points have a found one within the margin, each found point serving once."""
    free, matched = set(points), 0
    for point in sorted(truth):
        near = [(abs(point - other), point < other, other) for other in free if abs(point - other) <= margin]
        if near:
            free.remove(min(near)[2])
            matched += 1
    return matched


def _segments(points: Sequence[int], length: int) -> list[range]:
    cuts = sorted({0, length, *(point for point in points if 0 < point < length)})
    return [range(start, end) for start, end in pairwise(cuts)]


def _overlap(one: range, other: range) -> float:
    common = max(0, min(one.stop, other.stop) - max(one.start, other.start))
    return common / (len(one) + len(other) - common)
