import csv
import gzip
from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from proxeny.analytics.daytypes import classify
from proxeny.analytics.swings import Panel, Verdict, detect
from proxeny.core.calendar import WorkCalendar
from proxeny.demo import Vendor, generate, write_files
from proxeny.demo.consumption import HISTORY
from proxeny.demo.planted import ORDERS
from proxeny.demo.vendor import Planted, Series

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture(scope="module")
def vendor() -> Vendor:
    return generate(TODAY)


@pytest.fixture(scope="module")
def files(vendor: Vendor, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return write_files(vendor, tmp_path_factory.mktemp("vendor"))


def rows_of(path: Path) -> list[dict[str, str]]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(content.decode("utf-8-sig").splitlines()))


def series_of(vendor: Vendor, reference: str, meter: str) -> Series:
    return next(one for one in vendor.series if (one.reference, one.meter) == (reference, meter))


def fact(vendor: Vendor, what: str, reference: str = "") -> Planted:
    return next(one for one in vendor.planted if one.what == what and one.reference.startswith(reference))


def test_the_same_day_and_seed_give_the_same_bytes(files: dict[str, Path], tmp_path: Path) -> None:
    again = write_files(generate(TODAY), tmp_path)
    assert {kind: path.read_bytes() for kind, path in again.items()} == {
        kind: path.read_bytes() for kind, path in files.items()
    }


def test_another_seed_gives_other_figures(vendor: Vendor) -> None:
    other = generate(TODAY, seed=8)
    same = [np.array_equal(a.minor, b.minor) for a, b in zip(vendor.series, other.series, strict=True)]
    assert not any(same)


def test_the_customers_of_the_stories_are_there(vendor: Vendor) -> None:
    names = {customer.name for customer in vendor.customers}
    assert {"云启科技", "和众制造", "鲁班建材", "新发地老韩菜行", "星河物流"} <= names
    assert len(names) == len(vendor.customers) == 60


def test_every_customer_has_a_spokesperson_sales_people_and_a_contract_that_runs(vendor: Vendor) -> None:
    roles = {colleague.username: colleague.roles for colleague in vendor.colleagues}
    for customer in vendor.customers:
        assert "spokesperson" in roles[customer.spokesperson]
        assert "sales" in roles[customer.sales]
        assert any(person.reference == customer.reference for person in vendor.people)
        running = [
            one
            for one in vendor.agreements
            if one.reference == customer.reference and one.starts_on <= TODAY <= one.ends_on
        ]
        assert len(running) == 1


def test_contract_numbers_name_one_contract_each(vendor: Vendor) -> None:
    assert max(Counter(agreement.number for agreement in vendor.agreements).values()) == 1


def test_the_sponsor_of_luban_left_last_month(vendor: Vendor) -> None:
    luban = next(customer.reference for customer in vendor.customers if customer.name == "鲁班建材")
    left = [one.left_on for one in vendor.people if one.reference == luban and one.is_sponsor]
    assert [28 <= (TODAY - day).days <= 40 for day in left if day] == [True]


@pytest.mark.parametrize("today", [TODAY, date(2026, 2, 20), date(2028, 2, 29)])
def test_every_meter_cost_something_and_nothing_is_dated_later_than_yesterday(today: date) -> None:
    made = generate(today)
    for series in (*made.series, *made.corrections):
        assert (series.minor >= 0).all()
        assert series.minor.sum() > 0
        assert today - timedelta(days=HISTORY) <= series.day(0) <= series.day(-1) < today
    assert all(order.at.date() < today for order in made.orders)
    assert all(word.on < today for word in made.words)
    assert not [person for person in made.people if person.left_on and person.left_on >= today]


def test_the_usage_file_holds_every_record_once_and_to_the_last_fen(
    vendor: Vendor, files: dict[str, Path]
) -> None:
    rows = rows_of(files["usage"])
    assert len(rows) == len({(row["客户编号"], row["计量项"], row["日期"]) for row in rows})
    assert sum(round(float(row["金额"]) * 100) for row in rows) == sum(
        int(one.minor.sum()) for one in vendor.series
    )


def test_the_order_lines_hold_strangers_a_nameless_line_and_three_unreadable_rows(
    vendor: Vendor, files: dict[str, Path]
) -> None:
    known = {customer.reference for customer in vendor.customers}
    rows = rows_of(files["orders"])
    assert Counter(row["客户编号"] for row in rows if row["客户编号"] not in known) == {
        "YT-1907": 1,
        "YT-1931": 1,
        "": 1,
    }
    assert [is_readable(row) for row in rows].count(False) == 3
    assert any(order.quantity < 0 for order in vendor.orders)


