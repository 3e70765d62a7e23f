"""From an empty folder to the first docket, as somebody who has read nothing: once with the demo, once with files."""

import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.services import demo

pytestmark = pytest.mark.browser
PASSWORD = "a sentence that only I know"
LINK = re.compile(r"http://\S+/welcome/\?code=\S+")
PATIENCE = 120_000  # milliseconds; what is loaded in the background takes its time on a busy machine


@dataclass(frozen=True)
class Started:
    """An installation that was just started for the first time."""

    address: str
    link: str


@pytest.fixture
def started(chromium: Browser, tmp_path: Path) -> Iterator[Started]:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [demo.PROXENY, "up", "--port", str(port)]
    program = subprocess.Popen(
        command, env=demo.environment(home), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert program.stdout is not None
    try:
        link = next(found[0] for line in program.stdout if (found := LINK.search(line)))
        yield Started(f"http://127.0.0.1:{port}", link)
    finally:
        program.send_signal(signal.SIGINT)
        program.communicate(timeout=demo.STOPS_WITHIN)


@pytest.fixture
def newcomer(chromium: Browser, started: Started) -> Iterator[Page]:
    """A page in Chinese at a desk in New York; what the console complains of fails the test."""
    context = chromium.new_context(
        base_url=started.address,
        locale="zh-CN",
        timezone_id="America/New_York",
        viewport={"width": 1440, "height": 900},
    )
    complaints: list[str] = []
    page = context.new_page()
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert not complaints


def become_the_owner(page: Page, started: Started) -> None:
    page.goto("/accounts/")
    expect(page).to_have_url(re.compile("/welcome/$"))
    page.goto(started.link)
    expect(page.locator("[data-zone-name]")).to_contain_text("America/New_York")
    page.locator("[name=name]").fill("陈静")
    page.locator("[name=username]").fill("chen")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=again]").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/welcome/start/$"))


def say_how_long(what: str, since: float) -> None:
    print(f"\n{what}: {monotonic() - since:.1f} s")


def test_the_owner_looks_at_the_demo(newcomer: Page, started: Started) -> None:
    since = monotonic()
    become_the_owner(newcomer, started)
    newcomer.locator("form[action='/welcome/demo/'] button").click()
    expect(newcomer.locator("#demo-progress progress")).to_be_visible()
    expect(newcomer.locator("#hint-docket")).to_be_visible(timeout=PATIENCE)
    say_how_long("from the first page to the first docket, with the demo", since)

    expect(newcomer).to_have_url(f"{started.address}/")
    expect(newcomer.locator("[data-row]").first).to_be_visible()
    newcomer.locator("#hint-docket button").click()
    expect(newcomer.locator("#hint-docket")).to_have_count(0)
    newcomer.reload()
    expect(newcomer.locator("[data-row]").first).to_be_visible()
    expect(newcomer.locator("#hint-docket")).to_have_count(0)
    assert newcomer.request.get("/welcome/").status == 404


def test_the_owner_brings_in_the_example_files(newcomer: Page, started: Started, tmp_path: Path) -> None:
    since = monotonic()
    become_the_owner(newcomer, started)
    examples = {}
    for kind in ("accounts", "usage"):
        with newcomer.expect_download() as arriving:
            newcomer.locator(f"a[href='/imports/templates/{kind}.csv']").click()
        examples[kind] = tmp_path / f"{kind}.csv"
        arriving.value.save_as(examples[kind])

    bring_in(newcomer, "accounts", examples["accounts"])
    newcomer.locator(".next-step a[href='/imports/']").click()
    bring_in(newcomer, "usage", examples["usage"])
    newcomer.locator(".next-step a[href='/']").click()
    expect(newcomer.locator("#docket-list .empty-title")).to_have_text("案头是空的", timeout=PATIENCE)
    say_how_long("from the first page to the first docket, with the example files", since)
    expect(newcomer.locator("#hint-setup .is-done")).to_have_count(2)


def bring_in(page: Page, kind: str, file: Path) -> None:
    page.goto("/imports/")
    page.locator(f".imports-place:has([value={kind}]) input[type=file]").set_input_files(file)
    page.wait_for_url(re.compile(r"/imports/\d+/$"))
    page.locator(
        "form[action$='/start/'] button.is-primary, button.is-primary[formaction$='/start/']"
    ).first.click()
    expect(page.locator(".next-step")).to_be_visible(timeout=PATIENCE)
