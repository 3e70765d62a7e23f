import numpy as np

from proxeny.analytics.swings.calibration import false_alarms, power
from proxeny.analytics.worlds import Kind, Step, World, synthesise, synthesise_orders

ACCOUNTS, DAYS, FIRST = 50, 760, 430
FALLING = 24


def with_falls(kind: Kind) -> World:
    days = np.random.default_rng(1).integers(FIRST + 30, DAYS - 43, FALLING)
    steps = [Step(series, int(day), 0.7) for series, day in enumerate(days)]
    return synthesise(kind, accounts=FALLING, days=DAYS, seed=2, steps=steps)


def test_false_alarms_are_few_over_all_worlds():
    worlds = [synthesise(kind, accounts=ACCOUNTS, days=DAYS, seed=3) for kind in Kind]
    assert np.mean([false_alarms(world, first=FIRST, every=7) for world in worlds]) <= 0.10


def test_most_falls_of_thirty_percent_are_found_within_six_weeks():
    assert np.mean([power(with_falls(kind), first=FIRST, every=7).share for kind in Kind]) >= 0.75


def test_customers_that_order_now_and_then_raise_few_alarms_and_are_found_when_they_stop():
    quiet = synthesise_orders(accounts=ACCOUNTS, days=DAYS, seed=4)
    assert false_alarms(quiet, first=FIRST, every=7) <= 0.15
    stops = [Step(series, 560, 0.0) for series in range(ACCOUNTS)]
    gone = synthesise_orders(accounts=ACCOUNTS, days=DAYS, seed=5, stops=stops)
    assert power(gone, first=FIRST, every=7, within_days=180).share >= 0.9