def is_readable(row: dict[str, str]) -> bool:
    try:
        datetime.strptime(row["下单时间"], "%Y-%m-%d %H:%M")
        return float(row["单价"]) * float(row["数量"]) != 0
    except ValueError:
        return False


def test_corrections_replace_rows_that_came_short_or_not_at_all(vendor: Vendor) -> None:
    kinds = Counter[str]()
    for late in vendor.corrections:
        first = series_of(vendor, late.reference, late.meter)
        delivered = dict(zip(first.days.tolist(), first.minor.tolist(), strict=True))
        for day, minor in zip(late.days.tolist(), late.minor.tolist(), strict=True):
            assert minor > delivered.get(day, 0)
            kinds["short" if day in delivered else "missing"] += 1
    assert kinds["short"] > 5
    assert kinds["missing"] > 5


def test_the_drop_at_the_logistics_company_can_be_read_from_its_series(vendor: Vendor) -> None:
    drop = fact(vendor, "drop", "YT-1007")
    values = series_of(vendor, drop.reference, drop.meter).amounts(HISTORY)
    weeks = values[-14:].sum() / values[-14 - 28 : -28].sum()
    assert drop.since == TODAY - timedelta(days=19)
    assert drop.change == pytest.approx(weeks - 1, abs=0.05)
    assert -0.43 < drop.change < -0.33
    assert -75_000 < drop.per_month < -60_000


def test_the_silent_feed_reported_every_day_until_it_stopped(vendor: Vendor) -> None:
    silent = fact(vendor, "silent feed")
    for series in (one for one in vendor.series if one.reference == silent.reference):
        assert series.day(-1) == silent.since - timedelta(days=1)
    assert (TODAY - silent.since).days == 9


def test_the_silent_buyer_has_waited_far_longer_than_ever_before(vendor: Vendor) -> None:
    silent = fact(vendor, "silent buyer")
    days = sorted({order.at.date() for order in vendor.orders if order.reference == silent.reference})
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    assert days[-1] < silent.since
    assert (TODAY - silent.since).days > 1.5 * max(gaps)


def test_after_the_holiday_consumption_is_what_it_was(vendor: Vendor) -> None:
    holiday = fact(vendor, "only a holiday")
    values = series_of(vendor, holiday.reference, holiday.meter).amounts(HISTORY)
    start = (holiday.since - (TODAY - timedelta(days=HISTORY))).days
    assert holiday.change < -0.8
    assert np.nanmean(values[-21:]) == pytest.approx(np.nanmean(values[start - 28 : start]), rel=0.1)


@pytest.mark.parametrize("today", [TODAY, date(2026, 7, 15), date(2026, 10, 10)])
def test_the_swings_of_today_are_what_was_planted_and_neither_holiday_nor_season(today: date) -> None:
    made = generate(today)
    found, silent = swings_of(made)
    wanted = {(one.reference, one.meter) for one in made.planted if one.on_docket}
    innocent = {(one.reference, one.meter) for one in made.planted if not one.on_docket}
    assert wanted <= found | silent
    assert not innocent & (found | silent)
    assert len(found - wanted) <= 3


def swings_of(made: Vendor) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    first, last = made.today - timedelta(days=HISTORY), made.today - timedelta(days=1)
    rows = {(one.reference, one.meter): one.amounts(HISTORY) for one in made.series}
    bought = {(order.reference, ORDERS): np.zeros(HISTORY) for order in made.orders}
    for order in made.orders:
        bought[order.reference, ORDERS][(order.at.date() - first).days] += float(order.quantity * order.price)
    keys = [*rows, *bought]
    panel = Panel(
        first, np.array([*rows.values(), *bought.values()]), np.array([key in bought for key in keys])
    )
    calendar = WorkCalendar("CN")
    festivals = calendar.festivals(first - timedelta(days=60), last + timedelta(days=60))
    types = classify(
        first, HISTORY, calendar.holiday_set(first, last), calendar.workday_set(first, last), festivals
    )
    seen = detect(panel, types, made.today, spring_festivals=festivals)
    silent = np.flatnonzero(seen.verdicts == Verdict.SILENT_FEED)
    return {keys[swing.series] for swing in seen.swings}, {keys[row] for row in silent}
