"""Abuse case A8 (docs/security.md): whoever reads the separate channel though it is closed to them is let in by a second
person, for a reason, one matter and a few hours, and all of it is on record and known to who speaks for the customer.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from proxeny.cases.models import Case
from proxeny.core import clock
from proxeny.identity import adding
from proxeny.identity.models import Admission, AdmissionLook
from proxeny.identity.roles import Role
from proxeny.ledger.models import Entry
from tests.access import worlds
from tests.access.looks import granted, hidden, looking, signed_in
from tests.access.worlds import SECRETS, Vendor
from tests.cast import SETTING_UP, Cast


@pytest.fixture
def at(vendor: Cast) -> Vendor:
    """The vendor, with one of everything told in confidence by 鲁班建材."""
    built = worlds.built(vendor)
    worlds.confide(built, vendor.luban, built.case)
    return built


@contextmanager
def later(monkeypatch: pytest.MonkeyPatch, hours: float) -> Iterator[None]:
    """Let the machine's clock be that much later."""
    moment = datetime.now(UTC) + timedelta(hours=hours)
    with monkeypatch.context() as patch:
        patch.setattr(clock, "machine_now", lambda: moment)
        yield


def pages(at: Vendor, client: Client) -> dict[str, int]:
    """How the pages of what was told in confidence answer."""
    number = hidden(at).number
    return {
        name: client.get(address).status_code
        for name, address in {
            "case": f"/cases/{number}/",
            "order": f"/orders/{hidden(at).orders.get().pk}/",
            "promise": f"/promises/{at.vendor.luban.promises.filter(in_confidence=True)[0].pk}/",
            "concession": f"/concessions/{at.vendor.luban.concessions.get(in_confidence=True).pk}/",
            "request": f"/requests/{at.vendor.luban.requests.get(in_confidence=True).pk}/",
            "file": f"/cases/files/{hidden(at).attachments.get().pk}/",
        }.items()
    }


def test_a8_who_is_let_in_sees_it_while_they_look_and_neither_before_nor_after(at: Vendor) -> None:
    one = granted(at)
    client = signed_in(at, "shen")
    assert set(pages(at, client).values()) == {404}
    client = looking(at, one)
    assert set(pages(at, client).values()) == {200}
    assert SECRETS[0] in client.get("/cases/all/").content.decode()
    assert SECRETS[1] in client.get(f"/cases/{at.case.number}/").content.decode() + talk(client, at.case)
    assert hidden(at).title in client.get("/search/?q=quietpromise").content.decode()
    client.post(reverse("glass-looking-end"))
    assert set(pages(at, client).values()) == {404}
    assert SECRETS[0] not in client.get("/cases/all/").content.decode()


def talk(client: Client, case: Case) -> str:
    return client.get(f"/cases/{case.number}/").content.decode()


def test_a8_another_session_of_theirs_sees_nothing(at: Vendor) -> None:
    looking(at, granted(at))
    assert set(pages(at, signed_in(at, "shen")).values()) == {404}


def test_a8_nobody_looks_under_what_was_granted_to_somebody_else(at: Vendor) -> None:
    one = granted(at)
    other = adding.add_staff("ji", "季审", by=SETTING_UP, roles=[Role.AUDITOR])
    client = Client()
    client.force_login(other)
    assert client.post(reverse("glass-looking", args=[one.pk])).status_code == 404
    session = client.session
    session["glass"] = one.pk
    session.save()
    assert set(pages(at, client).values()) == {404}


def test_a8_one_case_is_one_case(at: Vendor) -> None:
    client = looking(at, granted(at, case=hidden(at).number))
    found = pages(at, client)
    assert {name for name, status in found.items() if status == 200} == {"case", "order", "file"}
    page = talk(client, at.case)
    assert not [word for word in SECRETS if word in page]
    client.post(reverse("glass-looking-end"))
    client = looking(at, granted(at, case=at.case.number))
    assert SECRETS[1] in talk(client, at.case)
    assert set(pages(at, client).values()) == {404}


def test_a8_another_customer_stays_closed(at: Vendor) -> None:
    worlds.confide(at, at.vendor.star_river, at.star_rivers)
    other = Case.objects.filter(account=at.vendor.star_river, is_confidential=True)[0]
    client = looking(at, granted(at))
    assert client.get(f"/cases/{other.number}/").status_code == 404
    assert str(other.number) not in client.get("/cases/all/").content.decode()


