"""The strip chart as somebody meets it who has only a keyboard, then as somebody with a mouse."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings

from proxeny.core import clock
from tests.browser.conftest import sign_in
from tests.cast import Cast
from tests.web.accounts.consumed import consume

pytestmark = pytest.mark.browser

SHIFTS = """
() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 200);
})
"""


@pytest.fixture
def account(vendor: Cast, settings: Settings, tmp_path: Path) -> Iterator[str]:
    """Where Luban's page is; two years of consumption are on record."""
    settings.USAGE_FOLDER = tmp_path
    first = clock.today() - timedelta(days=730)
    consume(vendor.luban, first, [1000.0 + 10 * (index % 7) for index in range(730)])
    return f"/accounts/{vendor.luban.pk}/"


@pytest.fixture
def chart_page(page: Page, account: str) -> Page:
    """That page, with its chart there."""
    sign_in(page, "zhou")
    page.goto(account)
    page.locator("#consumption-chart[role=slider]").wait_for()
    return page


def days(page: Page) -> int:
    return int(page.locator("#consumption-chart").get_attribute("data-days") or 0)


def wait_for_other_days(page: Page, than: int) -> None:
    page.wait_for_function(
        "than => { const holder = document.querySelector('#consumption-chart[role=slider]');"
        " return holder && Number(holder.dataset.days) !== than }",
        arg=than,
    )


def test_a_day_is_read_and_looked_at_more_closely_with_the_keyboard_alone(chart_page: Page) -> None:
    chart = chart_page.locator("#consumption-chart")
    chart.focus()
    chart_page.keyboard.press("ArrowLeft")
    readout = chart_page.locator("[data-chart-readout]")
    expect(readout).to_contain_text("¥")
    spoken = chart.get_attribute("aria-valuetext")
    assert spoken == readout.text_content()
    chart_page.keyboard.press("ArrowLeft")
    expect(chart).not_to_have_attribute("aria-valuetext", spoken or "")

    chart_page.keyboard.press("+")
    wait_for_other_days(chart_page, 365)
    assert days(chart_page) == 182
    expect(chart).to_be_focused()
    expect(chart_page).to_have_url(re.compile(r"first=\d{4}-\d\d-\d\d&last=\d{4}-\d\d-\d\d"))
    begun = chart.get_attribute("data-first")
    chart_page.keyboard.press("Shift+ArrowLeft")
    expect(chart).not_to_have_attribute("data-first", begun or "")
    assert days(chart_page) == 182
    address = chart_page.url

    chart_page.goto(address)
    chart_page.locator("#consumption-chart[role=slider]").wait_for()
    assert days(chart_page) == 182
    chart_page.locator("#consumption-chart").focus()
    chart_page.keyboard.press("-")
    wait_for_other_days(chart_page, 182)
    assert days(chart_page) == 364
    chart_page.keyboard.press("0")
    wait_for_other_days(chart_page, 364)
    assert days(chart_page) == 365


def test_the_table_behind_the_chart_opens_with_the_keyboard(chart_page: Page) -> None:
    table = chart_page.locator("#consumption details table")
    expect(table).to_be_hidden()
    chart_page.locator("#consumption summary").focus()
    chart_page.keyboard.press("Enter")
    expect(table).to_be_visible()
    assert table.locator("tbody tr").count() > 50


def test_the_buttons_do_what_dragging_does(chart_page: Page) -> None:
    chart_page.locator("#look-closer").click()
    wait_for_other_days(chart_page, 365)
    assert days(chart_page) == 182
    expect(chart_page.locator("#look-closer")).to_be_focused()
    chart_page.locator("#look-back").click()
    wait_for_other_days(chart_page, 182)


def test_a_range_is_dragged_and_a_double_click_leads_back(chart_page: Page) -> None:
    box = chart_page.locator("svg.chart").bounding_box()
    assert box
    across, down = box["width"], box["y"] + 100
    chart_page.mouse.move(box["x"] + 0.25 * across, down)
    chart_page.mouse.down()
    chart_page.mouse.move(box["x"] + 0.5 * across, down, steps=5)
    chart_page.mouse.up()
    wait_for_other_days(chart_page, 365)
    dragged = days(chart_page)
    assert 88 <= dragged <= 96
    chart_page.locator("#consumption-chart").dblclick()
    wait_for_other_days(chart_page, dragged)
    assert days(chart_page) == 365


@pytest.mark.parametrize("width", [1440, 375])
def test_nothing_jumps_when_the_chart_arrives(page: Page, account: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    sign_in(page, "zhou")
    page.goto(account)
    page.locator("#consumption-chart[role=slider]").wait_for()
    assert page.evaluate(SHIFTS) < 0.05


def test_a_page_without_a_chart_does_not_load_its_script(page: Page, vendor: Cast) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    sign_in(page, "zhou")
    page.goto(f"/accounts/{vendor.luban.pk}/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/charts/" in url]
