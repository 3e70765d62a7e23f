import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.cast import PASSWORD, Cast, assemble

# The driver runs an event loop in this thread; the ORM is used from it knowingly.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("PROXENY_TEST_BROWSER")
    if not path:
        pytest.skip("no browser: PROXENY_TEST_BROWSER names one")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def vendor(transactional_db: None) -> Cast:
    return assemble()


@pytest.fixture
def page(chromium: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page in Chinese; whatever the console complains of, a breach of the content policy above all, fails the test."""
    context = chromium.new_context(
        base_url=live_server.url, locale="zh-CN", viewport={"width": 1440, "height": 900}
    )
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "422" not in message.text:
            complaints.append(message.text)

    opened = context.new_page()
    opened.set_default_timeout(15_000)
    opened.on("console", listen)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert not complaints


def sign_in(page: Page, username: str) -> None:
    """Sign in as a person would."""
    page.goto("/")
    page.fill("input[name=login]", username)
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.locator(".frame").wait_for()
    page.wait_for_load_state("networkidle")
