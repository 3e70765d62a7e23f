"""Sheets whose return can be worked out by hand, and what must hold for any of them."""

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.analytics.ranges import Fixed, Floats, Range, ThreePoint
from proxeny.analytics.returns import Item, Prospect, Side, hinges, simulate, tornado


@dataclass(frozen=True)
class Uniform:
    """Every value between the ends alike."""

    low: float
    high: float

    def at(self, shares: Floats) -> Floats:
        return np.asarray(self.low + (self.high - self.low) * shares)

    def share_below(self, value: float) -> float:
        return float(np.clip((value - self.low) / (self.high - self.low), 0, 1))


def cost(key: str, amount: Range, *, monthly: bool = False, since: int = 0, until: int | None = None) -> Item:
    return Item(key, Side.COST, amount, monthly, since, until)


def saving(key: str, amount: Range, **when: int) -> Item:
    return Item(key, Side.BENEFIT, amount, monthly=True, **when)


def known(*items: Item, months: int = 36, rate: float = 0.0) -> Prospect:
    return simulate(items, months=months, rate=rate, seed=1, draws=3)


def test_fixed_amounts_give_the_annuity_formula() -> None:
    rate = 0.08
    found = known(cost("licence", Fixed(2000)), saving("hours", Fixed(100), since=1, until=24), rate=rate)
    month = (1 + rate) ** (1 / 12) - 1
    assert found.value_at(0.5) == pytest.approx(100 * (1 - (1 + month) ** -24) / month - 2000)
    assert found.payback_at(0.5) == 20
    assert found.chance_back_by(19).value == 0
    assert found.chance_back_by(20).value == 1


def test_a_saving_that_grows_is_full_in_the_last_month_of_its_ramp() -> None:
    item = saving("hours", Fixed(90), since=2, until=6, ramp=3)
    assert list(item.course(8)) == pytest.approx([0, 0, 1 / 3, 2 / 3, 1, 1, 1, 0])
    assert list(cost("visit", Fixed(90), since=3).course(5)) == [0, 0, 0, -1, 0]
    assert list(cost("visit", Fixed(90), since=9).course(5)) == [0] * 5
    assert list(saving("late", Fixed(90), since=9).course(5)) == [0] * 5


def test_money_that_has_to_be_spent_again_was_not_back() -> None:
    found = known(
        cost("pilot", Fixed(100)),
        saving("hours", Fixed(100)),
        cost("roll-out", Fixed(450), since=3),
        months=12,
    )
    assert found.payback_at(0.5) == 5


def test_money_that_does_not_come_back_in_sight_has_no_month() -> None:
    found = known(cost("licence", Fixed(2000)), saving("hours", Fixed(50)), months=12)
    assert found.payback_at(0.5) is None
    assert found.chance_back_by(11).value == 0
    assert found.chance_it_pays.value == 0


def test_what_never_costs_more_than_it_brought_is_back_at_once() -> None:
    assert known(saving("hours", Fixed(50)), cost("visit", Fixed(120), since=4)).payback_at(0.5) == 0


def test_a_debt_paid_to_the_last_cent_is_paid() -> None:
    found = known(cost("licence", Fixed(0.3)), saving("hours", Fixed(0.1), since=1), months=6)
    assert found.payback_at(0.5) == 3


def test_two_even_ranges_add_up_as_they_must() -> None:
    once = [Item(key, Side.BENEFIT, Uniform(0, 1)) for key in ("hours", "errors")]
    found = simulate([*once, cost("licence", Fixed(0.5))], months=1, rate=0.1, seed=2, draws=200_000)
    chance = found.chance_it_pays
    assert chance.value == pytest.approx(0.875, abs=4 * chance.error)
    assert chance.error == pytest.approx(np.sqrt(0.875 * 0.125 / 200_000), rel=0.02)
    assert [found.value_at(share) for share in (0.125, 0.5, 0.875)] == pytest.approx([0, 0.5, 1], abs=0.005)


