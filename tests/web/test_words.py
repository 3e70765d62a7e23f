from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.template import defaultfilters
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from proxeny.core import clock, words
from proxeny.core.money import Money
from proxeny.core.sentences import Sentence
from proxeny.web.templatetags import words as filters

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def yuan(amount: str) -> Money:
    return Money.of(amount, "CNY")


@pytest.mark.parametrize(
    ("amount", "chinese", "english"),
    [
        ("0", "¥0", "¥0"),
        ("4.56", "¥4.56", "¥4.56"),
        ("6600", "¥6,600", "¥6,600"),
        ("9999.6", "¥1 万", "¥10k"),
        ("123456", "¥12.3 万", "¥123k"),
        ("860000", "¥86 万", "¥860k"),
        ("999600", "¥100 万", "¥1M"),
        ("99995000", "¥1 亿", "¥100M"),
        ("210000000", "¥2.1 亿", "¥210M"),
        ("2100000000", "¥21 亿", "¥2.1bn"),
        ("1600000000000", "¥1.6 万亿", "¥1.6tn"),
        ("-66000", "−¥6.6 万", "−¥66k"),
    ],
)
def test_money_is_said_at_a_glance_in_each_language(amount: str, chinese: str, english: str) -> None:
    assert words.compact(yuan(amount), "zh").replace("\u00a0", " ") == chinese
    assert words.compact(yuan(amount), "en") == english


@given(st.integers(-(10**15), 10**15), st.sampled_from(["CNY", "USD", "JPY", "KWD"]))
def test_exact_money_can_be_read_back_to_its_last_minor_unit(minor: int, currency: str) -> None:
    written = words.exact(Money(minor, currency), "zh").replace("−", "-")
    digits = "".join(char for char in written if char.isdigit() or char in "-.")
    assert Decimal(digits) == Money(minor, currency).amount


@given(st.decimals(0, 10**12, places=2), st.sampled_from(["zh", "en"]))
def test_a_glance_is_never_off_by_more_than_a_twentieth(amount: Decimal, language: words.Language) -> None:
    written = (
        words.compact(Money.of(amount, "CNY"), language)
        .removeprefix("¥")
        .replace("\u00a0", "")
        .replace(",", "")
    )
    units = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "tn": 10**12, "bn": 10**9, "M": 10**6, "k": 10**3}
    unit = next((unit for unit in units if written.endswith(unit)), "")
    read = Decimal(written.removesuffix(unit)) * units.get(unit, 1)
    assert abs(read - amount) <= max(amount / 20, Decimal("0.5"))


def test_the_renminbi_and_the_yen_are_never_taken_for_each_other() -> None:
    for language in ("zh", "en"):
        assert words.symbol("CNY", language) == "¥"
        assert words.symbol("JPY", language) == "JP¥"


def test_a_day_names_its_year_only_when_it_is_another() -> None:
    assert words.day(TODAY, "zh", today=TODAY).replace("\u00a0", " ") == "11 月 22 日 周日"
    assert words.day(TODAY, "en", today=TODAY).replace("\u00a0", " ") == "Sun 22 Nov"
    assert words.day(date(2025, 1, 2), "en", today=TODAY).replace("\u00a0", " ") == "Thu 2 Jan 2025"
    assert (
        words.day(date(2025, 1, 2), "zh", today=TODAY).replace("\u00a0", " ").startswith("2025 年 1 月 2 日")
    )


@pytest.mark.parametrize(
    ("first", "last", "chinese", "english"),
    [
        (date(2026, 11, 3), date(2026, 11, 7), "11 月 3 日 – 7 日", "3–7 Nov"),
        (date(2026, 10, 3), date(2026, 11, 7), "10 月 3 日 – 11 月 7 日", "3 Oct – 7 Nov"),
        (
            date(2025, 12, 3),
            date(2026, 1, 7),
            "2025 年 12 月 3 日 – 2026 年 1 月 7 日",
            "3 Dec 2025 – 7 Jan 2026",
        ),
        (date(2025, 10, 3), date(2025, 11, 7), "2025 年 10 月 3 日 – 11 月 7 日", "3 Oct – 7 Nov 2025"),
    ],
)
def test_a_span_says_nothing_twice(first: date, last: date, chinese: str, english: str) -> None:
    assert words.span(first, last, "zh", today=TODAY).replace("\u00a0", " ") == chinese
    assert words.span(first, last, "en", today=TODAY).replace("\u00a0", " ") == english


