"""Base rates: small segments lean on all, large ones on themselves."""

import numpy as np
import pytest

from proxeny.analytics.renewals.base_rates import base_rates


def test_a_small_segment_leans_on_all_and_a_large_one_on_itself() -> None:
    segments = np.repeat([0, 1, 2], [400, 400, 3])
    outcomes = np.concatenate([np.arange(400) % 10 < 9, np.arange(400) % 10 < 8, np.zeros(3)]).astype(float)
    found = base_rates(outcomes, segments)
    large, other, small, unseen = found.shares
    assert large == pytest.approx(0.9, abs=0.01)
    assert other == pytest.approx(0.8, abs=0.01)
    assert 0.2 < small < 0.7
    assert found.spreads[2] > found.spreads[0]
    assert found.spreads[3] >= found.spreads[1]
    assert 0.5 < unseen < 0.9
    assert found.place(np.array([0, 2, 3, 99, -1])).tolist() == [0, 2, 3, 3, 3]


def test_one_segment_alone_is_the_base_rate_of_any() -> None:
    found = base_rates(np.array([1.0, 1.0, 0.0, 1.0]), np.zeros(4, dtype=np.int64))
    assert found.shares.tolist() == pytest.approx([3.5 / 5, 3.5 / 5])


def test_without_cases_there_is_no_base_rate() -> None:
    with pytest.raises(ValueError, match="no base rate"):
        base_rates(np.empty(0), np.empty(0, dtype=np.int64))
