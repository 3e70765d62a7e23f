"""Which few of many points are shown: one that balances, and those that lie farthest from what is shown already."""

from collections.abc import Sequence

from proxeny.analytics.options.front import Point, spread
from proxeny.analytics.options.problem import AXES


def representatives(points: Sequence[Point], most: int) -> tuple[Point, ...]:
    """Return at most `most` points: the balanced one first, then extremes and others, each as far away as can be.

    Distances are reckoned on axes of the same length. All are points of the front: none beats another.
    """
    if not points:
        return ()
    sizes = spread(points).axes
    lows = [min(one.figures.axes[axis] for one in points) for axis in range(len(AXES))]

    def far(one: Point, other: Sequence[int]) -> float:
        return sum(
            ((mine - yours) / size) ** 2
            for mine, yours, size in zip(one.figures.axes, other, sizes, strict=True)
        )

    picked = [min(points, key=lambda one: (far(one, lows), one.figures.axes))]
    while len(picked) < min(most, len(points)):
        rest = [one for one in points if one not in picked]
        picked.append(max(rest, key=lambda one: min(far(one, other.figures.axes) for other in picked)))
    return tuple(picked)


def best_on(point: Point, points: Sequence[Point]) -> tuple[str, ...]:
    """Return the axes on which none of the points is better."""
    return tuple(
        axis
        for place, axis in enumerate(AXES)
        if point.figures.axes[place] == min(one.figures.axes[place] for one in points)
    )
