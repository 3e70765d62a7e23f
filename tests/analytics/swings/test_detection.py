from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.analytics.daytypes import classify
from proxeny.analytics.swings import Detection, Direction, Horizon, Panel, Swing, Verdict, Yardstick, detect
from proxeny.analytics.swings.calibration import mornings
from proxeny.analytics.worlds import SPRING_FESTIVALS, Kind, Step, World, synthesise

MONDAY = date(2023, 1, 2)
DAYS = 730
DAY = np.arange(DAYS)
WEEKEND = (DAY % 7) >= 5


def look(values: np.ndarray, *, lines: bool = True, on: int | None = None) -> Detection:
    rows = np.atleast_2d(values).astype(float)
    days = rows.shape[1]
    panel = Panel(MONDAY, rows, np.full(len(rows), lines))
    types = classify(MONDAY, days, (), (), ())
    morning = MONDAY + timedelta(days=days if on is None else on)
    return detect(panel, types, morning, spring_festivals=SPRING_FESTIVALS)


def only(found: Detection) -> Swing:
    assert len(found.swings) == 1
    return found.swings[0]


@pytest.fixture
def account() -> np.ndarray:
    return np.random.default_rng(7).gamma(20, 5, DAYS) * np.where(WEEKEND, 0.3, 1.0)


def test_a_fall_of_three_weeks_is_a_short_swing_with_day_and_size(account):
    account[-21:] *= 0.6
    swing = only(look(account))
    assert (swing.horizon, swing.direction) == (Horizon.SHORT, Direction.DOWN)
    assert abs((swing.since - (MONDAY + timedelta(days=DAYS - 21))).days) <= 3
    assert swing.change == pytest.approx(-0.4, abs=0.07)
    assert swing.level_now / swing.level_before - 1 == pytest.approx(swing.change)
    assert swing.compared_with.yardstick is Yardstick.WEEKDAY_RHYTHM
    assert swing.evidence.weekly[0] == pytest.approx(1.0, abs=0.3)


def test_a_collapse_is_reported_on_its_third_day_and_not_for_a_single_one(account):
    account[-3:] *= 0.1
    assert look(account, on=DAYS - 2).swings == []
    swing = only(look(account))
    assert swing.since == MONDAY + timedelta(days=DAYS - 3)
    assert swing.change < -0.7


def test_a_slow_decline_that_no_week_shows_is_a_middle_swing(account):
    account *= np.exp(-0.6 * np.clip((DAY - 600) / 130, 0, 1))
    swing = only(look(account))
    assert (swing.horizon, swing.direction) == (Horizon.MIDDLE, Direction.DOWN)


def test_what_fell_below_last_year_more_than_a_quarter_ago_is_a_long_swing(account):
    account[600:] *= 0.6
    swing = only(look(account))
    assert (swing.horizon, swing.compared_with.yardstick) == (Horizon.LONG, Yardstick.SEASON)
    assert swing.change == pytest.approx(-0.4, abs=0.08)


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(lambda day: 1.05 ** (day / 30.44), id="steady growth"),
        pytest.param(lambda day: np.where(day == 715, 10.0, 1.0), id="one huge day"),
        pytest.param(lambda day: np.where(day == DAYS - 1, 0.0, 1.0), id="one empty day"),
        pytest.param(
            lambda day: np.where((day % 364 > 300) & (day % 364 < 364), 0.6, 1.0), id="a season seen before"
        ),
        pytest.param(lambda day: np.where(day < 640, 0.0, 1.0), id="a new account"),
        pytest.param(lambda day: np.clip((day - 560) / 120, 0.0, 1.0), id="a new account growing"),
    ],
)
def test_these_are_no_swings(account, shape: Callable[[np.ndarray], np.ndarray]):
    changed = account * shape(DAY)
    assert [only_day for only_day in range(690, DAYS + 1, 5) if look(changed, on=only_day).swings] == []


def test_month_ends_that_recur_are_rhythm_and_do_not_hide_a_fall(account):
    ends = np.array([(MONDAY + timedelta(days=int(d) + 3)).day <= 3 for d in DAY])
    busy = account * np.where(ends, 6.0, 1.0)
    world = World(MONDAY, busy[None], classify(MONDAY, DAYS, (), (), ()), SPRING_FESTIVALS)
    assert [day for day, swings in mornings(world, first=450, every=1) if swings] == []
    busy[-30:] *= 0.6
    assert only(look(busy)).direction is Direction.DOWN


def test_holidays_are_no_swings_and_a_fall_right_after_the_festival_is():
    world = synthesise(Kind.CHINA, accounts=30, days=760, seed=4, steps=[Step(0, 715, 0.5)])
    found = {swing for _, swings in mornings(world, first=690, every=3) for swing in swings}
    assert {swing.series for swing in found} == {0}
    assert Yardstick.SPRING_FESTIVAL in {swing.compared_with.yardstick for swing in found}


def test_a_gap_in_a_metered_feed_is_a_silent_feed_and_zeros_are_a_fall(account):
    gap = account.copy()
    gap[-10:] = np.nan
    silent = look(gap, lines=False)
    assert silent.swings == []
    assert silent.verdicts.tolist() == [Verdict.SILENT_FEED]
    assert silent.silent_since[0] == np.datetime64(MONDAY + timedelta(days=DAYS - 10))
    account[-10:] = 0
    assert only(look(account, lines=False)).change == pytest.approx(-1.0)


def test_an_overdue_customer_is_reported_with_the_usual_gap():
    orders = np.zeros(DAYS)
    orders[10:600:14] = 250.0
    swing = only(look(orders, on=660))
    assert swing.compared_with.yardstick is Yardstick.ORDER_RHYTHM
    assert swing.compared_with.typical_gap_days == pytest.approx(14, abs=1)
    assert swing.since == MONDAY + timedelta(days=int(np.flatnonzero(orders)[-1]) + 1)
    assert look(orders, on=615).swings == []


def test_thin_accounts_are_told_apart():
    few = np.zeros(DAYS)
    few[[400, 500, 600]] = 100.0
    young = np.where(DAY >= 690, 100.0, 0.0)
    verdicts = look(np.stack([few, young, np.full(DAYS, np.nan)])).verdicts
    assert verdicts.tolist() == [Verdict.TOO_LITTLE] * 3


def test_what_comes_later_changes_nothing(account):
    account[600:630] *= 0.5
    later = account.copy()
    later[630:] = 0
    assert look(account, on=630).swings == look(later, on=630).swings == look(account[:630]).swings != []


@settings(max_examples=60, deadline=None)
@given(
    days=st.integers(0, 420),
    seed=st.integers(0, 2**32 - 1),
    scale=st.sampled_from([0.0, 1e-300, 1.0, 1e12]),
    unknown=st.sampled_from([0.0, 0.3, 0.9]),
    negative=st.booleans(),
)
def test_no_series_is_too_odd(days, seed, scale, unknown, negative):
    rng = np.random.default_rng(seed)
    values = rng.standard_cauchy((4, days)) * scale
    values = values if negative else np.abs(values)
    values[rng.random(values.shape) < unknown] = np.nan
    detection = look(values.reshape(4, days), lines=False)
    assert detection.verdicts.shape == (4,)
    assert all(0 < swing.certainty < 1 and np.isfinite(swing.change) for swing in detection.swings)
