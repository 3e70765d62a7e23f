from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from proxeny.intake.tabular.cells import read_cell
from proxeny.intake.tabular.currencies import read_amount, read_currency
from proxeny.intake.tabular.dates import read_date, read_datetime
from proxeny.intake.tabular.fields import Field, Kind
from proxeny.intake.tabular.numbers import read_integer, read_number
from proxeny.intake.tabular.problems import CellError
from proxeny.intake.tabular.reading import Reading
from proxeny.intake.tabular.sayings import SAYINGS
from proxeny.intake.tabular.texts import read_boolean, read_email, read_phone, read_reference

SHANGHAI = Reading(zone=ZoneInfo("Asia/Shanghai"))


def code(read, *args, **named) -> str:
    with pytest.raises(CellError) as caught:
        read(*args, **named)
    return caught.value.code


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1 234,50", "1234.50"),
        ("1\u00a0234\u202f567,5", "1234567.5"),
        ("1'234.5", "1234.5"),
        ("1,234,567", "1234567"),
        ("0,123", "0.123"),
        ("1234,567", "1234.567"),
        ("１２３．５", "123.5"),
        ("12.5万", "125000"),
        ("1.2 亿", "120000000"),
        ("(12)", "-12"),
        ("12.50-", "-12.50"),
        ("−7", "-7"),
        ("+.5", "0.5"),
        ("1e-05", "0.00001"),
        ("00012", "12"),
    ],
)
def test_a_number_is_read_as_people_write_it(text, number):
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1,234", "number_ambiguous"),
        ("1.234", "number_ambiguous"),
        ("12,34,567", "number_grouping"),
        ("1,23.4", "number_grouping"),
        ("1,234.5.6", "number_grouping"),
        ("NaN", "not_finite"),
        ("-Infinity", "not_finite"),
        ("9" * 29, "number_too_long"),
        ("1e99", "number_too_long"),
        ("12²", "not_a_number"),
        ("--1", "not_a_number"),
        ("5%", "not_a_number"),
        (".", "not_a_number"),
        ("1 2", "number_grouping"),
        ("twelve", "not_a_number"),
    ],
)
def test_a_number_that_is_none_or_two_is_refused(text, reason):
    assert code(read_number, text) == reason


def test_a_settled_decimal_mark_decides_and_a_contradiction_is_refused():
    assert read_number("1,234", ".") == 1234
    assert read_number("1,234", ",") == Decimal("1.234")
    assert code(read_number, "1,5", ".") == "number_mark"
    assert code(read_integer, "1.5") == "not_whole"


@pytest.mark.parametrize(
    ("text", "value", "currencies"),
    [
        ("￥1.234,50", "1234.50", {"CNY", "JPY"}),
        ("CNY 12", "12", {"CNY"}),
        ("12.5万元", "125000", {"CNY"}),
        ("-$3.20", "-3.20", {"USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MXN"}),
        ("$-3.20", "-3.20", {"USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MXN"}),
        ("(12,50 €)", "-12.50", {"EUR"}),
        ("HK$12.50", "12.50", {"HKD"}),
        ("¥1,234.50 CNY", "1234.50", {"CNY"}),
        ("12", "12", set()),
    ],
)
def test_an_amount_says_which_currencies_it_may_be_in(text, value, currencies):
    amount = read_amount(text)
    assert (amount.value, amount.currencies) == (Decimal(value), currencies)


def test_an_amount_of_no_currency_or_of_two_is_refused():
    assert code(read_amount, "12 apples") == "currency_unknown"
    assert code(read_amount, "€12 USD") == "currency_unknown"
    assert code(read_amount, "1.23E+08") == "shortened_number"
    assert read_currency("人民币") == read_currency("rmb") == "CNY"
    assert code(read_currency, "￥") == "currency_ambiguous"


@given(
    st.decimals(min_value=-(10**12), max_value=10**12, places=2),
    st.sampled_from([("en_US", "."), ("de_DE", ","), ("fr_FR", ",")]),
)
def test_reading_inverts_formatting_in_three_locales(number, place):
    locale, mark = place
    assert read_amount(format_decimal(number, format="#,##0.00", locale=locale), mark).value == number
    assert read_amount(format_decimal(number, format="#,##0.00", locale=locale)).value == number


@pytest.mark.parametrize(
    "cell",
    [
        "2026-01-05",
        "2026/1/5",
        "5.1.2026",
        "20260105",
        "2026年1月5日",
        "２０２６－０１－０５",
        "2026-01-05T08:30:00",
        "2026-01-04T16:00:00Z",
        "5 Jan 2026",
        "January 5, 2026",
        "2026-01-05 23:59:59.999+08:00",
        Decimal(46027),
        "46027",
        Decimal(20260105),
        date(2026, 1, 5),
        datetime(2026, 1, 5, 9),
    ],
)
def test_a_day_is_read_as_people_and_programs_write_it(cell):
    assert read_date(cell, SHANGHAI) == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("03/04/2026", "date_ambiguous"),
        ("2026-02-30", "no_such_day"),
        ("2026-13-01", "no_such_day"),
        ("5/1/26", "two_digit_year"),
        ("1826-01-05", "date_out_of_range"),
        ("2026-01", "not_a_date"),
        ("soon", "not_a_date"),
        (Decimal(1767571200000), "not_a_date"),
        (Decimal("NaN"), "not_a_date"),
        (True, "not_a_date"),
    ],
)
def test_a_day_that_is_none_or_two_is_refused(cell, reason):
    assert code(read_date, cell, SHANGHAI) == reason


