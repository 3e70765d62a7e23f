"""The axes of a chart: round steps upwards, and labels that never lie upon each other along the days."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.web.charts.months import WIDTHS, text_width, time_axis
from proxeny.web.charts.scale import scale_for, short, tick_labels


@given(low=st.floats(-1e12, 0), high=st.floats(0.01, 1e12))
def test_an_axis_holds_its_values_and_nought_in_few_even_steps(low: float, high: float) -> None:
    ticks = scale_for(low, high, 200).ticks
    steps = np.diff(ticks)
    hair = steps[0] * 1e-6
    assert ticks[0] <= low + hair
    assert ticks[-1] >= high - hair
    assert 2 <= len(ticks) <= 7
    assert np.allclose(steps, steps[0])
    assert min(abs(tick) for tick in ticks) < hair


@pytest.mark.parametrize(
    ("highest", "zh", "en"),
    [
        (
            38_000,
            ["0", "1\u00a0万", "2\u00a0万", "3\u00a0万", "4\u00a0万"],
            ["0", "10k", "20k", "30k", "40k"],
        ),
        (
            1.9e8,
            ["0", "0.5\u00a0亿", "1\u00a0亿", "1.5\u00a0亿", "2\u00a0亿"],
            ["0", "50M", "100M", "150M", "200M"],
        ),
        (3.2, ["0", "1", "2", "3", "4"], ["0", "1", "2", "3", "4"]),
    ],
)
def test_ticks_are_said_in_one_unit_as_each_language_counts(
    highest: float, zh: list[str], en: list[str]
) -> None:
    ticks = scale_for(0, highest, 200).ticks
    assert tick_labels(ticks, "zh") == zh
    assert tick_labels(ticks, "en") == en


def test_a_figure_at_a_glance_has_about_three_digits() -> None:
    assert [short(value, "zh") for value in (123_987, -4_567_890, 12.34)] == [
        "12.4\u00a0万",
        "−457\u00a0万",
        "12.3",
    ]
    assert [short(value, "en") for value in (123_987, -4_567_890, 12.34)] == ["124k", "−4.6M", "12.3"]


@given(
    first=st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    days=st.integers(7, 3660),
    language=st.sampled_from(["zh", "en"]),
)
def test_no_label_of_the_time_axis_lies_upon_another_at_any_width(
    first: date, days: int, language: str
) -> None:
    axis = time_axis(first, days, language)
    for ticks in (axis.fine, axis.coarse):
        for place, width in enumerate(WIDTHS):
            visible = {one.css for one in WIDTHS[: place + 1]}
            ends = 0.0
            for tick in (tick for tick in ticks if tick.text and tick.css in visible):
                long = text_width(tick.text)
                begins = width.pixels - long if tick.ends else tick.index * width.pixels / days
                assert begins >= ends
                ends = begins + long
            assert ends <= width.pixels + 1


def test_a_year_is_labelled_by_month_and_year_in_both_languages() -> None:
    english, chinese = time_axis(date(2025, 11, 22), 365, "en"), time_axis(date(2025, 11, 22), 365, "zh")
    assert [tick.text for tick in english.fine][:3] == ["Dec", "Jan", "Feb"]
    assert [tick.text for tick in chinese.fine][:3] == ["12\u00a0月", "1\u00a0月", "2\u00a0月"]
    assert (english.year, [tick.text for tick in english.coarse]) == ("2025", ["2026"])


@given(first=st.dates(date(2000, 1, 1), date(2060, 1, 1)), days=st.integers(7, 365))
def test_an_axis_over_new_year_says_both_years_however_narrow_the_drawing(first: date, days: int) -> None:
    last = first + timedelta(days=days - 1)
    for language in ("zh", "en"):
        axis = time_axis(first, days, language)
        said = " ".join([axis.year, *(tick.text for tick in axis.coarse if not tick.css)])
        assert str(first.year) in said
        assert str(last.year) in said


def test_a_small_chart_in_chinese_names_its_months() -> None:
    axis = time_axis(date(2026, 8, 24), 90, "zh")
    shown = [tick.text.replace("\u00a0", " ") for tick in axis.coarse if tick.text and not tick.css]
    assert shown == ["9 月", "10 月", "11 月"]
    assert axis.year == "2026\u00a0年"


def test_a_week_has_a_label_for_each_day() -> None:
    assert [tick.text for tick in time_axis(date(2026, 9, 28), 7, "zh").fine] == [
        "28",
        "29",
        "30",
        "1",
        "2",
        "3",
        "4",
    ]