def test_a8_it_opens_nothing_for_changing(at: Vendor) -> None:
    client, number = looking(at, granted(at)), hidden(at).number
    lines = Entry.objects.count()
    for address in (
        f"/cases/{number}/messages/",
        f"/cases/{number}/watch/",
        f"/ledger/cases/{number}/bundle/",
    ):
        assert client.post(address, {"audience": "note", "text": "x"}).status_code == 404
    bundle = client.post(f"/ledger/accounts/{at.vendor.luban.pk}/bundle/")
    body = b"".join(bundle.streaming_content)
    assert body.startswith(b"PK")
    assert not [word for word in SECRETS if word.encode() in body]
    assert Entry.objects.count() == lines + 1  # that the bundle was made


def test_a8_it_ends_by_itself(at: Vendor, monkeypatch: pytest.MonkeyPatch) -> None:
    client = looking(at, granted(at, hours=3))
    with later(monkeypatch, 2.9):
        assert pages(at, client)["case"] == 200
    with later(monkeypatch, 3.1):
        assert set(pages(at, client).values()) == {404}
        assert client.post(reverse("glass-looking", args=[Admission.objects.get().pk])).status_code == 404


def test_a8_no_day_that_somebody_looks_at_makes_it_longer(
    at: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = looking(at, granted(at, hours=1))
    client.get("/accounts/?on=2026-01-01")
    with later(monkeypatch, 2):
        assert pages(at, client)["case"] == 404
    with clock.on(clock.today() + timedelta(days=30)):
        again = granted(at, hours=1)
    assert again.until is not None
    assert again.until < clock.machine_now() + timedelta(hours=1, minutes=1)


@pytest.mark.parametrize("username", ["shen", "tang", "he"])
def test_a8_who_looks_and_who_can_decide_end_it_at_once(at: Vendor, username: str) -> None:
    one = granted(at)
    client = looking(at, one)
    assert signed_in(at, username).post(reverse("glass-end", args=[one.pk])).status_code == 302
    assert set(pages(at, client).values()) == {404}


def test_a8_a_role_that_was_taken_ends_it(at: Vendor) -> None:
    client = looking(at, granted(at))
    adding.end(at["shen"], Role.AUDITOR, by=SETTING_UP)
    adding.grant(at["shen"], Role.SALES, by=SETTING_UP)
    assert set(pages(at, client).values()) == {404}


def test_a8_every_page_that_is_opened_is_on_record_before_it_is_seen(at: Vendor) -> None:
    one = granted(at)
    client, address = looking(at, one), f"/cases/{hidden(at).number}/"
    for _ in range(2):  # again within five minutes is one look
        client.get(address)
    client.get(f"{address}?to=note")
    client.get("/cases/1/")  # 404: nothing was seen
    opened = list(AdmissionLook.objects.values_list("address", flat=True))
    assert opened == [address, f"{address}?to=note"]
    lines = Entry.objects.filter(kind="admission.looked", visibility="confidential").select_related("payload")
    assert [json.loads(line.payload.content)["address"] for line in lines.order_by("sequence")] == opened
    assert {line.actor for line in lines} == {at["shen"].reference}


def test_a8_what_cannot_be_put_on_record_is_not_shown(at: Vendor, monkeypatch: pytest.MonkeyPatch) -> None:
    client = looking(at, granted(at))
    client.raise_request_exception = False
    monkeypatch.setattr("proxeny.accounts.glass.looking.append", _full)
    answer = client.get(f"/cases/{hidden(at).number}/")
    assert answer.status_code == 500
    assert SECRETS[0].encode() not in answer.content


def _full(*args: object, **more: object) -> int:
    raise OSError("no space left")


def test_a8_every_page_says_so_while_one_looks(at: Vendor) -> None:
    one = granted(at)
    client = looking(at, one)
    for address in ("/cases/all/", "/accounts/", f"/cases/{hidden(at).number}/", "/ledger/", "/glass/"):
        assert reverse("glass-looking-end") in client.get(address).content.decode(), address
    other = signed_in(at, "shen").get("/accounts/").content.decode()
    assert reverse("glass-looking-end") not in other


def test_a8_what_was_opened_is_shown_to_those_who_hear_the_channel_only(at: Vendor) -> None:
    one = granted(at)
    client, address = looking(at, one), f"/cases/{hidden(at).number}/"
    client.get(address)
    page = reverse("glass-admission", args=[one.pk])
    for reader in ("zhou", "he", "tang"):
        assert address in signed_in(at, reader).get(page).content.decode(), reader
    assert address in client.get(page).content.decode()
    client.post(reverse("glass-looking-end"))
    assert address not in client.get(page).content.decode()