def test_the_order_of_day_and_month_is_taken_from_a_person_or_from_the_cell_itself():
    assert read_date("03/04/2026", Reading(day_first=True)) == date(2026, 4, 3)
    assert read_date("03/04/2026", Reading(day_first=False)) == date(2026, 3, 4)
    assert read_date("04/04/2026", Reading()) == date(2026, 4, 4)
    assert read_date("13/04/2026", Reading()) == date(2026, 4, 13)
    assert code(read_date, "13/04/2026", Reading(day_first=False)) == "date_order"


def test_a_time_without_an_offset_is_the_zones_and_needs_one():
    assert read_datetime("2026-01-05 08:30", SHANGHAI) == datetime(2026, 1, 5, 0, 30, tzinfo=UTC)
    assert read_datetime("1/13/2026 1:05 PM", SHANGHAI) == datetime(2026, 1, 13, 5, 5, tzinfo=UTC)
    assert code(read_datetime, "2026-01-05 08:30", Reading()) == "zone_missing"
    assert code(read_date, "2026-01-05T08:30Z", Reading()) == "zone_missing"


def test_bare_day_numbers_follow_the_files_epoch():
    assert read_date(Decimal(44565), Reading(days_from_1904=True)) == date(2026, 1, 5)


def test_yes_and_no_are_known_in_both_languages():
    assert all(read_boolean(cell) for cell in ("是", "Yes", "TRUE", "1", "√", "允许", True, Decimal(1)))
    assert not any(read_boolean(cell) for cell in ("否", "no", "False", "0", "×", "无", False, Decimal(0)))
    assert code(read_boolean, "maybe") == "not_yes_or_no"


def test_a_reference_keeps_its_zeros_and_is_not_taken_from_a_shortened_number():
    assert read_reference("００123") == "00123"
    assert read_reference(Decimal(10023)) == "10023"
    assert code(read_reference, "1.23457E+11") == "shortened_number"
    assert code(read_reference, Decimal(6222021234567890000)) == "shortened_number"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("138 0013 8000", "13800138000"),
        ("+86-10-8888 8888 转 123", "+861088888888;ext=123"),
        ("(010) 88888888-801", "01088888888;ext=801"),
        ("0086 138-0013-8000", "+8613800138000"),
        ("+1 (212) 555-0123 x45", "+12125550123;ext=45"),
    ],
)
def test_a_phone_number_is_its_digits(text, number):
    assert read_phone(text) == number


def test_what_is_no_phone_or_mail_address_is_refused():
    assert code(read_phone, "13800138000/13900139000") == "not_a_phone"
    assert code(read_phone, "ask Li") == "not_a_phone"
    assert read_email("Li.Wei＠Example.COM") == "Li.Wei@example.com"
    assert read_email("王@例子.公司") == "王@例子.公司"
    for text in ("li.wei", "a@b", "a b@c.de", "a@b..de", "a@c.de, d@e.fg"):
        assert code(read_email, text) == "not_an_email"


def test_a_choice_is_known_by_any_of_its_words():
    level = Field("level", Kind.CHOICE, choices={"key": ("重点", "Key account"), "small": ("小客户",)})
    assert read_cell("ＫＥＹ－account ", level, Reading()) == "key"
    assert read_cell("小客户", level, Reading()) == "small"
    with pytest.raises(CellError) as caught:
        read_cell("huge", level, Reading())
    assert caught.value.params["allowed"] == "key (重点), small (小客户)"


def test_empty_errors_and_too_long_are_told_apart():
    name = Field("name", required=True, max_length=3)
    assert code(read_cell, " \u3000", name, Reading()) == "required"
    assert code(read_cell, "#N/A", name, Reading()) == "excel_error"
    assert code(read_cell, "four", name, Reading()) == "too_long"
    assert read_cell("", Field("note"), Reading()) is None


ANY_CELL = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="0123456789.,-+()￥$€年月日/: eE万亿TZ'％", max_size=20),
    st.decimals(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
)


@given(ANY_CELL, st.sampled_from(Kind), st.sampled_from([None, ".", ","]))
def test_any_cell_is_read_or_refused_with_a_reason(cell, kind, mark):
    reasons: list[str] = []
    try:
        read_cell(cell, Field("x", kind, choices={"a": ("b",)}), Reading(zone=UTC, decimal_mark=mark))
    except CellError as error:
        reasons.append(error.code)
    assert set(reasons) <= set(SAYINGS)
