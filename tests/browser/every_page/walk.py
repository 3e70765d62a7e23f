"""Walk through every page once in each language, and note whatever is wrong on it."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page, ViewportSize, expect

from tests.services import pages

CHECKS = {file.stem: file.read_text("utf-8") for file in Path(__file__).parent.glob("checks/*.js")}
WIDTHS = (320, 375, 768, 1440, 2560)
GRAVE = {"serious", "critical"}
EVERYTHING = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
TARGETS = {"resultTypes": ["violations"], "runOnly": ["target-size"]}
OPEN = (
    "id => { const one = document.getElementById(id); one.showModal ? one.showModal() : one.showPopover(); }"
)
CLOSE = "id => { const one = document.getElementById(id); one.close ? one.close() : one.hidePopover(); }"
UNFOLD = """[...document.querySelectorAll("details:not([open])")].map(
    (one) => { one.removeAttribute("name"); one.open = true; }).length"""
# Rows beyond the eighth repeat what the first show; axe would take most of its time for them.
THIN_OUT = """() => document.querySelectorAll("[data-row]:nth-of-type(n + 9), .month:nth-of-type(n + 4)").forEach(
    (one) => one.remove())"""
SETTLED = """new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))).then(() => Promise.race([
    Promise.allSettled(document.getAnimations().map((one) => one.finished)),
    new Promise((done) => setTimeout(done, 2000))])).then(() => null)"""
WIDE = ViewportSize(width=1440, height=900)


@dataclass
class Findings:
    """What was wrong, by the kind of check; each with the page it was found on."""

    walked: list[str] = field(default_factory=list)
    wrong: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    lesser: Counter[str] = field(default_factory=Counter)

    def note(self, kind: str, where: str, what: Any) -> None:
        """Note what a check returned, if it returned anything."""
        for one in what if isinstance(what, list) else [what]:
            if one:
                self.wrong[kind].append(f"{where}: {one}")


INTO_SIGHT = """() => {
  const one = document.querySelector(".is-later");
  one?.scrollIntoView();
  return Boolean(one);
}"""


class Walker:
    """One browser window that looks at page after page."""

    def __init__(self, page: Page, findings: Findings) -> None:
        self.page, self.findings = page, findings
        self.opened: set[str] = set()
        page.add_init_script(path=_axe_script())

    def fetch_what_comes_into_sight(self) -> None:
        """Scroll to each piece that is fetched when it is seen, as a reader would, and then back to the top."""
        for _turn in range(100):
            if not self.page.evaluate(INTO_SIGHT):
                break
            self.page.wait_for_timeout(50)
        self.page.evaluate(
            "document.querySelectorAll('.page-aside').forEach((one) => one.scrollTo(0, 0)); scrollTo(0, 0)"
        )

    def look(self, label: str, address: str, *, thoroughly: bool) -> None:
        """Open one page and try what needs no further request; once `thoroughly`, else what a language changes."""
        self.page.goto(address, wait_until="load")
        self.fetch_what_comes_into_sight()
        expect(self.page.locator(".skeleton, .htmx-request")).to_have_count(0, timeout=30_000)
        self.findings.walked.append(label)
        self.page.evaluate(THIN_OUT)
        for kind in ("outline", "motion") if thoroughly else ("outline",):
            self.findings.note(kind, label, self.page.evaluate(CHECKS[kind]))
        if thoroughly:
            self.tab_through(label)
        self.page.evaluate(UNFOLD)
        self.axe(label, EVERYTHING)
        self.everything_opened(label)
        if thoroughly:
            self.in_the_dark(label)
        self.at_every_width(label, thoroughly=thoroughly)
        self.with_large_text(label)
        if thoroughly:
            self.on_paper(label)

    def axe(self, label: str, options: dict[str, Any], within: str = "document") -> None:
        """Let axe judge what is shown; what is serious is a finding, the rest is counted."""
        script = f"axe.run({within}, {json.dumps(options)}).then(({{violations}}) => violations)"
        for violation in self.page.evaluate(script):
            for node in violation["nodes"]:
                if violation["impact"] in GRAVE:
                    said = node["failureSummary"].splitlines()[-1].strip()
                    self.findings.note("axe", label, f"{violation['id']} {node['target'][-1]} {said}")
                else:
                    self.findings.lesser[f"{violation['impact']} {violation['id']}"] += 1

    def everything_opened(self, label: str) -> None:
        """Open each dialog and each menu that was not seen on an earlier page."""
        for name in self.page.eval_on_selector_all(
            "dialog[id], .menu[popover]", "all => all.map(one => one.id)"
        ):
            if name not in self.opened:
                self.opened.add(name)
                self.page.evaluate(OPEN, name)
                self.axe(f"{label} #{name}", EVERYTHING, f'"#{name}"')
                self.page.evaluate(CLOSE, name)

    def in_the_dark(self, label: str) -> None:
        """Judge the colours of the other theme."""
        self.page.emulate_media(color_scheme="dark")
        self.page.evaluate(SETTLED)
        self.page.evaluate(SETTLED)  # colours begin to change a frame after the theme does
        self.axe(f"{label} dark", COLOURS)
        self.page.emulate_media(color_scheme="light")

    def at_every_width(self, label: str, *, thoroughly: bool) -> None:
        """Look whether the page runs off sideways, and whether everything can be hit on a narrow one."""
        for width in WIDTHS:
            self.page.set_viewport_size(ViewportSize(width=width, height=900))
            self.page.evaluate(SETTLED)
            self.findings.note("sideways", f"{label} {width}", self.page.evaluate(CHECKS["sideways"]))
            if width == 375 and thoroughly:
                self.axe(f"{label} {width}", TARGETS)
        self.page.set_viewport_size(WIDE)
        self.page.evaluate(SETTLED)

    def with_large_text(self, label: str) -> None:
        """Make the letters twice as large and look whether all of each text can still be read."""
        self.page.evaluate("document.documentElement.style.fontSize = '200%'")
        self.findings.note("cut", label, self.page.evaluate(CHECKS["cut"]))
        self.findings.note("sideways", f"{label} 200%", self.page.evaluate(CHECKS["sideways"]))
        self.page.evaluate("document.documentElement.style.fontSize = ''")

    def on_paper(self, label: str) -> None:
        """Look what would be printed."""
        self.page.emulate_media(media="print")
        self.findings.note("paper", label, self.page.evaluate(CHECKS["print"]))
        self.page.emulate_media(media="screen")

    def tab_through(self, label: str, most: int = 70) -> None:
        """Press Tab until the focus leaves the page, or `most` times; it must show, be seen, and go forward."""
        self.page.evaluate("document.activeElement?.blur()")
        last, first = -1, None
        for _ in range(most):
            self.page.keyboard.press("Tab")
            here = self.page.evaluate(CHECKS["focus"])
            if here and here["wrong"]:  # perhaps only not drawn yet
                self.page.evaluate(SETTLED)
                here = self.page.evaluate(CHECKS["focus"])
            if here is None or here["place"] == first:
                return
            first = here["place"] if first is None else first
            if here["place"] == last and not here["hasParts"]:
                self.findings.note("focus", label, f"{here['name']} holds the focus")
                return
            if here["place"] < last and here["name"].startswith("a.skip"):
                return  # from the last it goes round to the first; a page may begin in a field further down
            if here["place"] < last:
                self.findings.note("focus", label, f"{here['name']} comes after what stands below it")
            self.findings.note("focus", label, [f"{here['name']}: {wrong}" for wrong in here["wrong"]])
            last = here["place"]


def addresses(page: Page, more: list[str], findings: Findings) -> Iterator[tuple[str, str]]:
    """Give every page that the one who is signed in can open, by its name; what breaks down is a finding."""

    def fetch(address: str) -> pages.Answer:
        answer = page.request.get(address, max_redirects=0)
        if answer.status >= 500:
            findings.note("broken", address, f"answers {answer.status}")
        is_text = answer.headers.get("content-type", "").startswith("text/html")
        return pages.Answer(answer.status, answer.text() if is_text else "")

    yield from pages.every(fetch).items()
    yield from ((address, address) for address in [*more, pages.MISSING])


def _axe_script() -> Path:
    return Path(axe_playwright_python.__file__).parent / "axe.min.js"
