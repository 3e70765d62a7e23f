import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer
from pytest_django.plugin import DjangoDbBlocker

from tests.browser.every_page import world
from tests.browser.every_page.walk import WIDE, Findings, Walker, addresses
from tests.services.demo import LANGUAGES, PASSWORD, speak
from tests.services.emptying import emptied


@pytest.fixture(scope="module")
def served(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, list[str]]]:
    """The address of a server with the demo behind it, for all tests of the module: they look, and change nothing."""
    with django_db_blocker.unblock(), emptied():
        more = world.build(tmp_path_factory.mktemp("files"))
        server = LiveServer("localhost")
        yield server.url, more
        server.stop()


def window(chromium: Browser, address: str, short: str) -> BrowserContext:
    return chromium.new_context(
        base_url=address, locale=LANGUAGES[short][1], viewport=WIDE, reduced_motion="reduce"
    )


def enter(page: Page, short: str) -> None:
    page.goto("/me/login/")
    page.fill("input[name=login]", world.SEER)
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.locator(".frame").wait_for()
    speak(page, short)


@pytest.fixture(scope="module")
def findings(chromium: Browser, served: tuple[str, list[str]]) -> Findings:
    """What a walk through every page found, in both languages: before signing in, and after."""
    address, more = served
    found, began = Findings(), time.perf_counter()
    for short in LANGUAGES:
        context = window(chromium, address, short)
        page = context.new_page()
        walker = Walker(page, found)
        thoroughly = short == "zh"
        for name, where in addresses(page, [], found):
            walker.look(f"{short} outside {name}", where, thoroughly=thoroughly)
        enter(page, short)
        for name, where in addresses(page, more, found):
            walker.look(f"{short} {name}", where, thoroughly=thoroughly)
        context.close()
    print(f"\n{len(found.walked)} pages in {time.perf_counter() - began:.0f} s")
    for what, count in found.lesser.most_common():
        print(f"  lesser: {count:4} × {what}")
    return found
