"""A Brier score in its parts: is the forecaster honest, does it tell cases apart, how hard was it.

Murphy, J. Appl. Meteor. 12 (1973) 595: score = reliability - resolution + uncertainty, exact where each group holds one
issued value. Groups of several values need two more parts: Stephenson, Coelho and Jolliffe, Wea. Forecasting 23 (2008)
752. With few lines the parts are biased (60 lines on five levels show two and a half times the true reliability):
corrected after Ferro and Fricker, Q. J. R. Meteorol. Soc. 138 (2012) 1954.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from proxeny.analytics.arrays import Floats, Ints
from proxeny.analytics.forecasts.lines import checked


@dataclass(frozen=True, slots=True)
class Parts:
    """Reliability (0 is honest), resolution (more is better) and uncertainty (how hard it was)."""

    reliability: float
    resolution: float
    uncertainty: float


@dataclass(frozen=True, slots=True)
class Decomposition:
    """A mean Brier score and what it is made of.

    `score` = reliability - resolution + uncertainty + `within_variance` - `within_covariance` of `plain`; the last two
    are 0 where each group holds one value. `corrected` is free of the bias of few lines, its parts add up to the same and
    may lie below 0; `bounded` are the same with nobody below 0. Both are None where a group holds a single line, for that
    cannot tell how much of its distance is chance.
    """

    score: float
    plain: Parts
    within_variance: float
    within_covariance: float
    corrected: Parts | None
    bounded: Parts | None
    lines: int
    groups: int


def decompose(
    issued: Floats | Sequence[float], outcomes: Floats | Sequence[float], groups: Ints | None = None
) -> Decomposition:
    """Split the mean Brier score. `groups` are numbers from 0 on, one a line, as `grouping` gives them; by issued value
    where None.

    Raises ValueError where the lines are none, or the groups are not one a line.
    """
    said, came = checked(issued, outcomes)
    place = np.unique(said if groups is None else groups, return_inverse=True)[1]
    if place.shape != said.shape:
        raise ValueError("Each line belongs to one group: give as many groups as lines.")
    counts = np.bincount(place).astype(np.float64)
    spoken, seen = np.bincount(place, said) / counts, np.bincount(place, came) / counts
    weight, whole, base = counts / len(said), len(said), float(came.mean())
    plain = Parts(
        float(np.sum(weight * (spoken - seen) ** 2)),
        float(np.sum(weight * (seen - base) ** 2)),
        base * (1 - base),
    )
    off, apart = said - spoken[place], came - seen[place]
    corrected = _corrected(plain, counts, seen, base, whole) if counts.min() > 1 else None
    return Decomposition(
        score=float(np.mean((said - came) ** 2)),
        plain=plain,
        within_variance=float(np.mean(off**2)),
        within_covariance=float(2 * np.mean(off * apart)),
        corrected=corrected,
        bounded=_bounded(corrected) if corrected else None,
        lines=whole,
        groups=len(counts),
    )


def _corrected(plain: Parts, counts: Floats, seen: Floats, base: float, whole: int) -> Parts:
    chance = float(np.sum(counts * seen * (1 - seen) / (counts - 1))) / whole
    of_base = base * (1 - base) / (whole - 1)
    return Parts(plain.reliability - chance, plain.resolution - chance + of_base, plain.uncertainty + of_base)


def _bounded(parts: Parts) -> Parts:
    """Lift what lies below 0, and the other of the two as much, so that the sum stays."""
    reliability, resolution = parts.reliability, parts.resolution
    return Parts(
        max(reliability, reliability - resolution, 0.0),
        max(resolution, resolution - reliability, 0.0),
        parts.uncertainty,
    )
