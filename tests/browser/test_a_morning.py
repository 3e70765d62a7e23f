"""A morning at the desk of a spokesperson, from the records to the last answer."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from proxeny.core import clock
from proxeny.docket import sweeping
from proxeny.docket.models import Answer
from proxeny.judgement.models import Judgement
from proxeny.ledger import verifying
from tests.browser import mornings
from tests.browser.conftest import sign_in
from tests.cast import SETTING_UP, Cast

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def morning(vendor: Cast, tmp_path: Path) -> None:
    mornings.lay_out(tmp_path)


def test_a_spokesperson_judges_one_matter_puts_off_another_and_thinks_again(page: Page, vendor: Cast) -> None:
    sign_in(page, "zhou")
    expect(page.get_by_role("heading", name="案头")).to_be_visible()
    rows = page.locator("[data-row]")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("对象存储")
    expect(rows.first).to_contain_text("%")

    panel = page.locator("#docket-item")
    expect(panel.locator("svg.chart")).to_be_visible()
    expect(panel).to_contain_text("星河物流")
    panel.locator(".segments.is-band").get_by_text("有麻烦").click()
    panel.get_by_label("因为").first.fill("换了 IT 负责人,在试用别家的存储")
    panel.locator("input[name=forecast]").fill("35")
    page.get_by_role("button", name="记下判断").click()
    expect(rows).to_have_count(1)
    judgement = Judgement.objects.get()
    assert (judgement.account, judgement.band, judgement.forecast) == (vendor.star_river, "red", 0.35)

    page.locator(".toast form button").click()
    expect(rows).to_have_count(2)
    judgement.refresh_from_db()
    assert judgement.withdrawn_at is not None

    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(panel).to_contain_text("鲁班建材")
    panel.locator("summary", has_text="改天再看").click()
    until = clock.today() + timedelta(days=11)
    panel.locator("form[action$='/snooze/'] input[name=until]").fill(until.isoformat())
    panel.locator("form[action$='/snooze/'] textarea").fill("大促,到月底再看")
    panel.locator("form[action$='/snooze/'] button").click()
    expect(rows).to_have_count(1)
    assert Answer.objects.get(kind="snoozed").until == until
    assert verifying.verify().ok


def test_an_answer_without_a_reason_says_what_is_missing(page: Page, vendor: Cast) -> None:
    sign_in(page, "zhou")
    panel = page.locator("#docket-item")
    expect(panel.locator("svg.chart")).to_be_visible()
    panel.locator("summary", has_text="不必再提").click()
    form = panel.locator("form[action$='/dismissal/']")
    form.locator("textarea").evaluate("field => field.removeAttribute('required')")
    form.locator("button").click()
    expect(panel.locator(".errorlist, .field-error").first).to_be_visible()
    assert not Answer.objects.exists()


def test_a_customer_is_found_by_the_initials_of_its_name(page: Page, vendor: Cast) -> None:
    sign_in(page, "zhou")
    page.keyboard.press("g")
    page.keyboard.press("a")
    page.wait_for_url("**/accounts/**")
    page.locator("input[type=search]").fill("xhwl")
    expect(page.locator("[data-row]")).to_have_count(1)
    page.get_by_role("link", name="星河物流").first.click()
    expect(page.locator("svg.chart")).to_be_visible()
    expect(page.get_by_role("heading", name="星河物流")).to_be_visible()


def same_for_all(page: str) -> str:
    """A page without what differs on every request: its form tokens, and the address that was asked for."""
    return re.sub(r'value="[^"]*"', "", page)


def test_to_an_outsider_the_customer_does_not_exist(page: Page, vendor: Cast) -> None:
    sign_in(page, "lin")
    expect(page.locator("[data-row]")).to_have_count(0)
    missing = page.request.get("/accounts/999999/")
    closed = page.request.get(f"/accounts/{vendor.star_river.pk}/")
    assert missing.status == closed.status == 404
    assert same_for_all(missing.text()) == same_for_all(closed.text())


def test_another_day_can_be_today(page: Page, vendor: Cast) -> None:
    sign_in(page, "zhou")
    day = clock.today() - timedelta(days=60)
    with clock.on(day):
        sweeping.sweep(day, by=SETTING_UP)
    page.goto(f"/?on={day}")
    expect(page.locator("[data-row]")).to_have_count(0)
    expect(page.locator(".banner[role=status]")).to_be_visible()
