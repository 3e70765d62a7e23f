"""A first day without a mouse; how many keys each job took is printed, so that one sees when it becomes more."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from proxeny.core import clock
from proxeny.docket.models import Answer
from proxeny.judgement.models import Judgement
from tests.browser import mornings
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def morning(vendor: Cast, tmp_path: Path) -> None:
    mornings.lay_out(tmp_path)


class Hands:
    """Two hands on a keyboard, and how often they pressed a key that was not text."""

    def __init__(self, page: Page) -> None:
        self.page, self.pressed, self.typed = page, 0, 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.typed += len(text)

    def tab_to(self, selector: str, *, most: int = 12, key: str = "Tab") -> None:
        """Walk on until the focus stands there; it is too far off after `most` keys."""
        for _ in range(most):
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            self.press(key)
        pytest.fail(f"{selector} is more than {most} keys away")

    @contextmanager
    def job(self, name: str) -> Iterator[None]:
        pressed, typed = self.pressed, self.typed
        yield
        print(f"\n  {name}: {self.pressed - pressed} keys and {self.typed - typed} letters", end="")


@pytest.fixture
def hands(page: Page) -> Hands:
    return Hands(page)


def arrive(hands: Hands) -> None:
    hands.page.goto("/")
    with hands.job("sign in"):
        hands.tab_to("input[name=login]", most=4)
        hands.write("zhou")
        hands.tab_to("input[name=password]", most=3)
        hands.write(PASSWORD)
        hands.press("Enter")
    expect(hands.page.locator("#docket-item svg.chart")).to_be_visible()
    hands.page.wait_for_load_state("load")  # the chart may be there before the keys are


def arrived(page: Page, heading: str) -> None:
    """Wait until the page is there and listens to keys."""
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    page.wait_for_load_state("load")


def test_customers_are_found_without_a_mouse(hands: Hands, vendor: Cast) -> None:
    page = hands.page
    arrive(hands)
    with hands.job("find a customer in the list by the initials of its name"):
        hands.press("g", "a")
        page.wait_for_url("**/accounts/**")
        hands.press("/")
        hands.write("xhwl")
        expect(page.locator("[data-row]")).to_have_count(1)
        hands.press("ArrowDown", "Enter")
        arrived(page, "星河物流")
    with hands.job("find a customer from anywhere"):
        hands.press("Control+k")
        hands.write("lbjc")
        expect(page.locator("#palette [role=option]", has_text="鲁班建材")).to_be_visible(timeout=15_000)
        hands.press("Enter")
        arrived(page, "鲁班建材")


def test_the_docket_is_answered_without_a_mouse(hands: Hands, vendor: Cast) -> None:
    page = hands.page
    arrive(hands)
    panel, rows = page.locator("#docket-item"), page.locator("[data-row]")
    expect(rows).to_have_count(2)
    with hands.job("judge a matter"):
        hands.press("v")
        hands.tab_to("input[name=band]", most=3)
        hands.press("ArrowRight", "ArrowRight")
        hands.tab_to("textarea[name=reason]", most=3)
        hands.write("换了负责人")
        hands.tab_to(".button.is-judging", most=8)
        hands.press("Enter")
        expect(rows).to_have_count(1)
    assert Judgement.objects.get().band == "red"
    with hands.job("undo it"):
        hands.press("z")
        expect(rows).to_have_count(2)
    assert Judgement.objects.get().withdrawn_at is not None
    expect(panel.locator("svg.chart")).to_be_visible(timeout=15_000)
    until = clock.today() + timedelta(days=11)
    with hands.job("put the other off"):
        hands.press("j", "j", "Enter")
        expect(panel).to_contain_text("鲁班建材", timeout=15_000)
        expect(panel.locator("svg.chart")).to_be_visible(timeout=15_000)
        hands.press("s")
        hands.tab_to("input[name=until]", most=3)
        hands.write(until.strftime("%m%d%Y"))
        hands.tab_to("textarea[name=reason]", most=5)
        hands.write("大促")
        hands.tab_to("form[action$='/snooze/'] .button.is-primary", most=4)
        hands.press("Enter")
        expect(rows).to_have_count(1)
    answer = Answer.objects.get(kind="snoozed")
    assert (answer.until, answer.reason) == (until, "大促")


def test_a_view_is_kept_without_a_mouse(hands: Hands, vendor: Cast) -> None:
    page = hands.page
    arrive(hands)
    with hands.job("keep a view of a search"):
        hands.press("g", "a")
        page.wait_for_url("**/accounts/**")
        hands.press("/")
        hands.write("xhwl")
        expect(page.locator("[data-row]")).to_have_count(1)
        hands.press("ArrowDown", "v")
        name = page.locator("input[name=name]")
        expect(name).to_be_focused()
        hands.write("只看星河")
        hands.press("Enter")
        expect(page.get_by_role("link", name="只看星河")).to_be_visible()


def test_a_dialog_gives_the_focus_back_to_where_it_came_from(hands: Hands, vendor: Cast) -> None:
    page = hands.page
    arrive(hands)
    hands.press("j")
    before = page.evaluate("document.activeElement.textContent")
    hands.press("?")
    expect(page.locator("#shortcuts")).to_be_visible()
    hands.press("Escape")
    expect(page.locator("#shortcuts")).to_be_hidden()
    assert page.evaluate("document.activeElement.textContent") == before
