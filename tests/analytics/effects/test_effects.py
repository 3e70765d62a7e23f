"""Effects that were planted, and questions that cannot be answered."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from proxeny.analytics.effects import (
    Method,
    Panel,
    Place,
    Verdict,
    assess,
    demeaned_synthetic_control,
    difference_in_differences,
    in_space,
    in_time,
    place,
    predicted_synthetic_control,
    synthetic_control,
    synthetic_difference_in_differences,
)
from proxeny.analytics.effects.simplex import nearest
from proxeny.analytics.effects.synthetic_difference import period_weights
from proxeny.analytics.ranges import Floats

METHODS = (
    difference_in_differences,
    synthetic_control,
    demeaned_synthetic_control,
    synthetic_difference_in_differences,
)


def wandering(seed: int, accounts: int, periods: int, level: float = 100.0) -> Floats:
    """Accounts that go up and down with two common causes, each in its own measure, and a little by themselves."""
    rng = np.random.default_rng(seed)
    causes = np.cumsum(rng.normal(0, 2, (2, periods)), axis=1)
    return level + rng.uniform(0, 2, (accounts, 2)) @ causes + rng.normal(0, 0.5, (accounts, periods))


def with_effect(seed: int, *, effect: float, donors: int = 19, periods: int = 24, start: int = 16) -> Panel:
    """A panel whose first account gets the effect."""
    series = wandering(seed, donors + 1, periods)
    series[0, start:] += effect
    return Panel(series[0], series[1:], start)


def test_the_difference_in_differences_of_four_numbers() -> None:
    panel = Panel(np.array([20.0, 31.0]), np.array([[10.0, 14.0], [12.0, 14.0]]), 1)
    found = difference_in_differences(panel)
    assert found.effect == pytest.approx((31 - 20) - (14 - 11))
    assert list(found.weights) == [0.5, 0.5]


def test_a_mixture_of_donors_is_found_again_and_so_is_the_effect() -> None:
    donors = wandering(1, 5, 24)
    mixture = np.array([0.6, 0.0, 0.3, 0.1, 0.0])
    treated = mixture @ donors
    treated[16:] -= 7.5
    found = synthetic_control(Panel(treated, donors, 16))
    assert found.weights == pytest.approx(mixture, abs=1e-9)
    assert found.effect == pytest.approx(-7.5)
    assert found.error_before == pytest.approx(0, abs=1e-9)


def test_a_mixture_that_lies_higher_is_found_when_only_movement_is_matched() -> None:
    donors = wandering(2, 5, 24)
    mixture = np.array([0.25, 0.25, 0.5, 0.0, 0.0])
    treated = mixture @ donors + 500
    treated[16:] += 4
    panel = Panel(treated, donors, 16)
    found = demeaned_synthetic_control(panel)
    assert found.weights == pytest.approx(mixture, abs=1e-9)
    assert found.effect == pytest.approx(4)
    assert synthetic_control(panel).effect > 400


def test_accounts_that_move_in_step_leave_no_choice_of_weights() -> None:
    common = np.cumsum(np.random.default_rng(3).normal(0, 3, 20))
    series = np.array([[50.0], [80.0], [20.0], [65.0]]) + common
    series[0, 14:] += 6
    panel = Panel(series[0], series[1:], 14)
    for method in (
        difference_in_differences,
        demeaned_synthetic_control,
        synthetic_difference_in_differences,
    ):
        assert method(panel).effect == pytest.approx(6)


def test_gaps_after_the_start_add_up_to_the_effect_for_every_method() -> None:
    panel = with_effect(4, effect=5)
    for method in METHODS:
        found = method(panel)
        assert found.effect == pytest.approx(found.gaps[16:].mean())
        assert found.weights.sum() == pytest.approx(1)
        assert (found.weights >= 0).all()
        assert found.ratio == pytest.approx(found.error_after / found.error_before)
    assert period_weights(panel).sum() == pytest.approx(1)


def test_characteristics_that_count_are_told_from_those_that_do_not() -> None:
    rng = np.random.default_rng(5)
    donors = wandering(5, 8, 20)
    mixture = np.array([0.7, 0.3, 0, 0, 0, 0, 0, 0])
    treated = mixture @ donors
    treated[12:] += 3
    telling, noise = donors[:, :3], rng.normal(0, 1, (8, 2))
    own = np.concatenate([mixture @ telling, rng.normal(0, 1, 2)])
    found = predicted_synthetic_control(Panel(treated, donors, 12), own, np.hstack([telling, noise]))
    assert found.weights == pytest.approx(mixture, abs=0.05)
    assert found.effect == pytest.approx(3, abs=0.5)


points = arrays(np.float64, st.tuples(st.integers(1, 8), st.integers(1, 6)), elements=st.integers(-50, 50))


@given(points, st.data())
def test_no_other_mixture_comes_nearer(corners: Floats, data: st.DataObject) -> None:
    """The conditions of Karush, Kuhn and Tucker: no donor pulls the mixture nearer than those it is made of."""
    target = data.draw(arrays(np.float64, corners.shape[1], elements=st.integers(-50, 50)))
    ridge = data.draw(st.sampled_from([0.0, 0.5, 40.0]))
    weights = nearest(corners, target, ridge=ridge)
    slope = corners @ (weights @ corners - target) + ridge * weights
    scale = 1 + np.abs(corners).max() ** 2 * corners.shape[1]
    assert weights.sum() == pytest.approx(1)
    assert (weights >= 0).all()
    assert slope @ weights - slope.min() <= 1e-7 * scale


def test_two_hundred_donors_over_two_years_are_mixed_exactly() -> None:
    donors = wandering(6, 200, 24)
    target = wandering(7, 1, 24)[0]
    weights = nearest(donors, target)
    slope = donors @ (weights @ donors - target)
    assert slope @ weights - slope.min() <= 1e-6 * np.abs(donors).max() ** 2


def test_a_plain_change_ranks_first_of_twenty() -> None:
    answer = assess(with_effect(8, effect=12))
    assert answer.verdict is Verdict.RANKED
    assert answer.method is Method.SDID
    assert answer.place is Place.AMONG
    assert set(answer.estimates) == set(answer.ranks) == {Method.DID, Method.SC, Method.SDID}
    assert answer.estimates[Method.SDID].effect == pytest.approx(12, abs=1)
    rank = answer.ranks[Method.SDID]
    assert (rank.rank, rank.of, rank.share, rank.smallest_share) == (1, 20, 0.05, 0.05)
    assert "rank 1 of 20 (smallest possible p = 0.050)" in str(answer)
    assert answer.earlier is not None
    assert abs(answer.earlier.effect) < 2


def test_where_nothing_was_done_the_first_rank_is_as_rare_as_it_should_be() -> None:
    first = sum(
        in_space(with_effect(seed, effect=0, donors=9), demeaned_synthetic_control).rank == 1
        for seed in range(200)
    )
    assert 8 <= first <= 34  # 20 of 200 expected


def test_with_nobody_to_compare_it_is_before_and_after() -> None:
    answer = assess(Panel(np.array([3.0, 5.0, 9.0, 11.0]), np.empty((0, 4)), 2))
    assert answer.verdict is Verdict.BEFORE_AFTER
    assert (answer.change, answer.method, answer.estimates, answer.ranks) == (6, None, {}, {})
    assert str(answer) == "before/after, not an effect: changed by +6"


def test_with_one_account_beside_it_there_is_no_rank() -> None:
    panel = with_effect(9, effect=3, donors=1)
    answer = assess(panel)
    assert answer.verdict is Verdict.UNRANKED
    assert answer.ranks == {}
    assert "cannot be said" in str(answer)
    with pytest.raises(ValueError, match="two donors"):
        in_space(panel, difference_in_differences)


def test_few_periods_before_leave_only_the_plain_difference() -> None:
    panel = with_effect(10, effect=3, periods=8, start=5)
    answer = assess(panel)
    assert set(answer.estimates) == {Method.DID}
    assert (answer.method, answer.place, answer.earlier) == (Method.DID, None, None)


@pytest.mark.parametrize(("level", "where"), [(900.0, Place.ABOVE), (-900.0, Place.BELOW)])
def test_an_account_beyond_all_others_is_not_made_up_of_them(level: float, where: Place) -> None:
    panel = with_effect(11, effect=3)
    beyond = Panel(panel.treated + level, panel.donors, panel.start)
    answer = assess(beyond)
    assert answer.place is where
    assert Method.SC not in answer.estimates
    assert answer.estimates[Method.DEMEANED_SC].effect == pytest.approx(3, abs=1)


def test_an_account_that_moves_like_no_mixture_stands_apart() -> None:
    panel = with_effect(12, effect=0)
    zigzag = 20.0 * (-1) ** np.arange(24)
    assert place(Panel(panel.donors.mean(axis=0) + zigzag, panel.donors, 16)) is Place.APART
    assert place(Panel(panel.donors.mean(axis=0), panel.donors, 16)) is Place.AMONG


def test_donors_that_never_moved_still_hold_what_lies_between_them() -> None:
    still = np.repeat([[10.0], [20.0]], 12, axis=1)
    assert place(Panel(np.full(12, 17.0), still, 8)) is Place.AMONG
    answer = assess(Panel(np.r_[np.full(8, 17.0), np.full(4, 19.0)], still, 8))
    assert [found.effect for found in answer.estimates.values()] == pytest.approx([2, 2, 2])
    assert answer.ranks[Method.DID].rank == 1


def test_who_ties_stands_before() -> None:
    still = np.repeat([[10.0], [20.0], [17.0]], 12, axis=1)
    assert in_space(Panel(np.full(12, 17.0), still, 8), difference_in_differences).rank == 4


def test_a_made_up_start_sees_nothing_of_what_came_later() -> None:
    panel = with_effect(13, effect=40)
    quiet = Panel(np.r_[panel.treated[:16], np.zeros(8)], panel.donors, 16)
    for method in METHODS:
        assert in_time(panel, method, 10).effect == in_time(quiet, method, 10).effect
    with pytest.raises(ValueError, match="before the intervention"):
        in_time(panel, difference_in_differences, 16)


def test_a_panel_that_does_not_fit_is_refused() -> None:
    series = wandering(14, 3, 10)
    with pytest.raises(ValueError, match="same periods"):
        Panel(series[0, :9], series[1:], 4)
    with pytest.raises(ValueError, match="every value"):
        Panel(np.r_[series[0, :9], np.nan], series[1:], 4)
    for start in (0, 10):
        with pytest.raises(ValueError, match="periods before"):
            Panel(series[0], series[1:], start)
    for method in METHODS:
        with pytest.raises(ValueError, match=r"nobody|nothing"):
            method(Panel(series[0], np.empty((0, 10)), 4))
    with pytest.raises(ValueError, match="characteristics"):
        predicted_synthetic_control(Panel(series[0], series[1:], 4), np.zeros(2), np.zeros((3, 2)))
    with pytest.raises(ValueError, match="same for all"):
        predicted_synthetic_control(Panel(series[0], series[1:], 4), np.ones(1), np.ones((2, 1)))
