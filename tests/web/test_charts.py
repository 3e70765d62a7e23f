import csv
import io
import itertools
import re
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from proxeny.analytics.daytypes import DayType
from proxeny.web.charts import export, table
from proxeny.web.charts.consumption import drawn, page_height
from proxeny.web.charts.geometry import line, ribbon
from proxeny.web.charts.model import Bracket, EventRow, Mark, Stretch, Strip, smoothed
from proxeny.web.charts.paper import printed
from proxeny.web.charts.readout import readouts
from proxeny.web.charts.scale import scale_for
from proxeny.web.charts.sparkline import sparkline
from proxeny.web.charts.usual import usual_range

FIRST = date(2026, 1, 5)
SVG = "{http://www.w3.org/2000/svg}"


def strip_of(values: list[float] | np.ndarray, **more: Any) -> Strip:
    figures = np.array(values, dtype=np.float64)
    given = {
        "key": "c",
        "title": "鲁班建材",
        "summary": "It keeps to its rhythm.",
        "unit": "¥",
        "today": FIRST + timedelta(days=len(figures) - 1),
        "language": "en",
        "is_money": True,
    }
    return Strip(first=FIRST, values=figures, smooth=smoothed(figures), **{**given, **more})


def parsed(markup: str) -> ET.Element:
    return ET.fromstring(markup)


def texts(markup: str) -> list[str]:
    return [node.text or "" for node in parsed(markup).iter() if node.tag.endswith("text")]


def test_a_day_without_record_breaks_the_line_and_is_not_nought() -> None:
    assert line(np.array([1.0, 2, np.nan, 4, 5]), 1.0) == "M0.5 1l1 1M3.5 4l1 1"


def test_a_lone_day_between_gaps_is_still_drawn() -> None:
    assert line(np.array([np.nan, 3.0, np.nan]), 1.0) == "M1.5 3h0"


@given(st.lists(st.floats(0, 200), min_size=2, max_size=400))
def test_rounding_does_not_add_up_along_a_line(depths: list[float]) -> None:
    steps = re.findall(
        r"1 ?(-?[\d.e+-]+)(?= |$)", line(np.array(depths), 1.0, 2).split("l")[1].replace("1-", "1 -")
    )
    start = float(line(np.array(depths), 1.0, 2).split("l")[0].split()[1])
    assert start + sum(map(float, steps)) == pytest.approx(round(depths[-1] * 2), abs=0.51)


def test_the_rhythm_is_drawn_only_where_it_is_known() -> None:
    high, low = np.array([1.0, 1, np.nan, 1, 1]), np.array([3.0, 3, 3, 3, 3])
    assert ribbon(high, low, 1.0) == "M0.5 1l1 0v2l-1 0zM3.5 1l1 0v2l-1 0z"


def test_the_mean_of_seven_days_does_not_invent_what_is_not_known() -> None:
    values = np.array([7.0] * 10 + [np.nan] * 10 + [14.0] * 10)
    smooth = smoothed(values)
    assert np.isnan(smooth[:3]).all()
    assert smooth[9] == pytest.approx(7)
    assert np.isnan(smooth[10:23]).all()
    assert smooth[-1] == pytest.approx(14)


def test_what_is_usual_knows_the_weekday_and_expects_nothing_of_a_holiday() -> None:
    weeks = np.tile([10.0, 10, 10, 10, 10, 2, 2], 12)
    types = np.tile([DayType.WORK] * 5 + [DayType.REST] * 2, 12)
    types[77] = DayType.HOLIDAY
    low, high = usual_range(FIRST, weeks, types)
    assert np.isnan(low[:28]).all()
    assert (low[78], high[78]) == (10, 10)
    assert (low[82], high[82]) == (2, 2)
    assert np.isnan(low[77])


def test_what_is_usual_stays_as_it_was_before_a_swing() -> None:
    values = np.concatenate([np.full(84, 10.0), np.full(84, 4.0)])
    types = np.full(168, DayType.WORK)
    _low, moving = usual_range(FIRST, values, types)
    _low, frozen = usual_range(FIRST, values, types, FIRST + timedelta(days=84))
    assert moving[-1] == 4
    assert frozen[-1] == 10


