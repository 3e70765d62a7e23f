from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.analytics.usage.reading.days import day_first_shown, parse_day
from proxeny.analytics.usage.reading.numbers import Number, mark_shown, parse_number
from proxeny.analytics.usage.reading.reasons import Reason

FIFTH = date(2026, 1, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2026/1/5", "2026-1-5", "5.1.2026", "05.01.26", "20260105", "2026年1月5日", "2026年1月5日 10时",
        "46027", "46027.75",
        "2026-01-05T23:30:00+08:00", "2026-01-05T23:30:00Z", "20260105T233000Z", "5-Jan-2026",
        "Jan 5, 2026", "２０２６/１/５",
        "2026.1.5",
    ],
)  # fmt: skip
def test_a_day_is_read_as_it_is_written(text):
    assert parse_day(text, None) == FIFTH


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("soon", "day_unreadable"), ("2026-02-30", "day_unreadable"), ("31/31/2026", "day_unreadable"),
        ("1026-01-05", "day_out_of_range"), ("39999", "day_unreadable"), ("60001", "day_unreadable"),
        ("03/04/2026", "day_ambiguous"),
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused(text, code):
    why = parse_day(text, None)
    assert isinstance(why, Reason)
    assert why.code == code


def test_day_and_month_are_settled_by_the_column_or_not_at_all():
    assert parse_day("03/04/2026", True) == date(2026, 4, 3)
    assert parse_day("03/04/2026", False) == date(2026, 3, 4)
    assert parse_day("5/5/2026", None) == date(2026, 5, 5)
    assert day_first_shown(["03/04/2026", "13/04/2026"]) is True
    assert day_first_shown(["03/04/2026", "04/13/2026"]) is False
    assert day_first_shown(["03/04/2026"]) is None
    assert day_first_shown(["13/04/2026", "04/13/2026"]) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.50", "1234.5"), ("￥1.234,50", "1234.5"), ("¥12.5万", "125000"), ("(12.50)", "-12.5"),
        ("12.50-", "-12.5"),
        ("１２", "12"), ("-5", "-5"), ("−5", "-5"), ("$10,000.00 ", "10000"), ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1 234,56", "1234.56"), ("1'234.5", "1234.5"), ("0.125", "0.125"), ("0,125", "0.125"),
        ("12,5", "12.5"),
        ("6.71E-8", "0.0000000671"), ("CNY 5", "5"), ("5 USD", "5"), ("12元", "12"), ("-¥5", "-5"),
        ("+5", "5"), (".5", "0.5"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_written(text, value):
    assert parse_number(text, None) == Number(Decimal(value).quantize(Decimal("1e-12")))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NaN", "number_not_finite"), ("-inf", "number_not_finite"), ("#DIV/0!", "number_not_finite"),
        ("abc", "number_unreadable"), ("12%", "number_unreadable"), ("1,2,3", "number_unreadable"),
        ("1 2", "number_unreadable"),
        ("--5", "number_unreadable"), ("-(5)", "number_unreadable"), ("12,34,567.5", "number_unreadable"),
        ("1_000", "number_unreadable"), ("9" * 70, "number_unreadable"), ("1e400", "number_too_large"),
        ("1,234", "number_ambiguous"), ("1.234", "number_ambiguous"), ("-￥1,234", "number_ambiguous"),
    ],
)  # fmt: skip
def test_what_is_no_number_or_may_be_two_is_refused(text, code):
    why = parse_number(text, None)
    assert isinstance(why, Reason)
    assert why.code == code


def test_a_doubtful_number_follows_the_decimal_mark_of_its_column():
    assert parse_number("1,234", ".") == Number(Decimal(1234))
    assert parse_number("1,234", ",") == Number(Decimal("1.234"))
    assert parse_number("1.234", ".") == Number(Decimal("1.234"))
    assert parse_number("1.234", ",") == Number(Decimal(1234))
    assert mark_shown(["1,234", "7"]) == set()
    assert mark_shown(["1,234", "5,6"]) == {","}
    assert mark_shown(["1.234,5", "1,234.5"]) == {".", ","}


def test_digits_beyond_the_twelfth_decimal_are_rounded_and_told():
    assert parse_number("0.1234567890125", None) == Number(Decimal("0.123456789013"), rounded=True)
    assert parse_number("-0.0000000000005", None) == Number(Decimal("-0.000000000001"), rounded=True)
    assert parse_number("2.000000000000000", None) == Number(Decimal(2))


@given(st.decimals(-(10**17), 10**17, places=2, allow_nan=False))
def test_grouped_numbers_with_two_decimals_come_back_exactly(value):
    german = f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
    for text in (f"{value:,.2f}", german):
        assert parse_number(text, None) == Number(value)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_day_survives_every_way_of_writing_it(day):
    for form in (
        f"{day:%Y/%m/%d}",
        f"{day:%d.%m.%Y}",
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%d-%b-%Y}",
    ):
        assert parse_day(form, None) == day
    assert parse_day(f"{day:%d/%m/%Y}", True) == day
    assert parse_day(f"{day:%m/%d/%Y}", False) == day
