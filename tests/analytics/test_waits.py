"""How long things take when some are not over: against published figures, and what must hold for any waits."""

from statistics import median as plain_median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.analytics.waits import Wait, differ, median

# Leukaemia data (Miller, Survival Analysis, 1981), as `survival::aml` in R has them; + is not over.
MAINTAINED = "9 13 13+ 18 23 28+ 31 34 45+ 48 161+"
NOT_MAINTAINED = "5 5 8 8 12 16+ 23 27 30 33 43 45"


def read(words: str) -> list[Wait]:
    return [Wait(float(one.rstrip("+")), not one.endswith("+")) for one in words.split()]


def test_the_median_and_its_interval_are_those_that_r_prints() -> None:
    kept_up, not_kept_up = median(read(MAINTAINED)), median(read(NOT_MAINTAINED))
    assert (kept_up.value, kept_up.low, kept_up.high) == (31, 18, None)
    assert (not_kept_up.value, not_kept_up.low, not_kept_up.high) == (23, 8, None)
    together = median(read(f"{MAINTAINED} {NOT_MAINTAINED}"))
    assert (together.value, together.low, together.high, together.count, together.over) == (
        27,
        18,
        45,
        23,
        18,
    )


def test_two_groups_differ_as_much_as_r_says() -> None:
    assert differ(read(MAINTAINED), read(NOT_MAINTAINED)) == pytest.approx(0.0653, abs=0.0001)


waits = st.lists(st.builds(Wait, st.integers(1, 50).map(float), st.booleans()), min_size=1, max_size=40)


@given(waits)
def test_the_interval_holds_the_median(known: list[Wait]) -> None:
    found = median(known)
    if found.value is not None:
        assert found.low is not None
        assert found.low <= found.value
        assert found.high is None or found.value <= found.high


@given(waits)
def test_what_still_waits_never_makes_it_look_quicker(known: list[Wait]) -> None:
    only_over = median([one for one in known if one.is_over])
    with_open = median(known)
    if with_open.value is not None:
        assert only_over.value is not None
        assert with_open.value >= only_over.value


@given(
    st.lists(st.integers(1, 50).map(float), min_size=1, max_size=41).filter(lambda known: len(known) % 2 == 1)
)
def test_where_all_are_over_it_is_the_plain_median(known: list[float]) -> None:
    assert median([Wait(one) for one in known]).value == plain_median(known)


@given(waits, waits)
def test_which_period_comes_first_makes_no_difference(one: list[Wait], other: list[Wait]) -> None:
    assert differ(one, other) == pytest.approx(differ(other, one))
    assert 0 <= differ(one, other) <= 1


@given(waits)
def test_a_period_does_not_differ_from_itself(known: list[Wait]) -> None:
    assert differ(known, known) == pytest.approx(1)


def test_nothing_says_nothing() -> None:
    assert median([]).value is None
    assert differ([], []) == 1