def full_strip(**more: Any) -> Strip:
    values = np.full(200, 5.0)
    values[60:90] = np.nan
    marks = (
        Mark(FIRST + timedelta(days=30), "印", "周雨: <doubtful>", by_a_person=True),
        Mark(FIRST + timedelta(days=999), "印", "later"),
    )
    return strip_of(
        values,
        low=values * 0.9,
        high=values * 1.1,
        holidays=[Stretch(FIRST + timedelta(days=40), FIRST + timedelta(days=47), "Spring Festival")],
        workdays=[FIRST + timedelta(days=48)],
        swings=[Bracket(FIRST + timedelta(days=150), "−38%, ¥66k a month", "fell & stayed")],
        rows=[EventRow("Judged", marks)],
        **more,
    )


def test_the_chart_says_in_words_what_it_shows() -> None:
    root = parsed(drawn(full_strip(title="A & B <C>")))
    assert root.get("role") == "img"
    named = {node.get("id"): node.text for node in root if node.tag in {"title", "desc"}}
    assert [named[part] for part in (root.get("aria-labelledby") or "").split()] == [
        "A & B <C>",
        "It keeps to its rhythm.",
    ]


def test_holidays_gaps_swings_make_up_days_and_marks_are_in_the_picture() -> None:
    with translation.override("en"):
        markup = drawn(full_strip())
    assert {"no record", "▴", "印", "Judged", "−38%, ¥66k a month"} <= set(texts(markup))
    assert "Spring Festival 2026-02-14 – 2026-02-21" in markup
    assert "fell &amp; stayed" in markup
    assert markup.count("印") == 1


def test_only_a_person_s_mark_is_vermilion() -> None:
    strip = strip_of(
        [1.0] * 30,
        rows=[
            EventRow("Swings", (Mark(FIRST, "▼", "fell"),)),
            EventRow("Judged", (Mark(FIRST, "印", "x", True),)),
        ],
    )
    judged = [node for node in parsed(drawn(strip)).iter() if "chart-judged" in (node.get("class") or "")]
    assert [node.text for node in judged] == ["印"]


def test_marks_too_near_to_be_told_apart_become_one_that_names_them_all() -> None:
    marks = tuple(Mark(FIRST + timedelta(days=day), "·", f"import {day}") for day in (100, 101, 102))
    markup = drawn(strip_of([1.0] * 400, rows=[EventRow("Imports", marks)]))
    assert texts(markup).count("·") == 1
    assert all(f"import {day}" in markup for day in (100, 101, 102))


@pytest.mark.parametrize("make", [drawn, printed])
def test_no_style_or_script_stands_in_the_picture(make: Any) -> None:
    root = parsed(make(full_strip()))
    assert not [
        node.tag for node in root.iter() if node.tag.removeprefix(SVG) in {"style", "script", "foreignObject"}
    ]
    assert not [
        name for node in root.iter() for name in node.attrib if name == "style" or name.startswith("on")
    ]


def test_a_picture_for_a_file_needs_no_style_sheet_and_nothing_from_elsewhere() -> None:
    markup = printed(full_strip())
    root = parsed(markup)
    assert not [node.get("class") for node in root.iter() if node.get("class")]
    assert not [
        name for node in root.iter() for name in node.attrib if name.endswith("href") or name == "src"
    ]
    assert set(re.findall(r"url\((.)", markup)) == {"#"}
    assert markup.count("http") == 1, "the name space of SVG, and no address"
    assert "PingFang SC" in (root.get("font-family") or "")
    assert {node.get("fill") for node in root.iter() if node.text == "印"} == {"#c8372d"}


def test_a_picture_for_a_file_has_its_legend_in_words() -> None:
    with translation.override("en"):
        said = texts(printed(full_strip()))
    assert {"each day", "mean of 7 days", "its own rhythm", "holiday", "worked in exchange"} <= set(said)


def test_a_picture_for_a_file_shows_the_figures_of_the_csv() -> None:
    values = 1000 + 300 * np.sin(np.arange(120) / 5)
    strip = strip_of(values)
    with translation.override("en"):
        rows = list(csv.reader(io.StringIO(export.as_csv(strip).removeprefix("\ufeff"))))[1:]
    written = [float(row[1]) for row in rows]
    paths = [node.get("d") or "" for node in parsed(printed(strip)).iter() if node.tag.endswith("path")]
    daily = next(path for path in paths if path.count("l") == 1 and len(path) > 300)
    top = scale_for(min(values), max(values), 200).ticks[-1]
    seen = [(1 - depth / 200) * top for depth in depths_of(daily)]
    assert seen == pytest.approx(written, abs=2 * top / 200)