def test_the_month_of_payback_has_the_distribution_of_what_a_month_brings() -> None:
    items = [cost("licence", Fixed(1000)), saving("hours", Uniform(50, 150), since=1)]
    found = simulate(items, months=36, rate=0.0, seed=2, draws=100_000)
    for month in (7, 10, 15):
        assert found.chance_back_by(month).value == pytest.approx((150 - 1000 / month) / 100, abs=0.006)
    assert [found.payback_at(share) for share in (0.1, 0.45, 0.9)] == [8, 10, 17]


def sheet() -> list[Item]:
    return [
        cost("licence", Fixed(4000)),
        cost("days", ThreePoint(80, 120, 300), monthly=True, until=3),
        saving("hours", ThreePoint(100, 300, 600), since=3, ramp=4),
        saving("errors", ThreePoint(10, 20, 40), since=3),
    ]


def test_the_tornado_has_the_longest_bar_on_top() -> None:
    found = simulate(sheet(), months=24, rate=0.06, seed=1)
    bars = tornado(found)
    assert [bar.key for bar in bars] == ["hours", "days", "errors", "licence"]
    hours, days, licence = bars[0], bars[1], bars[3]
    assert (licence.swing, licence.low, licence.high) == (0, 4000, 4000)
    assert days.at_high < licence.at_low < hours.at_high
    worth = sum(min((month - 2) / 4, 1) * 1.06 ** (-month / 12) for month in range(3, 24))
    assert hours.swing == pytest.approx(worth * (hours.high - hours.low))
    assert (hours.low, hours.high) == pytest.approx(np.quantile(found.amounts[2], (0.1, 0.9)), rel=0.02)


def test_the_value_follows_what_it_hinges_on() -> None:
    found = hinges(simulate(sheet(), months=24, rate=0.06, seed=1))
    assert next(iter(found)) == "hours"
    assert found["hours"] > 0.95
    assert 0 > found["days"] > -0.2
    assert found["licence"] == 0


amounts = st.integers(0, 1000).map(float)


@st.composite
def items(draw: st.DrawFn) -> list[Item]:
    """Sheets of fixed amounts."""
    made = []
    for number in range(draw(st.integers(1, 5))):
        since = draw(st.integers(0, 20))
        made.append(
            Item(
                str(number),
                draw(st.sampled_from(Side)),
                Fixed(draw(amounts)),
                draw(st.booleans()),
                since,
                draw(st.none() | st.integers(since, 30)),
                draw(st.integers(1, 6)),
            )
        )
    return made


@given(items(), st.integers(1, 24), st.floats(-0.1, 0.4))
def test_the_value_is_the_sum_of_the_discounted_months(sheet: list[Item], months: int, rate: float) -> None:
    total, by_month = 0.0, [0.0] * months
    for item in sheet:
        for month, due in enumerate(item.course(months)):
            by_month[month] += due * item.amount.at(np.zeros(1))[0]
    for month, flow in enumerate(by_month):
        total += flow / (1 + rate) ** (month / 12)
    found = known(*sheet, months=months, rate=rate)
    assert found.value_at(0.5) == pytest.approx(total, abs=1e-6)
    payback = found.payback_at(0.5)
    debts = [sum(by_month[: month + 1]) < -1e-6 for month in range(months)]
    if payback is None:
        assert debts[-1]
    else:
        assert not any(debts[payback:])
        assert payback == 0 or debts[payback - 1]


def test_what_is_no_sheet_is_refused() -> None:
    with pytest.raises(ValueError, match="key of its own"):
        known(cost("licence", Fixed(1)), cost("licence", Fixed(2)))
    with pytest.raises(ValueError, match="needs items"):
        known()
    with pytest.raises(ValueError, match="month at least"):
        known(cost("licence", Fixed(1)), months=0)
    with pytest.raises(ValueError, match="leaves nothing"):
        known(cost("licence", Fixed(1)), rate=-1)
    for when in ({"since": -1}, {"since": 5, "until": 4}, {"ramp": 0}):
        with pytest.raises(ValueError, match="no months"):
            saving("hours", Fixed(1), **when)