@pytest.mark.parametrize(
    ("distance", "chinese", "english"),
    [
        (timedelta(seconds=20), "刚刚", "just now"),
        (timedelta(minutes=1), "1 分钟前", "1 minute ago"),
        (timedelta(hours=3), "3 小时前", "3 hours ago"),
        (timedelta(hours=20), "昨天", "yesterday"),
        (timedelta(days=3), "3 天前", "3 days ago"),
        (-timedelta(days=1), "明天", "tomorrow"),
        (-timedelta(days=5), "5 天后", "in 5 days"),
        (timedelta(days=40), "10 月 13 日", "13 Oct"),
    ],
)
def test_how_long_ago_is_said_as_people_say_it(distance: timedelta, chinese: str, english: str) -> None:
    assert words.ago(NOON - distance, "zh", now=NOON).replace("\u00a0", " ") == chinese
    assert words.ago(NOON - distance, "en", now=NOON).replace("\u00a0", " ") == english


def test_the_day_is_counted_in_the_readers_zone() -> None:
    late = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    in_shanghai = NOON.astimezone(filters.timezone.get_default_timezone())
    assert words.ago(late, "zh", now=in_shanghai).replace("\u00a0", " ") == "12 小时前"


def test_a_length_and_a_share_keep_their_unit_beside_them() -> None:
    assert words.duration(timedelta(hours=41), "zh") == "41\u00a0小时"
    assert words.duration(timedelta(days=1, hours=1), "en") == "25\u00a0hours"
    assert words.duration(timedelta(days=5), "en") == "5\u00a0days"
    assert words.share(-0.384, "zh") == "−38\u00a0%"
    assert words.share(0.12, "en", signed=True) == "+12%"
    assert words.share(0.035, "en") == "3.5%"


def test_values_inside_a_sentence_are_written_in_its_language() -> None:
    sentence = Sentence(
        "%(amount)s %(day)s %(part)s %(count)s %(length)s",
        {
            "amount": {"type": "money", "amount": 12_400_000, "currency": "CNY"},
            "day": {"type": "date", "date": "2019-11-03"},
            "part": {"type": "share", "value": 0.38},
            "count": {"type": "number", "value": 1234.5, "unit": "GB"},
            "length": {"type": "days", "value": 120},
        },
    )
    assert sentence.in_language("en").replace("\u00a0", " ") == "¥124k 3 Nov 2019 38% 1,234.5 GB 120 days"
    assert (
        sentence.in_language("zh").replace("\u00a0", " ")
        == "¥12.4 万 2019 年 11 月 3 日 38 % 1,234.5 GB 120 天"
    )


@pytest.mark.parametrize(
    ("names", "chinese", "english"),
    [
        ([], "", ""),
        (["A"], "A", "A"),
        (["A", "B"], "A、B", "A and B"),
        (["A", "B", "C"], "A、B、C", "A, B and C"),
    ],
)
def test_names_in_a_row_are_joined_as_each_language_does(
    names: list[str], chinese: str, english: str
) -> None:
    assert words.listed(names, "zh") == chinese
    assert words.listed(names, "en") == english


def test_a_figure_and_its_unit_stay_on_one_line_and_less_than_nought_has_a_proper_minus() -> None:
    assert words.measured(-1234.5, "GB", "en") == "−1,234.5\u00a0GB"
    assert words.measured(7, "", "zh") == "7"


def test_hovering_tells_the_moment_in_the_readers_zone() -> None:
    moment = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    with clock.on(TODAY), translation.override("en"):
        assert filters.moment(moment).replace("\u00a0", " ").startswith("Sun 22 Nov 07:30 (UTC+08:00")
        with timezone.override(ZoneInfo("Europe/Berlin")):
            there = filters.when(moment).replace("\u00a0", " ")
    assert "Sun 22 Nov 00:30 (" in there
    assert "UTC+01:00)" in there


def test_what_is_missing_is_a_dash_and_never_an_error() -> None:
    for name in (
        "money",
        "money_text",
        "money_exact",
        "number",
        "share",
        "change",
        "day",
        "day_text",
        "when",
        "moment",
        "duration",
    ):
        assert getattr(filters, name)(None) == "—"


def test_no_filter_takes_the_place_of_one_of_djangos() -> None:
    assert not set(filters.register.filters) & set(defaultfilters.register.filters)


def test_a_filter_shows_the_glance_and_keeps_the_exact_on_hover() -> None:
    with translation.override("en"):
        shown = filters.money(yuan("124000.50"))
        assert "¥124k" in shown
        assert 'title="¥124,000.50"' in shown
        assert 'datetime="2026-11-22"' in filters.day(TODAY)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("张小雨", "小雨"),
        ("李工", "李工"),
        ("欧阳文静", "文静"),
        ("Alex Wang", "AW"),
        ("Plato", "P"),
        (" ", "?"),
    ],
)
def test_a_round_shows_what_colleagues_call_one_another(name: str, shown: str) -> None:
    assert filters.initial(name) == shown


def test_a_moment_falls_on_the_same_day_for_everybody_whatever_their_zone() -> None:
    early = datetime(2026, 11, 22, 1, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    with clock.on(TODAY), timezone.override("America/Los_Angeles"), translation.override("en"):
        assert "2026-11-22" in filters.day(early)
        assert "22" in filters.day_text(early)
        assert "21" in filters.moment(early)
