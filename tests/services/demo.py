"""Start a demo of its own in a folder, sign in to it, and stop it again; for the scripts in `bin` that look at it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, ViewportSize

PROXENY = str(Path(sys.executable).with_name("proxeny"))
PASSWORD = "ink-and-vermilion"
LANGUAGES = {"zh": ("zh-hans", "zh-CN"), "en": ("en", "en-GB")}  # ours, and the browser's own
WINDOW = ViewportSize(width=1440, height=900)
STARTS_WITHIN, STOPS_WITHIN = 180, 30  # seconds


@contextmanager
def running(home: Path) -> Iterator[str]:
    """Run the made-up vendor in `home` and give its address; it is stopped in the end, whatever happens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    program = subprocess.Popen([PROXENY, "up", "--demo", "--port", str(port)], env=environment(home))
    try:
        until_it_answers(address, program)
        yield address
    finally:
        program.send_signal(signal.SIGINT)
        program.wait(STOPS_WITHIN)


def environment(home: Path) -> dict[str, str]:
    """Return what a program needs to work in `home` and nowhere else, with the settings as they are by default."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PROXENY_", "DATABASE_URL"))
    }
    return {**kept, "PROXENY_HOME": str(home)}


def until_it_answers(address: str, program: subprocess.Popen[bytes]) -> None:
    """Wait until the web is there; RuntimeError when the program ended, or takes too long."""
    deadline = time.monotonic() + STARTS_WITHIN
    while program.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"the demo did not come up at {address}")


def opened(driver: Playwright, path: str, short: str) -> Browser:
    """Open a browser that itself speaks the language: it draws the fields for days in its own."""
    locale = LANGUAGES[short][1]
    return driver.chromium.launch(
        executable_path=path,
        args=["--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--lang={locale}"],
        env={**os.environ, "LANGUAGE": locale.replace("-", "_")},
    )


def context_of(chromium: Browser, address: str, short: str) -> BrowserContext:
    """Return a window in that language with nothing in motion, nobody signed in."""
    return chromium.new_context(
        base_url=address,
        viewport=WINDOW,
        device_scale_factor=1,
        locale=LANGUAGES[short][1],
        color_scheme="light",
        reduced_motion="reduce",
    )


@contextmanager
def signed_in(chromium: Browser, address: str, username: str, short: str) -> Iterator[Page]:
    """Give a page of that colleague in that language."""
    context = context_of(chromium, address, short)
    page = context.new_page()
    page.goto("/me/login/")
    page.fill("input[name=login]", username)
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.locator(".frame").wait_for()
    page.wait_for_load_state("networkidle")
    speak(page, short)
    yield page
    context.close()


def speak(page: Page, short: str) -> None:
    """Make that the language of whoever is signed in; on the page before sign-in, of this browser."""
    token = page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value") or ""
    answer = page.request.post(
        "/session/language/",
        form={"language": LANGUAGES[short][0], "next": "/", "csrfmiddlewaretoken": token},
        headers={"Referer": page.url},
    )
    if not answer.ok:
        raise RuntimeError(f"the language could not be changed: {answer.status}")
