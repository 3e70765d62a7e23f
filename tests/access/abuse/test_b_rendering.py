"""Abuse cases B (docs/security.md): words that want to be more than words."""

import logging
import re
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse

from proxeny.accounts import contacting
from proxeny.accounts.models import Account, Contact
from proxeny.cases import attaching, writing
from proxeny.cases.models import Audience, Case
from proxeny.cases.writing import Writing
from proxeny.identity.models import Staff
from proxeny.web.cases.talk.text_html import html_of
from proxeny.web.knowledge import prose
from tests.cases.handy import opened
from tests.cast import Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")
SCRIPT = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'"
LIVE = re.compile(rb"<script>alert|<img src=x|onerror=alert\(1\)>\"")


def test_b2_script_in_every_name_and_word_is_shown_as_text(vendor: Cast, sign_in: SignIn) -> None:
    zhou = vendor.actor("zhou")
    Account.objects.filter(pk=vendor.luban.pk).update(name=SCRIPT)
    Staff.objects.filter(pk=vendor["zhou"].pk).update(name=SCRIPT)
    contacting.add(vendor.luban, {"name": SCRIPT}, by=zhou)
    case = opened(vendor, SCRIPT, title=SCRIPT, reporter_name=SCRIPT, product=SCRIPT)
    writing.write(case, Writing(Audience.CUSTOMER, SCRIPT), by=zhou)
    client = sign_in("zhou")
    for path in (
        f"/cases/{case.number}/", "/cases/all/", "/cases/", f"/accounts/{vendor.luban.pk}/", "/accounts/", "/ledger/",
        "/notices/", "/search/?q=alert", "/palette/?q=alert", "/preferences/", f"/cases/{case.number}/panels/ties/",
    ):  # fmt: skip
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert not LIVE.search(answer.content), path


def test_b3_b4_a_file_is_handed_out_so_that_nothing_of_it_runs_here(vendor: Cast, sign_in: SignIn) -> None:
    case, zhou = opened(vendor), vendor.actor("zhou")
    file = attaching.attach(case, BytesIO(b"alert(1)\n"), "a.js.txt", by=zhou)
    answer = sign_in("zhou").get(reverse("case-attachment", args=[file.pk]))
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Content-Type"].startswith("text/plain")


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "javascript:alert(1)",
        "data:text/html,<b>",
        "[x]( jAvascript:alert(1))",
        "vbscript:x",
    ],
)
def test_b5_only_web_addresses_become_links(text: str) -> None:
    for shown in (html_of(text), prose.rendered(text)):
        assert not re.search(r'href="\s*(?!https?:|mailto:|/)', shown), shown


def test_b8_no_page_loads_anything_from_elsewhere(sign_in: SignIn) -> None:
    policy = sign_in("zhou").get("/accounts/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http:" not in policy
    assert "https:" not in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("trick", ["\u202e", "\u2066", "\u200f"])
def test_b9_a_name_of_a_file_cannot_be_turned_round(trick: str, vendor: Cast) -> None:
    case = opened(vendor)
    file = attaching.attach(case, BytesIO(b"x\n"), f"bill{trick}fdp.txt", by=vendor.actor("zhou"))
    assert trick not in file.name
    assert file.name.endswith(".txt")


def test_b10_words_of_templates_stay_words(vendor: Cast, sign_in: SignIn) -> None:
    words = "{{ 7*7 }} {% load static %} {0.__class__} %(number)s {customer.__class__}"
    case = opened(vendor, words, title=words)
    shown = sign_in("zhou").get(f"/cases/{case.number}/").content.decode()
    assert "{{ 7*7 }}" in shown
    assert "{0.__class__}" in shown
    assert "&lt;class" not in shown


NASTY = ("'; DROP TABLE cases_case; --", "1) OR 1=1 --", "\x00", "%", "a" * 5000, "💥" * 500, "-1", "½", "[]")


@pytest.mark.parametrize(
    "name", ["sort", "q", "page", "account", "is", "state", "owner", "columns", "view", "before", "kind"]
)
def test_b11_whatever_stands_in_an_address_is_taken_or_left(name: str, vendor: Cast, sign_in: SignIn) -> None:
    opened(vendor)
    client = sign_in("he")
    for path in ("/cases/all/", "/ledger/", "/search/"):
        for value in NASTY:
            assert client.get(path, {name: value}, follow=True).status_code < 500, (path, value)
    assert Case.objects.count() == 1


def test_b12_a_megabyte_of_words_is_cut_or_refused(vendor: Cast, sign_in: SignIn) -> None:
    case, client = opened(vendor), sign_in("zhou")
    much = "http://" + "(a.!" * 250_000
    for answer in (
        client.post(reverse("case-messages", args=[case.number]), {"text": much, "audience": "note"}),
        client.post(reverse("contact-new", args=[vendor.luban.pk]), {"name": much}),
        client.get("/search/", {"q": much[:60_000]}),
        client.get("/accounts/", headers={"Accept-Language": "zh," * 20_000}),
    ):
        assert answer.status_code < 500
    assert not Contact.objects.exists()
    assert len(html_of("http://" + "(a.!" * 20_000)) > 0


def test_b13_a_line_of_the_log_stays_a_line(sign_in: SignIn, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        sign_in("zhou").get("/nowhere%0d%0aERROR forged/")
        Client().get("/nowhere%0a2026 ERROR forged/")
    said = [record.getMessage() for record in caplog.records if "nowhere" in record.getMessage()]
    assert said
    assert not [line for line in said if "\n" in line or "\r" in line]


def test_b15_fields_that_a_form_does_not_have_are_not_taken(vendor: Cast, sign_in: SignIn) -> None:
    extra = {
        "role": "owner",
        "roles": "owner",
        "is_staff": "1",
        "is_active": "",
        "username": "boss",
        "account": "3",
        "id": "99",
    }
    client = sign_in("zhou")
    client.post("/preferences/", {"language": "en", "theme": "dark", "time_zone": "", **extra})
    client.post(
        reverse("contact-new", args=[vendor.luban.pk]), {"name": "何经理", "added_at": "2001-01-01", **extra}
    )
    zhou = Staff.objects.get(pk=vendor["zhou"].pk)
    assert (zhou.username, zhou.is_active, set(zhou.roles)) == ("zhou", True, {"spokesperson"})
    for contact in Contact.objects.all():
        assert contact.account_id == vendor.luban.pk
        assert contact.pk != 99


def test_b17_the_same_name_twice_breaks_nothing(vendor: Cast, sign_in: SignIn) -> None:
    opened(vendor)
    client = sign_in("he")
    for path in (
        "/cases/all/?page=1&page=2&sort=case&sort=due",
        "/accounts/?q=a&q=b",
        "/search/?q=a&q=b",
        "/ledger/?before=1&before=x",
    ):
        assert client.get(path, follow=True).status_code == 200, path
