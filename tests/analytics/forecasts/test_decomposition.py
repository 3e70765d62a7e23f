"""The parts of a Brier score add up to it, exactly; and the correction takes away what chance puts in."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.analytics.forecasts.decomposition import Decomposition, Parts, decompose
from proxeny.analytics.forecasts.picture import equal_count

levels = st.sampled_from([0.0, 0.1, 0.35, 0.5, 0.62, 0.9, 1.0])
on_levels = st.lists(st.tuples(levels, st.integers(0, 1)), min_size=1, max_size=80)
anywhere = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 1)), min_size=2, max_size=80)


def added(parts: Parts) -> float:
    return parts.reliability - parts.resolution + parts.uncertainty


@settings(deadline=None)
@given(on_levels)
def test_by_issued_value_three_parts_are_the_score(said: list[tuple[float, int]]) -> None:
    issued, outcomes = np.array(said).T
    found = decompose(issued, outcomes)
    assert added(found.plain) == pytest.approx(np.mean((issued - outcomes) ** 2), abs=1e-12)
    assert (found.within_variance, found.within_covariance) == pytest.approx((0, 0))


@settings(deadline=None)
@given(anywhere, st.integers(1, 8))
def test_in_groups_five_parts_are_the_score(said: list[tuple[float, int]], groups: int) -> None:
    issued, outcomes = np.array(said).T
    found = decompose(issued, outcomes, equal_count(issued, groups))
    whole = added(found.plain) + found.within_variance - found.within_covariance
    assert whole == pytest.approx(np.mean((issued - outcomes) ** 2), abs=1e-12)


@settings(deadline=None)
@given(anywhere, st.integers(1, 8))
def test_corrected_parts_add_up_to_the_same(said: list[tuple[float, int]], groups: int) -> None:
    issued, outcomes = np.array(said).T
    found = decompose(issued, outcomes, equal_count(issued, groups))
    if found.corrected is None or found.bounded is None:
        assert np.bincount(equal_count(issued, groups)).min() == 1
        return
    assert added(found.corrected) == pytest.approx(added(found.plain), abs=1e-12)
    assert added(found.bounded) == pytest.approx(added(found.plain), abs=1e-12)
    assert min(found.bounded.reliability, found.bounded.resolution) >= 0


def decomposed(seed: int, count: int = 60) -> Decomposition:
    rng = np.random.default_rng(seed)
    issued = rng.choice([0.1, 0.3, 0.5, 0.7, 0.9], count)
    truth = 0.5 + 0.6 * (issued - 0.5)
    return decompose(issued, (rng.random(count) < truth).astype(float))


def test_sixty_lines_show_too_much_unreliability_and_the_correction_takes_it_away() -> None:
    found = [decomposed(seed) for seed in range(6000)]
    plain = float(np.mean([one.plain.reliability for one in found]))
    corrected = float(np.mean([one.corrected.reliability for one in found if one.corrected]))
    assert np.mean([(0.4 * (level - 0.5)) ** 2 for level in (0.1, 0.3, 0.5, 0.7, 0.9)]) == pytest.approx(
        0.0128
    )
    print(f"reliability: plain {plain:.4f}, corrected {corrected:.4f}")
    assert plain == pytest.approx(0.0313, abs=0.001)
    assert corrected == pytest.approx(0.0128, abs=0.0008)


def test_each_line_needs_a_group() -> None:
    with pytest.raises(ValueError, match="as many groups"):
        decompose([0.2, 0.4], [0, 1], np.array([0]))
