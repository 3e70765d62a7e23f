from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from proxeny.docket.ordering import Weighing, stake_factor, urgency, weigh

TODAY = date(2026, 11, 22)
shares = st.floats(0, 1)


@given(shares, shares, shares, shares)
def test_more_of_one_factor_never_weighs_less(stake: float, press: float, doubt: float, more: float) -> None:
    here = weigh(stake, press, doubt).total
    assert weigh(max(stake, more), press, doubt).total >= here
    assert weigh(stake, max(press, more), doubt).total >= here
    assert weigh(stake, press, max(doubt, more)).total >= here


@given(shares, shares, shares)
def test_a_factor_that_the_reader_leaves_out_does_not_matter(
    stake: float, press: float, doubt: float
) -> None:
    only_stake = Weighing(stake=1, urgency=0, doubt=0)
    assert weigh(stake, press, doubt, only_stake).total == weigh(stake, 1, 1, only_stake).total


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_stakes_are_weighed_within_one_currency_between_zero_and_one(minor: int, largest: int) -> None:
    assert 0 < stake_factor(minor, largest) <= 1


def test_what_is_due_today_or_overdue_presses_most() -> None:
    today, overdue = urgency(TODAY, TODAY, None), urgency(TODAY, TODAY - timedelta(days=9), None)
    next_week, next_year = (
        urgency(TODAY, TODAY + timedelta(days=7), None),
        urgency(TODAY, TODAY + timedelta(days=365), None),
    )
    assert today == overdue == 1
    assert (next_week, next_year) == (0.5, 0.25)


def test_fresh_matters_press_more_than_old_ones() -> None:
    assert (
        urgency(TODAY, None, TODAY)
        > urgency(TODAY, None, TODAY - timedelta(days=30))
        > urgency(TODAY, None, date(2026, 1, 1)) - 1e-9
    )
