"""Every page in one language: no English sentence on a Chinese page, nothing Chinese but names on an English one."""

import re
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from proxeny.core import clock
from proxeny.judgement import judging
from proxeny.judgement.models import Judgement
from tests.cast import Cast, SignIn
from tests.services.pages import Answer, every
from tests.web.accounts.consumed import consume

SILENT = {"script", "style", "code", "kbd", "samp", "pre", "template", "svg"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
SPOKEN = {"title", "aria-label", "placeholder", "alt", "aria-valuetext", "aria-description"}
SENTENCE = re.compile(r"[A-Za-z’]+(?:[ ,]+[a-z’]{2,}){2,}")
HAN = re.compile(r"[\u3400-\u9fff]+")
# The same in both languages: what the program is called, what is typed, names of files and of made-up people.
NAMES = ("话事人", "话", "印", "中文界面", "简体中文", "中文", "proxeny up")


class Words(HTMLParser):
    """The words that a page says, those to screen readers included, outside of parts in another language."""

    def __init__(self) -> None:
        super().__init__()
        self.page, self.stack, self.said = "", [], []  # type: ignore[var-annotated]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.page = (given.get("lang") or "")[:2]
        language = (given.get("lang") or (self.stack[-1][1] if self.stack else self.page))[:2]
        silent = tag in SILENT or (bool(self.stack) and self.stack[-1][2])
        if tag not in VOID:
            self.stack.append((tag, language, silent))
        if language == self.page and not silent:
            self.said += [given[name] or "" for name in SPOKEN & given.keys()]
            if tag == "input" and given.get("type") in {"submit", "button"}:
                self.said.append(given.get("value") or "")

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1][1] == self.page and not self.stack[-1][2]:
            self.said.append(" ".join(data.split()))


def foreign(page: str, names: set[str]) -> list[str]:
    """What a page says in the other language; names do not count."""
    words = Words()
    words.feed(page)
    pattern = SENTENCE if words.page == "zh" else HAN
    found = []
    for said in words.said:
        rest = said
        for name in sorted(names, key=len, reverse=True):
            rest = rest.replace(name, "")
        if pattern.search(rest):
            found.append(said)
    return found


@pytest.fixture
def names(vendor: Cast, settings: Settings, tmp_path: Path) -> set[str]:
    """Put something on every page, and return the names in it."""
    settings.USAGE_FOLDER = tmp_path
    consume(vendor.luban, clock.today() - timedelta(days=400), [100.0] * 400)
    reason = "对账要 3 天"
    judging.judge(vendor.luban, band=Judgement.Band.YELLOW, reason=reason, by=vendor.actor("zhou"))
    people = {person.name for person in vendor.people.values()}
    accounts = {vendor.luban.name, vendor.star_river.name, vendor.yunqi.name}
    short = {name[-2:] for name in people}
    return {*people, *accounts, *short, reason, *NAMES}


def pages_of(client: Client, cast: Cast) -> dict[str, str]:
    """The text of each page that a link or a route leads to."""

    def fetch(address: str) -> Answer:
        answer = client.get(address, follow=True)
        return Answer(answer.status_code, b"".join(answer).decode("utf-8", "replace"))

    found = {address: fetch(address).text for address in every(fetch).values()}
    chart = reverse("account-consumption", args=[cast.luban.pk])
    return found | {chart: fetch(chart).text}


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("username", ["he", "tang"])
def test_each_page_speaks_one_language(
    vendor: Cast, sign_in: SignIn, names: set[str], language: str, username: str
) -> None:
    reader = vendor[username]
    reader.language = language
    reader.save()
    pages = pages_of(sign_in(username), vendor)
    assert len(pages) > 8
    assert {said: address for address, page in pages.items() for said in foreign(page, names)} == {}


def test_the_look_for_the_other_language_finds_it() -> None:
    silent = '<b lang="en">Say it in English</b>'
    chinese = f'<html lang="zh-Hans"><body title="Close this for now">好{silent}<p>Nothing waits for you</p>'
    assert foreign(chinese, set()) == ["Close this for now", "Nothing waits for you"]
    english = '<html lang="en"><body><p>Hello 陈静</p><p>案头</p><code>中文</code>'
    assert foreign(english, {"陈静"}) == ["案头"]