def depths_of(path: str) -> list[float]:
    """How far down a path is at each of its points: the first is absolute, the others are steps."""
    start, _, steps = path.partition("l")
    pairs = [float(found) for found in re.findall(r"-?\d+\.?\d*(?:e-?\d+)?", steps)]
    return list(itertools.accumulate(pairs[1::2], initial=float(start.split()[1])))


def test_the_place_kept_for_a_chart_is_as_high_as_the_chart() -> None:
    strip = full_strip()
    assert parsed(drawn(strip)).get("height") == str(page_height(len(strip.swings), len(strip.rows)))


def test_a_make_up_day_beside_a_holiday_is_not_hatched_but_marked() -> None:
    holiday = Stretch(FIRST + timedelta(days=10), FIRST + timedelta(days=12), "Spring Festival")
    strip = strip_of([1.0] * 40, holidays=[holiday], workdays=[FIRST + timedelta(days=13)])
    root = parsed(printed(strip))
    hatched = [
        node for node in root.iter() if node.get("fill") == "url(#c-holiday)" and node.get("height") == "200"
    ]
    [mark] = [node for node in root.iter() if node.text == "▴" and node.get("text-anchor") == "middle"]
    [(begin, width)] = [(float(node.get("x") or 0), float(node.get("width") or 0)) for node in hatched]
    assert begin + width < float(mark.get("x") or 0)
    assert width == pytest.approx(3 * 880 / 40, abs=0.1)


@pytest.mark.parametrize("values", [[float("nan")] * 30, [0.0] * 30, [-5.0] * 30, [1.0] * 7])
def test_a_chart_of_little_or_strange_data_is_still_a_picture(values: list[float]) -> None:
    assert "nan" not in drawn(strip_of(values))
    assert "inf" not in printed(strip_of(values))


def test_two_years_on_a_page_weigh_less_than_forty_kilobytes() -> None:
    rng = np.random.default_rng(1)
    values = 1e4 * np.exp(rng.normal(0, 0.3, 730))
    assert len(drawn(strip_of(values, low=values * 0.8, high=values * 1.2))) < 40_000


def test_the_table_adds_up_to_what_is_drawn_and_counts_what_is_missing() -> None:
    values = np.arange(100.0)
    values[10:15] = np.nan
    lines = table.lines(
        strip_of(values, rows=[EventRow("x", (Mark(FIRST + timedelta(days=8), "·", "an import"),))])
    )
    assert sum(one.total or 0 for one in lines) == np.nansum(values)
    assert sum(one.missing for one in lines) == 5
    assert [one.words for one in lines if one.words] == [("an import",)]
    assert all(one.first.weekday() == 0 for one in lines)


def test_a_week_of_which_nothing_is_known_has_no_sum() -> None:
    lines = table.lines(strip_of([1.0] * 7 + [float("nan")] * 7))
    assert [one.total for one in lines] == [None, 7.0]


def test_the_crosshair_says_the_day_its_figure_and_what_day_it_was() -> None:
    with translation.override("en"):
        said = readouts(full_strip())
    assert said[0] == "Mon 5\u00a0Jan · ¥5 · usually 4.5 to 5.5"
    assert said[42].endswith("Spring Festival")
    assert "no record" in said[60]
    assert "周雨: <doubtful>" in said[30]


def test_the_csv_has_every_day_and_an_empty_cell_where_nothing_is_known() -> None:
    with translation.override("en"):
        rows = export.as_csv(full_strip(unit="=cmd")).removeprefix("\ufeff").split("\r\n")
    assert rows[0].startswith("day,'=cmd,")
    assert rows[1].startswith("2026-01-05,5.00,")
    assert rows[61].startswith("2026-03-06,,")
    assert len(rows) == 202


def test_a_sparkline_is_hidden_from_those_who_read_its_words_instead() -> None:
    markup = sparkline(np.arange(90.0), "risen & <rising>")
    svg, words = markup.split("</svg>")
    assert 'aria-hidden="true"' in svg
    assert words == '<span class="sr">risen &amp; &lt;rising&gt;</span>'
    assert "<svg" not in sparkline(np.full(90, np.nan), "nothing")
