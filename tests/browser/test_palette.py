"""Finding and doing from the keyboard, lived through. The words are matched in either language."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import sign_in
from tests.cast import Cast, make_account

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(page: Page, vendor: Cast) -> Page:
    """The list of accounts before a lead, who sees all of them."""
    sign_in(page, "he")
    page.goto("/accounts/")
    page.wait_for_load_state("networkidle")
    return page


def palette(page: Page) -> None:
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox").and_(page.locator("#palette-words"))).to_be_focused()
    expect(page.locator("#palette [data-group=everywhere]")).to_be_attached()


def line(page: Page, text: str) -> None:
    """The line that is chosen holds `text`, and the field says so to who cannot see it."""
    chosen = page.locator("#palette [role=option][aria-selected=true]")
    expect(chosen).to_have_count(1)
    expect(chosen).to_contain_text(text)
    expect(page.locator("#palette-words")).to_have_attribute(
        "aria-activedescendant", chosen.get_attribute("id") or "?"
    )


def test_initials_and_enter_lead_to_the_customer_and_next_time_it_is_there_already(
    desk: Page, vendor: Cast
) -> None:
    palette(desk)
    desk.keyboard.type("xhwl")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**/accounts/{vendor.star_river.pk}/")
    expect(desk.get_by_role("heading", name="星河物流")).to_be_visible()
    palette(desk)
    expect(desk.locator("[data-group=recent] [role=option]")).to_have_count(1)
    line(desk, "星河物流")
    desk.goto("/preferences/")
    palette(desk)
    line(desk, "星河物流")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**/accounts/{vendor.star_river.pk}/")


def test_a_slip_finds_it_and_the_letters_meant_are_marked(desk: Page, vendor: Cast) -> None:
    palette(desk)
    desk.keyboard.type("lubnajiancai")
    line(desk, "鲁班建材")
    expect(desk.locator("#palette mark")).to_have_text("鲁班建材")
    expect(desk.locator("#palette [data-count]")).to_contain_text("2")
    desk.locator("#palette-words").fill("qqqqqq")
    line(desk, "qqqqqq")
    expect(desk.locator("#palette [data-count]")).to_contain_text("1")


def test_escape_gives_the_focus_back_also_to_a_field_one_was_typing_in(desk: Page) -> None:
    desk.keyboard.press("/")
    field = desk.locator("[data-search]").first
    expect(field).to_be_focused()
    desk.keyboard.type("lu")
    palette(desk)
    desk.keyboard.press("Escape")
    expect(desk.locator("#palette")).to_be_hidden()
    expect(field).to_be_focused()
    expect(field).to_have_value("lu")


def test_the_arrows_walk_round_and_the_first_and_last_are_a_key_away(desk: Page) -> None:
    palette(desk)
    options = desk.locator("#palette [role=option]:visible")
    desk.locator("#palette-words").fill("a")
    for key, which in (("ArrowUp", "last"), ("ArrowDown", "first"), ("End", "last"), ("Home", "first")):
        desk.keyboard.press(key)
        expected = options.last if which == "last" else options.first
        expect(expected).to_have_attribute("aria-selected", "true")


def test_an_older_answer_never_comes_over_a_newer_one(desk: Page, vendor: Cast) -> None:
    held: list[Route] = []
    desk.route(re.compile(r"/palette/\?q=lu$"), lambda route: held.append(route))  # noqa: PLW0108  (the driver marks the function)
    palette(desk)
    desk.locator("#palette-words").fill("lu")
    desk.wait_for_timeout(200)
    desk.locator("#palette-words").fill("xinghe")
    line(desk, "星河物流")
    for route in held:
        route.continue_()
    desk.wait_for_timeout(300)
    line(desk, "星河物流")
    assert held


def test_pages_answer_before_the_server_does(desk: Page) -> None:
    desk.route(re.compile(r"/palette/\?q=.+"), lambda route: None)
    palette(desk)
    desk.locator("#palette-words").fill("Calendar" if desk.locator("html[lang=en]").count() else "日历")
    expect(desk.locator("[data-group=pages] [role=option]:visible")).to_have_count(1)
    desk.unroute_all(behavior="ignoreErrors")


def test_a_verb_of_the_page_is_offered_with_its_key_and_done(page: Page, vendor: Cast) -> None:
    sign_in(page, "tang")
    page.goto("/people/")
    palette(page)
    verb = page.locator("[data-group=here] [role=option]").filter(
        has_text=re.compile("^(添加同事|Add a colleague)")
    )
    expect(verb.locator("kbd")).to_have_text("c")
    verb.click()
    expect(page.locator("#palette")).to_be_hidden()
    expect(page.locator("#new-colleague")).to_be_visible()


def test_a_verb_from_everywhere_is_done_and_leads_back(desk: Page, vendor: Cast) -> None:
    palette(desk)
    desk.keyboard.type("dark")
    desk.locator("[data-group=everywhere] [role=option]:visible").click()
    expect(desk.locator("html")).to_have_attribute("data-theme", "dark")
    assert desk.url.endswith("/accounts/")


def test_in_a_new_tab_the_page_stays(desk: Page, vendor: Cast) -> None:
    palette(desk)
    desk.keyboard.type("yunqi")
    line(desk, "云启科技")
    with desk.context.expect_page() as opened:
        desk.keyboard.press("Control+Enter")
    opened.value.wait_for_url(f"**/accounts/{vendor.yunqi.pk}/")
    assert desk.url.endswith("/accounts/")
    expect(desk.locator("#palette")).to_be_visible()


def test_who_switched_single_keys_off_still_finds_and_reads_the_sheet(desk: Page, vendor: Cast) -> None:
    desk.evaluate("document.body.dataset.shortcuts = 'off'")
    desk.keyboard.press("?")
    expect(desk.locator("#shortcuts")).to_be_hidden()
    palette(desk)
    desk.locator("[data-sheet]").click()
    expect(desk.locator("#shortcuts")).to_be_visible()
    expect(desk.locator("#shortcuts .keys-off")).to_be_visible()


def test_the_sheet_lists_what_is_on_the_page(page: Page, vendor: Cast) -> None:
    sign_in(page, "tang")
    page.goto("/people/")
    page.keyboard.press("?")
    here = page.locator("#shortcuts [data-keys-here]")
    expect(here.locator("kbd", has_text="c")).to_be_visible()
    expect(page.locator("#shortcuts .keys-off")).to_be_hidden()
    page.keyboard.press("Escape")
    page.goto("/preferences/")
    page.keyboard.press("?")
    expect(page.locator("#shortcuts")).to_be_visible()
    expect(here).to_be_hidden()


def test_after_g_a_key_is_a_place_or_nothing(page: Page, vendor: Cast) -> None:
    sign_in(page, "tang")
    page.goto("/people/")
    page.keyboard.press("g")
    page.keyboard.press("q")
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/calendar/**")
    expect(page.locator("#new-colleague")).to_have_count(0)


def test_while_chinese_is_being_typed_nothing_opens_or_enters(desk: Page, vendor: Cast) -> None:
    palette(desk)
    desk.keyboard.type("lubanjiancai")
    line(desk, "鲁班建材")
    desk.locator("#palette-words").evaluate(
        "field => field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    expect(desk.locator("#palette")).to_be_visible()
    desk.keyboard.press("Escape")
    desk.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'k', ctrlKey: true, isComposing: true, bubbles: true}))"
    )
    expect(desk.locator("#palette")).to_be_hidden()


def test_a_small_screen_has_a_button_for_it(page: Page, vendor: Cast) -> None:
    page.set_viewport_size({"width": 375, "height": 700})
    sign_in(page, "zhou")
    page.locator(".rail [data-palette]").click()
    expect(page.locator("#palette-words")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_name_is_shown_as_it_is_written(desk: Page, vendor: Cast) -> None:
    make_account("X-1", "<b>粗体</b>公司")
    palette(desk)
    desk.keyboard.type("cuti")
    line(desk, "<b>粗体</b>公司")
