"""Abuse case A8 (docs/security.md), continued: who may ask and who decides, what they are told, and what nobody learns."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from proxeny.accounts.glass import asking, deciding, ending
from proxeny.core import clock
from proxeny.identity import adding
from proxeny.identity.access import NotFound
from proxeny.identity.models import Admission
from proxeny.identity.roles import Role
from proxeny.ledger import reading
from proxeny.ledger.models import Entry
from proxeny.notices.models import Notice
from tests.access import worlds
from tests.access.looks import REASON, asked, granted, hidden, signed_in
from tests.access.walking import TOKEN
from tests.access.worlds import Vendor
from tests.cast import SETTING_UP, Cast

OUTSIDE = ("pan", "xu", "zhang", "nobody")


@pytest.fixture
def at(vendor: Cast) -> Vendor:
    """The vendor, with one of everything told in confidence by 鲁班建材."""
    built = worlds.built(vendor)
    worlds.confide(built, vendor.luban, built.case)
    return built


def test_a8_nobody_grants_what_they_ask_for_themselves(at: Vendor) -> None:
    one = asked(at)
    adding.grant(at["shen"], Role.LEAD, by=SETTING_UP)
    with pytest.raises(ValidationError):
        deciding.grant(one, by=at["shen"].actor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Admission.objects.filter(pk=one.pk).update(
            decision="granted", decided_by=at["shen"], until=clock.machine_now()
        )


@pytest.mark.parametrize("username", ["shen", "zhou", "lin", "pan", "xu", "zhang", "nobody"])
def test_a8_only_a_lead_or_the_owner_decides_and_a_refusal_changes_nothing(at: Vendor, username: str) -> None:
    one, lines = asked(at), Entry.objects.count()
    client = signed_in(at, username)
    for route in ("glass-approval", "glass-refusal"):
        answer = client.post(reverse(route, args=[one.pk]), {"hours": 5, "reason": "好"})
        assert answer.status_code == 404, route
    with pytest.raises(NotFound):
        deciding.grant(one, by=at[username].actor)
    assert Admission.objects.filter(pk=one.pk, decision="", until=None).exists()
    assert Entry.objects.count() == lines


@pytest.mark.parametrize("username", OUTSIDE)
def test_a8_for_sales_product_and_engineers_there_is_nothing_of_it(at: Vendor, username: str) -> None:
    one = granted(at)
    client = signed_in(at, username)
    there = [f"/glass/{one.pk}/", "/glass/", "/glass/new/", f"/glass/new/?account={at.vendor.luban.pk}"]
    assert {client.get(address).status_code for address in there} == {404}
    assert client.post("/glass/new/", {"customer": "鲁班建材", "hours": 1, "reason": "x"}).status_code == 404
    assert "破例" not in client.get("/palette/").content.decode()
    assert not Notice.objects.filter(staff=at[username], kind__startswith="admission").exists()
    if username == "pan":
        for address in ("/ledger/", f"/accounts/{at.vendor.luban.pk}/"):
            page = client.get(address).content.decode()
            assert REASON not in page
            assert "沈鉴" not in page


def test_a8_another_s_spokesperson_does_not_learn_of_it(at: Vendor) -> None:
    one, lin = granted(at), signed_in(at, "lin")
    assert lin.get(f"/glass/{one.pk}/").status_code == 404
    assert REASON not in lin.get("/glass/").content.decode()


def test_a8_without_a_reason_and_beyond_three_days_nobody_asks(at: Vendor) -> None:
    for wrong in ({"reason": " "}, {"hours": 73}, {"hours": 0}):
        said = {"reason": REASON, "hours": 5, **wrong}
        with pytest.raises(ValidationError):
            asking.ask(at.vendor.luban, by=at["shen"].actor, **said)
    assert not Admission.objects.exists()


@pytest.mark.parametrize("username", ["zhou", "lin", "he", "tang", *OUTSIDE])
def test_a8_only_who_reads_the_inside_of_all_and_not_the_channel_can_ask(at: Vendor, username: str) -> None:
    with pytest.raises(NotFound):
        asking.ask(at.vendor.luban, reason=REASON, by=at[username].actor)


def test_a8_asking_the_same_twice_is_one_request_and_one_decision_stands(at: Vendor) -> None:
    one = asked(at)
    assert asked(at).pk == one.pk
    deciding.grant(one, by=at["tang"].actor, hours=2)
    before = Entry.objects.count()
    deciding.grant(one, by=at["tang"].actor)
    assert Entry.objects.count() == before
    with pytest.raises(ValidationError):
        deciding.refuse(one, reason="x", by=at["he"].actor)
    assert asking.withdraw(one, by=at["shen"].actor) is False
    assert ending.end(one, by=at["he"].actor) is True
    assert ending.end(one, by=at["he"].actor) is False


def test_a8_what_was_taken_back_is_not_granted(at: Vendor) -> None:
    one = asked(at)
    assert signed_in(at, "shen").post(reverse("glass-withdrawal", args=[one.pk])).status_code == 302
    with pytest.raises(ValidationError):
        deciding.grant(one, by=at["tang"].actor)


def test_a8_who_speaks_for_the_customer_is_told_at_once_and_sales_is_not(at: Vendor) -> None:
    one = granted(at)
    told = Notice.objects.filter(about=str(one.record))
    assert {row.staff.username for row in told.filter(kind="admission.let-in")} == {"zhou"}
    assert {row.staff.username for row in told.filter(kind="admission.answered")} == {"shen"}
    assert told.get(kind="admission.let-in").shown_from <= clock.now()
    assert REASON in signed_in(at, "zhou").get("/notices/").content.decode()


def test_a8_every_step_is_on_record_with_reason_person_and_end(at: Vendor) -> None:
    one = granted(at, hours=5)
    ending.end(one, by=at["shen"].actor)
    lines = reading.about(one.record)
    assert [line.kind for line in reversed(lines)] == [
        "admission.asked",
        "admission.granted",
        "admission.ended",
    ]
    said = {line.kind: (line.actor, line.content or {}) for line in lines}
    assert said["admission.asked"][1]["reason"] == REASON
    assert said["admission.granted"][0] == at["tang"].reference
    assert said["admission.granted"][1]["hours"] == 5
    for reader in ("zhou", "he", "tang", "shen"):
        assert REASON in signed_in(at, reader).get("/ledger/").content.decode(), reader


def test_a8_asking_and_waiting_answers_the_same_whether_there_is_something_or_not(vendor: Cast) -> None:
    """Byte for byte: of a customer who told something and of one who did not, and for a number that a case has or not."""
    built = worlds.built(vendor)
    number, seen = 9_000_000_001, []
    for is_there in (False, True):
        if is_there:
            worlds.confide(built, vendor.luban, built.case)
            assert hidden(built).number == number
        with transaction.atomic():
            client, answers = signed_in(built, "shen"), []
            address = f"/glass/new/?account={vendor.luban.pk}"
            sent = {"case": number, "hours": 4, "reason": REASON}
            answers.append(client.get(address))
            answers.append(client.post(address, {**sent, "reason": ""}))
            answers.append(client.post(address, sent))
            one = Admission.objects.get()
            answers += [client.get(f"/glass/{one.pk}/"), client.get("/glass/")]
            deciding.grant(one, by=vendor.actor("tang"))
            answers.append(client.get(f"/glass/{one.pk}/"))
            seen.append([TOKEN.sub(rb"\1", one.content) for one in answers])
            transaction.set_rollback(True)
    for before, after in zip(*seen, strict=True):
        assert _plain(before) == _plain(after)


def _plain(page: bytes) -> bytes:
    """Without what counts on from page to page: numbers of rows, and the time of day."""
    import re

    return re.sub(rb"/glass/\d+|admission-\d+|datetime=\"[^\"]+\"|title=\"[^\"]+\"|\d\d:\d\d", b"", page)
