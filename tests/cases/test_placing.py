"""The order of the queue as one figure."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.cases.models import Case
from proxeny.cases.models.places import A_DAY, ENDED, UNDATED
from proxeny.cases.placing import place
from proxeny.core import clock
from tests.cases.handy import again, opened, said
from tests.cast import Cast

MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))
STAKES = st.none() | st.integers(-(10**14), 10**14)


@given(MOMENTS, MOMENTS, STAKES, STAKES)
def test_the_earlier_day_comes_first_whatever_is_at_stake(
    one: datetime, other: datetime, this: int | None, that: int | None
) -> None:
    first, second = clock.day_of(one), clock.day_of(other)
    if first != second:
        assert (place(one, this) < place(other, that)) == (first < second)


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(hours=23)), STAKES, STAKES)
def test_on_one_day_what_is_worth_more_comes_first(
    at: datetime, later: timedelta, this: int | None, that: int | None
) -> None:
    if clock.day_of(at) == clock.day_of(at + later):
        more, less = (min(max(worth or 0, 0), A_DAY - 1) for worth in (this, that))
        assert (place(at, this) < place(at + later, that)) == (more > less)


@given(MOMENTS, MOMENTS, STAKES)
def test_dated_before_undated_before_closed_before_merged(
    due: datetime, closed: datetime, stake: int | None
) -> None:
    order = [
        place(due, stake),
        place(None, stake),
        place(None, stake, closed),
        place(due, stake, closed, is_merged=True),
    ]
    assert order == sorted(set(order))
    assert order[0] < UNDATED <= order[1] < ENDED <= order[2]
    assert order[3] < 2**63


@given(MOMENTS, MOMENTS)
def test_of_closed_cases_the_latest_comes_first(one: datetime, other: datetime) -> None:
    if int(one.timestamp()) != int(other.timestamp()):
        assert (place(None, 1, one) < place(None, 1, other)) == (one > other)


@pytest.mark.usefixtures("on_22_november")
def test_the_place_follows_each_change(vendor: Cast) -> None:
    case = opened(vendor)
    assert again(case).place == place(again(case).due_at, case.stake_minor) < UNDATED
    said(case, vendor, "在看了")
    assert again(case).place == place(again(case).due_at, case.stake_minor)
    Case.objects.filter(pk=case.pk).update(place=0)
    assert again(case).place == 0
