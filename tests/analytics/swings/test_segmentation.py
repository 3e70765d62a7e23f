import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.analytics.swings import change_points
from proxeny.analytics.swings.scoring import covering, f_measure


def test_clear_levels_are_split_where_they_change():
    levels = np.repeat([10.0, 14.0, 7.0], [60, 45, 80])
    noisy = levels + np.random.default_rng(1).normal(0, 0.5, 185)
    assert change_points(noisy) == pytest.approx([60, 105], abs=1)


def test_points_are_the_first_index_of_the_new_level():
    assert change_points([0.0] * 30 + [1.0] * 30) == [30]


def test_unknown_values_are_bridged_and_several_dimensions_count_together():
    one = np.array([0.0] * 40 + [1.0] * 40)
    gaps = one.copy()
    gaps[[3, 20, 60]] = np.nan
    assert change_points(gaps) == [40]
    both = np.stack([np.zeros(80), one], axis=1)
    assert change_points(both) == [40]


@given(st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6)), max_size=80))
def test_points_lie_inside_and_in_order(values):
    points = change_points(values)
    assert points == sorted(set(points))
    assert all(0 < point < len(values) for point in points)


def test_scores_are_perfect_for_the_annotated_points_and_known_for_a_miss():
    marked = {"a": [50], "b": [52]}
    assert f_measure({"a": [50]}, [50]) == 1.0
    assert covering({"a": [50]}, [50], 100) == 1.0
    assert f_measure(marked, []) == pytest.approx(2 * 1.0 * 0.5 / 1.5)
    assert covering({"a": [50]}, [], 100) == pytest.approx(0.5)


def test_one_found_point_serves_only_one_true_point():
    assert f_measure({"a": [50, 53]}, [51]) == pytest.approx(2 * 1.0 * (2 / 3) / (1 + 2 / 3))
