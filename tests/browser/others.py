"""Other people beside the one whose page the test holds: each with a browser of their own, signed in once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import sign_in
from tests.cast import Cast

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 375, "height": 780}


class People:
    """Opens pages as whoever is named."""

    def __init__(self, chromium: Browser, address: str) -> None:
        self._chromium, self._address = chromium, address
        self._open: dict[str, BrowserContext] = {}
        self.complaints: list[str] = []

    def at(self, who: str, link: str, *, on_a_phone: bool = False) -> Page:
        """Return the page of this person, opened at the link."""
        if who not in self._open:
            context = self._chromium.new_context(
                base_url=self._address,
                locale="zh-CN",
                viewport=PHONE if on_a_phone else DESK,  # type: ignore[arg-type]
            )
            page = context.new_page()
            page.set_default_timeout(15_000)
            page.on("pageerror", lambda error: self.complaints.append(f"{who}: {error}"))
            sign_in(page, who)
            self._open[who] = context
        page = self._open[who].pages[0]
        page.goto(link)
        page.wait_for_load_state("networkidle")
        return page

    def close(self) -> None:
        """Close every browser."""
        for one in self._open.values():
            one.close()


@pytest.fixture
def people(chromium: Browser, live_server: LiveServer, vendor: Cast) -> Iterator[People]:
    """Everybody of the cast, each in a browser of their own."""
    found = People(chromium, live_server.url)
    yield found
    found.close()
    assert not found.complaints


def send(page: Page, **said: str) -> None:
    """Fill in the one form of the page and send it: a choice among radio buttons by value, an option by its label."""
    form = page.locator("main form:has(textarea, input:not([type=hidden]), select)").last
    for name, value in said.items():
        field = form.locator(f"[name={name}]").first
        if field.get_attribute("type") == "radio":
            form.locator(f"[name={name}][value={value}]").check()
        elif field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)
    form.locator("button.is-primary, button.is-judging").first.click()
    page.wait_for_load_state("networkidle")


def panel(page: Page, name: str) -> Locator:
    """Return a panel beside the conversation of a case, once it is in sight and there."""
    found = page.locator(f"#panel-{name}")
    found.scroll_into_view_if_needed()
    expect(found.locator(".skeleton")).to_have_count(0)
    return found
