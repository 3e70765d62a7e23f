from datetime import date

import pytest

from proxeny.tabular.dates import DateFault, day_of_serial, order_shown, ordered, written_day


def read(text: str, day_first: bool | None = None):
    written = written_day(text)
    assert written is not None
    found = ordered(written, day_first)
    return found if isinstance(found, DateFault) else (written.year, *found)


def test_a_short_year_may_stand_first_and_is_not_guessed():
    assert read("26/01/05") is read("13/1/26") is read("5/5/26") is DateFault.AMBIGUOUS
    assert read("1/13/26") == (2026, 1, 13)
    assert read("13/1/26", True) == (2026, 1, 13)
    assert read("13/1/26", False) is DateFault.ORDER
    assert read("05.01.26") == read("5-Jan-26") == (2026, 1, 5)
    assert [order_shown(text) for text in ("13/1/26", "1/13/26", "13/1/2026")] == [None, False, True]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("2026-01-05", ""),
        ("2026. 1. 5", ""),
        ("20260105T233000Z", "233000Z"),
        ("2026年1月5号10:30", "10:30"),
        ("Jan 5, 2026 1:05 PM", "1:05 PM"),
    ],
)
def test_what_follows_a_day_is_kept_apart(text, rest):
    written = written_day(text)
    assert written is not None
    assert (written.year, written.month, written.day, written.rest) == (2026, 1, 5, rest)


@pytest.mark.parametrize("text", ["2026-1/5", "1/5-2026", "2026-01-05 soon", "5 Foo 2026", "2026-01", ""])
def test_what_does_not_begin_with_a_day_is_none(text):
    assert written_day(text) is None


def test_day_numbers_count_as_spreadsheets_do():
    assert day_of_serial(1) == date(1900, 1, 1)
    assert day_of_serial(59) == date(1900, 2, 28)
    assert day_of_serial(61) == date(1900, 3, 1)
    assert day_of_serial(46027) == day_of_serial(44565, from_1904=True) == date(2026, 1, 5)
