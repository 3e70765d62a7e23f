from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from proxeny.core import clock
from proxeny.intake.models import Batch
from proxeny.web.accounts.consumption import History, Measure
from proxeny.web.accounts.wanted import LEAST_DAYS, wanted
from proxeny.web.accounts.zooming import closer, looks, moved, wider
from tests.cast import TODAY, Cast, SignIn, make_account
from tests.web.accounts.asking import YESTERDAY, read
from tests.web.accounts.consumed import consume

CHART = "account-consumption"
ALL = Measure("CNY", None, "CNY")


def fragment(client: Client, cast: Cast, **asked: str) -> tuple[str, str]:
    """The chart as htmx gets it, and the address it puts into the bar."""
    address = reverse(CHART, args=[cast.luban.pk])
    answer = client.get(address, asked, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    return answer.content.decode(), answer.headers.get("HX-Replace-Url", "")


def history(days: int = 800) -> History:
    return History(YESTERDAY - timedelta(days=days - 1), YESTERDAY, (ALL,), ())


def test_the_page_keeps_a_place_for_the_chart_and_does_not_draw_it(
    on_the_day: SignIn, consumed: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def must_not_be_called(*_given: object) -> str:
        raise AssertionError("the page of a customer has drawn its chart")

    monkeypatch.setattr("proxeny.web.accounts.charting.strip", must_not_be_called)
    page = read(on_the_day("zhou"), "account", consumed.luban, span="90")
    assert 'hx-trigger="revealed"' in page
    assert f'href="{reverse(CHART, args=[consumed.luban.pk])}?span=90"' in page
    assert "charts/consumption.js" not in page


def test_the_place_is_as_high_as_the_chart_that_comes(on_the_day: SignIn, consumed: Cast) -> None:
    client = on_the_day("he")
    place = read(client, "account", consumed.luban).split('class="chart-place"')[1].split('height="')[1]
    drawn = fragment(client, consumed)[0].split('<svg class="chart"')[1].split('height="')[1]
    assert place.split('"')[0] == drawn.split('"')[0]


def test_the_chart_shows_the_gap_the_swing_and_the_judgement(on_the_day: SignIn, consumed: Cast) -> None:
    chart, _address = fragment(on_the_day("zhou"), consumed)
    assert "no record" in chart
    assert "−38%, ¥66k a month" in chart
    assert "chart-judged" in chart
    assert "charts/consumption.js" in chart


def test_without_htmx_the_chart_is_a_page_of_its_own(on_the_day: SignIn, consumed: Cast) -> None:
    page = read(on_the_day("zhou"), CHART, consumed.luban, span="90")
    assert page.startswith("<!doctype html>")
    assert 'data-days="90"' in page


def test_the_address_of_a_look_shows_the_same_days_again(on_the_day: SignIn, consumed: Cast) -> None:
    client = on_the_day("zhou")
    _chart, address = fragment(client, consumed, first="2026-09-01", last="2026-10-15", span="730")
    assert urlsplit(address).path == reverse("account", args=[consumed.luban.pk])
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    again, same = fragment(client, consumed, **asked)
    assert same == address
    assert 'data-first="2026-09-01"' in again
    assert 'data-days="45"' in again
    assert "span=730" in again.split('data-look="back"')[1].split(">")[0]


def test_on_its_own_page_the_address_stays_that_of_the_page(on_the_day: SignIn, consumed: Cast) -> None:
    own = reverse(CHART, args=[consumed.luban.pk])
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{own}"}
    answer = on_the_day("zhou").get(own, {"span": "90"}, headers=headers)
    assert answer.headers["HX-Replace-Url"].startswith(f"{own}?")


@given(st.integers(0, 790), st.integers(1, 790))
def test_looks_stay_within_what_is_on_record_and_lead_back_and_forth(begun: int, days: int) -> None:
    known = history()
    first = known.first + timedelta(days=min(begun, 800 - LEAST_DAYS))
    last = min(first + timedelta(days=days), known.last)
    shown = wanted(known, {"first": f"{first}", "last": f"{last}"}, TODAY)
    for look in looks(shown):
        if look.days:
            assert known.first <= look.days[0] <= look.days[1] <= known.last
            assert (look.days[1] - look.days[0]).days + 1 >= LEAST_DAYS
    near, far = closer(shown), wider(shown)
    assert near is None or (near[1] - near[0]).days + 1 < shown.days
    assert far is None or (far[1] - far[0]).days + 1 > shown.days


def test_at_either_end_there_is_nothing_further() -> None:
    known = history()
    year = wanted(known, {}, TODAY)
    assert moved(year, 1) is None
    assert (earlier := moved(year, -1)) is not None
    assert (earlier[1] - earlier[0]).days == 364
    assert wider(wanted(known, {"span": "all"}, TODAY)) is None
    week = {"first": f"{YESTERDAY - timedelta(days=6)}", "last": f"{YESTERDAY}"}
    assert closer(wanted(known, week, TODAY)) is None


def test_a_customer_without_any_record_is_told_so_everywhere(on_the_day: SignIn, vendor: Cast) -> None:
    client = on_the_day("zhou")
    for route in ("account", CHART):
        assert "No consumption is on record." in read(client, route, vendor.luban)
    for route in ("account-consumption-picture", "account-consumption-figures", "account-consumption-days"):
        assert client.get(reverse(route, args=[vendor.luban.pk])).status_code == 404


def test_the_chart_and_its_files_do_not_exist_for_the_outsider(on_the_day: SignIn, consumed: Cast) -> None:
    outsider = on_the_day("lin")
    for route in (CHART, f"{CHART}-picture", f"{CHART}-figures", f"{CHART}-days"):
        for headers in ({}, {"HX-Request": "true"}):
            address = reverse(route, args=[consumed.luban.pk])
            assert outsider.get(address, headers=headers).status_code == 404


def test_the_picture_can_be_read_and_stands_by_itself(on_the_day: SignIn, consumed: Cast) -> None:
    answer = on_the_day("zhou").get(reverse(f"{CHART}-picture", args=[consumed.luban.pk]))
    root = ET.fromstring(answer.content)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not [node for node in root.iter() for name in node.attrib if "href" in name]


def test_imports_are_a_row_for_those_who_import_and_nobody_else(on_the_day: SignIn, consumed: Cast) -> None:
    day = clock.start_of(date(2026, 9, 9)) + timedelta(hours=9)
    Batch.objects.create(
        kind="usage", state="done", file_name="bill-09.csv", by="system:test", started_at=day, finished_at=day
    )
    said = "consumption imported: bill-09.csv"
    assert said in fragment(on_the_day("he"), consumed)[0]
    assert said not in fragment(on_the_day("zhou"), consumed)[0]


def test_who_came_later_and_who_left_are_marks_of_one_row(on_the_day: SignIn, consumed: Cast) -> None:
    came = clock.start_of(date(2026, 8, 3)) + timedelta(hours=10)
    consumed.luban.contacts.filter(name="周工").update(added_at=came)
    chart, _address = fragment(on_the_day("zhou"), consumed)
    assert "2026-08-03 周工 was written down" in chart
    assert "2026-10-18 李总 left" in chart


def test_a_quiet_stretch_before_the_first_line_is_nought_as_far_as_lines_cover_it(
    on_the_day: SignIn, vendor: Cast
) -> None:
    first = TODAY - timedelta(days=60)
    consume(vendor.yunqi, first, [1.0] * 60, meter="orders", nature="lines")
    late = make_account("L", "晚到五金", spokesperson=vendor["zhou"])
    consume(late, TODAY - timedelta(days=10), [8.0, 9.0], meter="orders", nature="lines")
    figures = read(on_the_day("zhou"), f"{CHART}-figures", late, span="90").split("\r\n")
    found = {row.split(",")[0]: row.split(",")[1] for row in figures if row}
    assert found[f"{first}"] == "0.00"
    assert found[f"{TODAY - timedelta(days=11)}"] == "0.00"
    assert found[f"{TODAY - timedelta(days=10)}"] == "8.00"
    assert found[f"{YESTERDAY}"] == "0.00"
    assert found[f"{first - timedelta(days=1)}"] == ""


def test_the_chart_speaks_the_readers_language(on_the_day: SignIn, consumed: Cast) -> None:
    zhou = consumed["zhou"]
    zhou.language = "zh-hans"
    zhou.save()
    with translation.override("zh-hans"):
        chart, _address = fragment(on_the_day("zhou"), consumed)
    assert "2025\u00a0年" in chart
