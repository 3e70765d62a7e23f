"""The calibration picture: groups, shares, and what honest forecasts would show."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from proxeny.analytics.forecasts.picture import by_value, calibration, equal_count

values = st.lists(st.sampled_from([0.05, 0.2, 0.2, 0.35, 0.5, 0.8, 0.81]), min_size=1, max_size=70)


@settings(deadline=None)
@given(values, st.integers(1, 9))
def test_groups_are_in_order_and_never_split_a_value(issued: list[float], groups: int) -> None:
    place = equal_count(issued, groups)
    assert sorted(set(place.tolist())) == list(range(place.max() + 1))
    assert place.max() < groups
    pairs = sorted(zip(issued, place.tolist(), strict=True))
    assert [group for _, group in pairs] == sorted(place.tolist())
    assert len({(value, group) for value, group in pairs}) == len(set(issued))


def test_groups_of_unlike_values_are_of_one_size() -> None:
    assert np.bincount(equal_count(np.linspace(0, 1, 60), 6)).tolist() == [10] * 6


def test_a_dot_tells_what_was_said_and_what_came() -> None:
    issued, outcomes = [0.3] * 10 + [0.8] * 5, [1] * 3 + [0] * 7 + [1] * 5
    low, high = calibration(issued, outcomes, by_value(issued))
    assert (low.issued, low.lines, low.came, low.share) == pytest.approx((0.3, 10, 3, 0.3))
    assert (low.low, low.high) == pytest.approx(tuple(stats.beta.ppf([0.025, 0.975], 3.5, 7.5)))
    assert (low.honest_low, low.honest_high) == tuple(stats.binom.ppf([0.025, 0.975], 10, 0.3) / 10)
    assert (high.share, high.high) == (1, 1)


def test_honest_forecasts_stay_within_their_bars() -> None:
    rng = np.random.default_rng(5)
    outside = 0
    for _ in range(200):
        issued = rng.uniform(0, 1, 100)
        dots = calibration(issued, (rng.random(100) < issued).astype(float), equal_count(issued, 5))
        outside += sum(not one.honest_low <= one.share <= one.honest_high for one in dots)
    assert outside / 1000 <= 0.05


def test_groups_must_be_made_and_fit() -> None:
    with pytest.raises(ValueError, match="cannot be made"):
        equal_count([0.5], 0)
    with pytest.raises(ValueError, match="as many groups"):
        calibration([0.5, 0.4], [0, 1], np.array([0]))
