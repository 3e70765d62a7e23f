"""The checks of the walk, on a page that has every fault they look for, and on one that has none."""

import pytest
from playwright.sync_api import Browser

from tests.browser.every_page.walk import CHECKS

pytestmark = pytest.mark.browser
FAULTY = """<!doctype html><title> · x</title><style>
  .wide { width: 3000px; } .cut { width: 40px; height: 20px; overflow: hidden; white-space: nowrap; }
  .slow { transition: color 2s; }</style>
  <main><h1>a</h1><h3>b</h3><h1>c</h1><p class="wide">w</p><p class="cut">a sentence that does not fit</p>
  <p class="slow" tabindex="3">s</p><button>press</button></main>"""
SOUND = """<!doctype html><html lang="en"><title>a</title><main><h1>a</h1><h2>b</h2><p>text</p></main>"""
ALL = ["sideways", "cut", "outline", "motion", "print"]


@pytest.mark.parametrize("kind", ALL)
def test_a_check_finds_its_fault_and_nothing_where_there_is_none(chromium: Browser, kind: str) -> None:
    page = chromium.new_page(viewport={"width": 800, "height": 600})
    page.set_content(FAULTY)
    assert page.evaluate(CHECKS[kind])
    page.set_content(SOUND)
    assert not page.evaluate(CHECKS[kind])
    page.close()


def test_a_focus_that_nothing_shows_or_that_is_covered_is_found(chromium: Browser) -> None:
    page = chromium.new_page(viewport={"width": 800, "height": 600})
    page.set_content(
        "<style>a:focus { outline: none; } div { position: fixed; inset: 0; background: white; }</style>"
        "<a href='#'>here</a><div></div>"
    )
    page.keyboard.press("Tab")
    assert len(page.evaluate(CHECKS["focus"])["wrong"]) == 2
    page.close()
