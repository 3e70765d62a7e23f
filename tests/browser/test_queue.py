"""A spokesperson takes a case in, walks the queue and puts a case off, all by keyboard."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from proxeny.cases.models import Case
from proxeny.core import clock
from tests.browser.conftest import sign_in
from tests.cases.handy import opened
from tests.cast import Cast

pytestmark = pytest.mark.browser


def test_a_case_is_taken_in_without_the_mouse(page: Page, vendor: Cast) -> None:
    sign_in(page, "zhou")
    page.goto("/cases/")
    page.keyboard.press("c")
    expect(page.locator("#id_text")).to_be_focused()
    page.keyboard.type("导出的账单对不上")
    page.keyboard.press("Tab")
    expect(page.locator("#id_customer")).to_be_focused()
    page.keyboard.type("lbjc")
    expect(page.locator("#who input[name=account]:checked")).to_have_value(str(vendor.luban.pk))
    page.locator("#id_severity_1").check()
    page.locator("form.case-new .button.is-primary").press("Enter")
    expect(page).to_have_url(re.compile(r"/cases/\d+/$"))
    case = Case.objects.get()
    assert (case.title, case.account, case.severity) == ("导出的账单对不上", vendor.luban, 2)


def test_rows_are_walked_ticked_and_put_off_and_come_back(page: Page, vendor: Cast) -> None:
    cases = [opened(vendor, text) for text in ("一", "二", "三")]
    sign_in(page, "zhou")
    page.goto("/cases/")
    rows = page.locator("[data-row]")
    expect(rows).to_have_count(3)
    for key in ("j", "x", "j", "x", "s"):
        page.keyboard.press(key)
    expect(page).to_have_url(re.compile("/acts/snooze/$"))
    page.locator("#id_until").fill((clock.today() + timedelta(days=2)).isoformat())
    page.locator("#id_reason").fill("等客户放假回来")
    page.locator("#id_reason").blur()
    page.locator("form[action$='/done/'] .button.is-primary").click()
    expect(page.locator("#act")).to_be_visible()
    assert Case.objects.filter(snoozed_until__isnull=False).count() == 2
    page.locator(".toast form button, .toast [data-undo]").first.click()
    expect(page).to_have_url(re.compile("/cases/all/"))
    assert not Case.objects.filter(snoozed_until__isnull=False).exists()
    assert len(cases) == 3


def test_where_none_is_ticked_a_key_acts_on_the_row_one_stands_on(page: Page, vendor: Cast) -> None:
    for text in ("一", "二"):
        opened(vendor, text)
    sign_in(page, "zhou")
    page.goto("/cases/")
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page).to_have_url(re.compile("/acts/hands/$"))
    expect(page.locator(".list-prospects tbody tr")).to_have_count(1)
