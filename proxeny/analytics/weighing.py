"""A sum that can be read: parts with weights, each with a value or silent, and how far the sum can be trusted.

Score = Σ weight · value / Σ weight, values from 0 to 100. A part that is silent stands at 50, the middle of what it might
be, and widens the range by all that it might be: silence neither flatters nor condemns. A part that is weakly held widens
it by its half-width. Nothing else happens: no curve, no hidden term, so that the differences of two sums are the sums of
differences.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

BEST = 100.0
MIDDLE = 50.0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the sum: `value` from 0 to 100, None where it is silent; `sure` from 0 to 1 how firmly it is held.

    What is held with certainty c may lie up to 50 · (1 - c) points off, within 0 and 100.
    """

    name: str
    weight: float
    value: float | None
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a part brings to the score, in points of it, and how much more it would bring at its best (`short`).

    `low` and `high` bound what it might bring; `weight` is its share of all weights; a silent part stands at `value` 50.
    """

    name: str
    weight: float
    value: float
    points: float
    short: float
    low: float
    high: float
    is_silent: bool


@dataclass(frozen=True, slots=True)
class Sum:
    """The score and its range, from 0 to 100, and what makes it up.

    The points of all parts add up to the score, their `short` to what is missing to 100.
    """

    score: float
    low: float
    high: float
    parts: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """By how many points a part has moved the score.

    `by_value` because its value changed, `by_weight` because it counts for more or less than before.
    """

    name: str
    by_value: float
    by_weight: float
    fell_silent: bool
    spoke_up: bool


def weigh(parts: Iterable[Part]) -> Sum:
    """Add the parts up.

    Raises ValueError unless weights are at least 0 and not all 0, names differ, and values fit their scales.
    """
    known = list(parts)
    whole = sum(part.weight for part in known)
    if len({part.name for part in known}) < len(known):
        raise ValueError("Two parts have the same name; each part counts once.")
    if any(part.weight < 0 for part in known) or not whole > 0:
        raise ValueError("Weights are at least 0, and one of them more.")
    found = tuple(_contribution(part, part.weight / whole) for part in known)
    return Sum(
        sum(one.points for one in found), sum(one.low for one in found), sum(one.high for one in found), found
    )


def moved(before: Sum, after: Sum) -> tuple[Move, ...]:
    """Return what each part moved the score by; together, exactly the difference of the two scores.

    A part is credited for its new weight only as far as it lies above the mean of the two scores: where a part that is worse
    than the rest comes to count for more, the score falls because of it. A part that one sum lacks has no weight there.
    """
    middle = (before.score + after.score) / 2
    earlier, later = _by_name(before), _by_name(after)
    return tuple(
        _move(name, earlier.get(name), later.get(name), middle) for name in dict.fromkeys([*earlier, *later])
    )


def _contribution(part: Part, weight: float) -> Contribution:
    value = MIDDLE if part.value is None else part.value
    if not (0 <= value <= BEST and 0 <= part.sure <= 1):
        raise ValueError(f"{part.name}: a value lies between 0 and 100, and how sure it is between 0 and 1.")
    half = MIDDLE if part.value is None else MIDDLE * (1 - part.sure)
    return Contribution(
        name=part.name,
        weight=weight,
        value=value,
        points=weight * value,
        short=weight * (BEST - value),
        low=weight * max(0.0, value - half),
        high=weight * min(BEST, value + half),
        is_silent=part.value is None,
    )


def _by_name(one: Sum) -> Mapping[str, Contribution]:
    return {part.name: part for part in one.parts}


def _move(name: str, before: Contribution | None, after: Contribution | None, middle: float) -> Move:
    old, new = before or after, after or before
    assert old is not None
    assert new is not None
    old_weight, new_weight = (before.weight if before else 0.0), (after.weight if after else 0.0)
    return Move(
        name=name,
        by_value=(old_weight + new_weight) / 2 * (new.value - old.value),
        by_weight=(new_weight - old_weight) * ((old.value + new.value) / 2 - middle),
        fell_silent=new.is_silent and not old.is_silent,
        spoke_up=old.is_silent and not new.is_silent,
    )
