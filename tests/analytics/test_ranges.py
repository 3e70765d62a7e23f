"""Three-point ranges: where their beta distribution has a closed form, and what must hold for any of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.analytics.drawing import shares
from proxeny.analytics.ranges import Fixed, ThreePoint

EVEN = np.linspace(0.0, 1.0, 4001)
points = st.tuples(*[st.integers(-50, 200)] * 3).map(sorted).map(lambda three: ThreePoint(*map(float, three)))


def test_the_quantiles_are_those_of_the_beta_distribution_where_it_can_be_written_down() -> None:
    inner = EVEN[40:-40]
    assert np.allclose(ThreePoint(0, 0, 1).at(inner), 1 - (1 - inner) ** 0.2, atol=2e-5)
    assert np.allclose(ThreePoint(0, 1, 1).at(inner), inner**0.2, atol=2e-5)
    middle = ThreePoint(0, 0.5, 1).at(inner)
    assert np.allclose(10 * middle**3 - 15 * middle**4 + 6 * middle**5, inner, atol=2e-5)


@given(points)
def test_the_mean_is_that_of_pert(range_: ThreePoint) -> None:
    middles = (np.arange(20_000) + 0.5) / 20_000
    mean = (range_.low + 4 * range_.likely + range_.high) / 6
    assert range_.at(middles).mean() == pytest.approx(mean, abs=1e-4 * (range_.high - range_.low) + 1e-9)


@given(points)
def test_quantiles_never_fall_and_stay_between_the_ends(range_: ThreePoint) -> None:
    values = range_.at(EVEN)
    assert (np.diff(values) >= 0).all()
    assert values[0] == pytest.approx(range_.low)
    assert values[-1] == pytest.approx(range_.high)


@given(points, st.floats(0.001, 0.999))
def test_the_share_below_a_quantile_is_the_share(range_: ThreePoint, share: float) -> None:
    value = float(range_.at(np.array([share]))[0])
    if range_.low < range_.high:
        assert range_.share_below(value) == pytest.approx(share, abs=1e-6)
    assert range_.share_below(range_.high) == 1
    assert range_.share_below(range_.low - 1) == 0


def test_what_is_known_is_always_the_same() -> None:
    assert set(Fixed(3.5).at(EVEN)) == {3.5}
    assert (Fixed(3.5).share_below(3.4), Fixed(3.5).share_below(3.5)) == (0, 1)


@pytest.mark.parametrize(
    "three", [(3, 2, 5), (1, 6, 5), (1, 2, float("inf")), (float("nan"), 2, 3), (1, float("nan"), 3)]
)
def test_three_points_out_of_order_are_refused(three: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="in order"):
        ThreePoint(*three)


def test_a_name_draws_the_same_shares_again_and_another_name_others() -> None:
    again = shares("数据接口", seed=7, draws=1000)
    assert (shares("数据接口", seed=7, draws=1000) == again).all()
    assert abs(np.corrcoef(again, shares("培训", seed=7, draws=1000))[0, 1]) < 0.1
    assert abs(np.corrcoef(again, shares("数据接口", seed=8, draws=1000))[0, 1]) < 0.1
    assert (shares("数据接口", seed=7, draws=100) == again[:100]).all()
