"""How often one must be right: the closed form, and that it is where shifts begin to pay."""

import numpy as np
import pytest

from proxeny.analytics.forecasts.break_even import break_even
from proxeny.analytics.forecasts.scores import compare


@pytest.mark.parametrize(("size", "needed"), [(0.05, 0.526), (0.10, 0.553), (0.25, 0.632)])
def test_bold_shifts_must_be_right_more_often(size: float, needed: float) -> None:
    q = np.linspace(0.3, 0.7, 401)
    distance = float(np.mean(2 * q * (1 - q)))
    assert break_even([size], [distance]) == pytest.approx(0.5 + size / (4 * distance))
    assert break_even([size], [distance]) == pytest.approx(needed, abs=0.0015)


@pytest.mark.parametrize("size", [0.05, 0.10, 0.25])
def test_shifts_begin_to_pay_at_the_line(size: float) -> None:
    rng = np.random.default_rng(11)
    count = 400_000
    q = rng.uniform(0.3, 0.7, count)
    y = (rng.random(count) < q).astype(float)
    line = break_even(np.full(count, size), np.abs(y - q))

    def gain(hits: float) -> float:
        right = rng.random(count) < hits
        return compare(q, q + size * np.where(right, 1, -1) * np.where(y == 1, 1, -1), y).gain.value

    assert gain(line + 0.02) > 0 > gain(line - 0.02)
    assert gain(line) == pytest.approx(0, abs=0.0008)


def test_where_the_model_was_never_off_no_shift_pays() -> None:
    assert break_even([0.2], [0.0]) == float("inf")


def test_no_shift_has_no_line() -> None:
    for sizes, distances in (([], []), ([0.0], [0.5]), ([0.1], [])):
        with pytest.raises(ValueError, match="shifts above 0"):
            break_even(sizes, distances)
