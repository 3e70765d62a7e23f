"""What is typed is never lost: changed in place, kept as a draft, held against another's change."""

import pytest
from playwright.sync_api import Page, expect

from proxeny.accounts import changing
from proxeny.desk.models import Draft
from tests.browser.conftest import sign_in
from tests.cast import Cast

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def luban(vendor: Cast) -> None:
    changing.change(vendor.luban, {"industry": "建材"}, by=vendor.actor("he"))


def industry(vendor: Cast) -> str:
    vendor.luban.refresh_from_db()
    return vendor.luban.industry


def open_luban(page: Page, vendor: Cast) -> None:
    sign_in(page, "zhou")
    page.goto(f"/accounts/{vendor.luban.pk}/")
    page.wait_for_load_state("networkidle")


def test_a_value_is_changed_in_place_by_keyboard_and_taken_back(page: Page, vendor: Cast) -> None:
    open_luban(page, vendor)
    value = page.locator("[id$=-industry]")
    value.locator(".inline-open").focus()
    page.keyboard.press("e")
    field = value.locator("input.input")
    expect(field).to_be_focused()
    page.keyboard.type("不要")
    page.keyboard.press("Escape")
    expect(value.locator(".inline-open")).to_be_focused()
    assert industry(vendor) == "建材"

    page.keyboard.press("Enter")
    expect(field).to_be_focused()
    page.keyboard.type("家居零售")
    page.keyboard.press("Enter")
    expect(value).to_contain_text("家居零售")
    expect(value.locator(".inline-open")).to_be_focused()
    expect(page.locator("#toasts")).to_contain_text("家居零售")
    assert industry(vendor) == "家居零售"

    page.keyboard.press("z")
    expect(value).to_contain_text("建材")
    expect(value.locator(".inline-open")).to_be_focused()
    assert industry(vendor) == "建材"


def test_tab_keeps_one_field_and_opens_the_next(page: Page, vendor: Cast) -> None:
    open_luban(page, vendor)
    page.locator("[id$=-industry] .inline-open").click()
    expect(page.locator("[id$=-industry] input.input")).to_be_focused()
    page.keyboard.type("零售")
    page.keyboard.press("Tab")
    expect(page.locator("[id$=-region] input.input")).to_be_focused()
    expect(page.locator("[id$=-industry] .inline-value")).to_have_text("零售")
    assert industry(vendor) == "零售"


def test_a_conflict_is_solved_by_keyboard_and_nothing_typed_is_lost(page: Page, vendor: Cast) -> None:
    open_luban(page, vendor)
    value = page.locator("[id$=-industry]")
    value.locator(".inline-open").focus()
    page.keyboard.press("Enter")
    expect(value.locator("input.input")).to_be_focused()
    changing.change(vendor.luban, {"industry": "批发"}, by=vendor.actor("he"))
    page.keyboard.type("家居零售")
    page.keyboard.press("Enter")
    dialog = page.locator("dialog.conflict-dialog")
    expect(dialog).to_be_visible()
    for text in ("家居零售", "批发", "建材", "何苗"):
        expect(dialog).to_contain_text(text)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(value.locator(".inline-form .input")).to_have_value("家居零售")
    expect(value.locator(".inline-form .input")).to_be_focused()

    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    expect(dialog.locator("input[value=mine]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(dialog.locator("input[value=anew]")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    page.keyboard.type("与批发")
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(value.locator(".inline-value")).to_have_text("家居零售与批发")
    assert industry(vendor) == "家居零售与批发"


def test_a_draft_outlives_a_reload_and_ends_with_sending(page: Page, vendor: Cast) -> None:
    sign_in(page, "zhou")
    address = f"/accounts/{vendor.luban.pk}/contacts/"
    page.goto(address)
    page.locator("input[name=name]").fill("李总")
    page.locator("input[name=title]").fill("总经理")
    page.locator("input[name=title]").blur()
    expect(page.locator("[data-draft-said]")).not_to_be_empty()
    page.reload()
    expect(page.locator("input[name=name]")).to_have_value("李总")
    expect(page.locator("[data-draft-discard]")).to_be_visible()
    page.locator("main .button.is-primary").click()
    page.wait_for_url(f"**/accounts/{vendor.luban.pk}/")
    expect(page.locator(".account-people")).to_contain_text("李总")
    assert not Draft.objects.exists()


def test_leaving_with_something_unkept_asks_first(page: Page, vendor: Cast) -> None:
    open_luban(page, vendor)
    value = page.locator("[id$=-industry]")
    value.locator(".inline-open").click()
    expect(value.locator("input.input")).to_be_focused()
    page.keyboard.type("家居")
    page.locator(".crumbs a").click()
    asked = page.locator("dialog#leaving")
    expect(asked).to_be_visible()
    page.keyboard.press("Enter")
    expect(asked).to_be_hidden()
    expect(value.locator("input.input")).to_have_value("家居")
    page.locator(".crumbs a").click()
    asked.locator("button[value=leave]").click()
    page.wait_for_url("**/accounts/")
    assert industry(vendor) == "建材"
