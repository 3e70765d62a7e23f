"""Moments as other systems write them."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.cases.importing.times import days_first, read_moment
from proxeny.intake.tabular.problems import CellError
from proxeny.intake.tabular.reading import Reading

HERE = Reading(zone=ZoneInfo("Asia/Shanghai"))
MOMENTS = st.datetimes(datetime(2001, 10, 1), datetime(2100, 1, 1)).map(
    lambda one: one.replace(microsecond=0, tzinfo=UTC)
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("05.03.2026 14:20", "2026-03-05T14:20:00+08:00"),
        ("2026-03-05T06:20:00Z", "2026-03-05T06:20:00+00:00"),
        ("2026-03-05T06:20:00.123+0000", "2026-03-05T06:20:00.123000+00:00"),
        ("2026-03-05 06:20:00 UTC", "2026-03-05T06:20:00+00:00"),
        ("2026-03-05 06:20:00 GMT", "2026-03-05T06:20:00+00:00"),
        ("05/Mar/26 2:20 PM", "2026-03-05T14:20:00+08:00"),
        ("05/Mar/2026 14:20", "2026-03-05T14:20:00+08:00"),
        ("05/三月/26 2:20 下午", "2026-03-05T14:20:00+08:00"),
        ("2026年3月5日 下午2:20", "2026-03-05T14:20:00+08:00"),
        ("2026年3月5日 14时20分", "2026-03-05T14:20:00+08:00"),
        ("2026/3/5 上午12:05", "2026-03-05T00:05:00+08:00"),
        ("1772691600", "2026-03-05T06:20:00+00:00"),
        ("1772691600000", "2026-03-05T06:20:00+00:00"),
        (Decimal("1772691600.5"), "2026-03-05T06:20:00.500000+00:00"),
    ],
)
def test_each_way_of_writing_means_one_moment(written: str | Decimal, meant: str) -> None:
    assert read_moment(written, HERE) == datetime.fromisoformat(meant)


@given(MOMENTS)
def test_seconds_and_milliseconds_since_1970_mean_the_same(moment: datetime) -> None:
    seconds = int(moment.timestamp())
    assert read_moment(str(seconds), HERE) == read_moment(str(seconds * 1000), HERE) == moment
    assert read_moment(moment.isoformat(), HERE) == moment
    assert read_moment(moment.astimezone(HERE.zone).strftime("%d/%b/%Y %I:%M:%S %p"), HERE) == moment


@given(MOMENTS, st.booleans())
def test_days_and_months_in_figures_are_read_in_the_order_that_was_settled(
    moment: datetime, day_first: bool
) -> None:
    here = moment.astimezone(HERE.zone)
    pattern = "%d/%m/%Y %H:%M:%S" if day_first else "%m/%d/%Y %H:%M:%S"
    assert read_moment(here.strftime(pattern), replace(HERE, day_first=day_first)) == moment
    assert read_moment(here.strftime("%d.%m.%Y %H:%M:%S"), replace(HERE, day_first=day_first)) == moment


@pytest.mark.parametrize(
    "written", ["soon", "31.02.2026", "3/4/2026", "05/Foo/26", "NaN", Decimal("NaN"), True]
)
def test_what_is_no_moment_is_refused(written: object) -> None:
    with pytest.raises(CellError):
        read_moment(written, HERE)  # type: ignore[arg-type]


def test_cells_settle_which_comes_first_unless_they_contradict_each_other() -> None:
    assert days_first(["3/4/2026", "13/4/2026", None]) is True
    assert days_first(["4/13/2026"]) is False
    assert days_first(["4/13/2026", "13/4/2026"]) is None
