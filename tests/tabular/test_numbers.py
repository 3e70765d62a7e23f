from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.tabular.numbers import NumberFault, mark_shown, read_number, without_currency


@given(st.decimals(allow_nan=False, allow_infinity=False, places=40, min_value=0, max_value=10**20))
def test_no_digit_is_ever_rounded_away(number):
    assert read_number(f"{number:f}") == number
    assert read_number(f"-{number:f}万") == Decimal(f"-{number:f}e4")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("1_000", NumberFault.NOT_A_NUMBER),
        ("12²", NumberFault.NOT_A_NUMBER),
        ("+-5", NumberFault.NOT_A_NUMBER),
        ("+(5)", NumberFault.NOT_A_NUMBER),
        ("9 9,000", NumberFault.GROUPING),
        ("1 234,5 6", NumberFault.GROUPING),
        ("1,234万", NumberFault.AMBIGUOUS),
    ],
)
def test_what_is_no_number_says_why(text, fault):
    assert read_number(text) is fault


def test_a_currency_is_taken_from_the_ends_and_never_from_within():
    assert without_currency("-¥12.5万元") == ("-12.5万", ["¥", "元"])
    assert without_currency("1.234,50 EUR-") == ("1.234,50-", ["EUR"])
    assert without_currency("5€50") == ("5€50", [])
    assert read_number("5€50") is NumberFault.NOT_A_NUMBER


def test_only_a_number_that_can_be_read_shows_its_decimal_mark():
    assert [mark_shown(text) for text in ("5,6", "1.234,5", "1,234,567", "6.7e-8")] == [",", ",", ".", "."]
    assert [mark_shown(text) for text in ("1,234", "7", "1,23.4", "5.6 kg")] == [None] * 4
