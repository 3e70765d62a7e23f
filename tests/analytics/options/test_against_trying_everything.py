"""Options, reasons and ways out, each held against an exhaustive search (oracle.py)."""

import os

import pytest

from proxeny.analytics.options import compose
from tests.analytics.options.comparing import everything_holds
from tests.analytics.options.oracle import Oracle
from tests.analytics.options.worlds import small_world

MANY = int(os.environ.get("PROXENY_TEST_OPTIONS", "20"))


@pytest.mark.parametrize("first", range(1, MANY, 10))
def test_what_is_found_is_what_trying_everything_finds(first: int) -> None:
    for seed in range(first, min(first + 10, MANY)):
        problem = small_world(seed, most_modules=10 if seed % 20 == 0 else 7)
        everything_holds(compose(problem, seconds=60), Oracle(problem))


def test_the_made_up_worlds_are_not_all_alike() -> None:
    fronts = [Oracle(small_world(seed, most_modules=7)).front() for seed in range(40)]
    assert 8 < sum(bool(one) for one in fronts) < 32
    assert sum(len(one) > 1 for one in fronts) > 3
