"""Who reads and who writes in a case: each route, each outsider."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from proxeny.cases import attaching, opening, templating, writing
from proxeny.cases.models import Attachment, Audience, Case, Message, Template
from proxeny.cases.opening import Opening
from proxeny.cases.writing import Writing
from proxeny.desk.models import Draft
from tests.cast import Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
READS_ONLY = ("pan", "tang", "shen")
SEES_NOTHING = ("lin", "xu", "zhang", "nobody")


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opening.open_case(vendor.luban, Opening(text="导出超时"), by=vendor.actor("zhou"))


@pytest.fixture
def message(case: Case, vendor: Cast) -> Message:
    return writing.write(case, Writing(Audience.CUSTOMER, "我先看看"), by=vendor.actor("zhou"))


def acts(case: Case, message: Message) -> list[tuple[str, dict[str, Any]]]:
    at = f"/cases/{case.number}"
    words = {"audience": "note", "text": "外人的话", "to": "customer"}
    return [
        (f"{at}/messages/", words),
        (f"{at}/composer/", words),
        (f"{at}/check/", words),
        (f"{at}/files/", {"file": SimpleUploadedFile("a.png", PNG)}),
        (f"{at}/customer-words/", {"text": "假装客户说的"}),
        (f"/cases/messages/{message.pk}/withdrawal/", {}),
    ]


def looks(case: Case) -> list[str]:
    at = f"/cases/{case.number}"
    return [f"{at}/composer/", f"{at}/mentions/", f"{at}/templates/", f"{at}/customer-words/"]


@pytest.mark.parametrize("username", [*READS_ONLY, *SEES_NOTHING])
def test_who_may_not_write_finds_none_of_it_and_changes_nothing(
    case: Case, message: Message, sign_in: SignIn, username: str
) -> None:
    client, before = sign_in(username), Message.objects.count()
    for address, data in acts(case, message):
        assert client.post(address, data).status_code == 404, address
    for address in looks(case):
        assert client.get(address).status_code == 404, address
    message.refresh_from_db()
    assert message.withdrawn_at is None
    assert Message.objects.count() == before
    assert not Attachment.objects.exists()
    assert not Draft.objects.exists()


@pytest.mark.parametrize("username", SEES_NOTHING)
def test_to_an_outsider_the_conversation_does_not_exist(
    case: Case, message: Message, vendor: Cast, sign_in: SignIn, username: str
) -> None:
    file = Attachment.objects.create(
        case=case,
        message=message,
        name="a.png",
        media_type="image/png",
        size=1,
        sha256="x",
        path="cases/x",
        at=message.at,
    )
    client = sign_in(username)
    for part in ("talk/", "talk/?before=9", "talk/?after=0", "talk/news/?after=0"):
        assert client.get(f"/cases/{case.number}/{part}").status_code == 404
    assert client.get(f"/cases/files/{file.pk}/").status_code == 404


@pytest.mark.parametrize("username", READS_ONLY)
def test_who_reads_reads_the_conversation(
    case: Case, message: Message, sign_in: SignIn, username: str
) -> None:
    client = sign_in(username)
    assert "我先看看" in client.get(f"/cases/{case.number}/talk/").content.decode()
    assert client.get(f"/cases/{case.number}/talk/news/?after=0").status_code == 200


def test_sales_get_no_part_of_what_is_inside_by_any_of_its_routes(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    note = writing.write(case, Writing(Audience.NOTE, "内部的话"), by=vendor.actor("zhou"))
    later = writing.write(case, Writing(Audience.SALES, "给销售的话"), by=vendor.actor("zhou"))
    client, at = sign_in("pan"), f"/cases/{case.number}/talk/"
    for part in ("", f"?before={later.pk}", f"?before={note.pk}", "?after=0", "news/?after=0"):
        assert "内部的话" not in client.get(at + part).content.decode()


def test_a_file_named_by_a_row_outside_of_the_store_is_not_handed_out(
    case: Case, message: Message, sign_in: SignIn
) -> None:
    file = Attachment.objects.create(
        case=case,
        message=message,
        name="a.txt",
        media_type="text/plain",
        size=1,
        sha256="x",
        path="../secret-key",
        at=message.at,
    )
    assert attaching.path_of(file) is None
    assert sign_in("zhou").get(f"/cases/files/{file.pk}/").status_code == 404


def test_only_who_wrote_takes_back(case: Case, message: Message, sign_in: SignIn) -> None:
    assert sign_in("he").post(f"/cases/messages/{message.pk}/withdrawal/").status_code == 404
    message.refresh_from_db()
    assert message.withdrawn_at is None


def test_in_confidence_writes_only_who_has_the_separate_channel(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    """A colleague who has the case in hand, but not the customer, is no part of that channel."""
    Case.objects.filter(pk=case.pk).update(owner=vendor["lin"])
    data = {"audience": "note", "text": "私下说的", "is_confidential": "on"}
    assert sign_in("lin").post(f"/cases/{case.number}/messages/", data).status_code == 404
    assert sign_in("zhou").post(f"/cases/{case.number}/messages/", data).status_code == 302
    assert Message.objects.get(text="私下说的").is_confidential


@pytest.mark.parametrize("username", ["lin", "he", "pan", "shen", "nobody"])
def test_nobody_elses_own_template_can_be_opened_or_put_away(
    vendor: Cast, sign_in: SignIn, username: str
) -> None:
    own = templating.keep(templating.Draft("收到", "您好"), by=vendor.actor("zhou"))
    client: Client = sign_in(username)
    assert client.get(f"/cases/templates/{own.pk}/").status_code == 404
    for act in ("", "removal/", "restoration/"):
        assert client.post(f"/cases/templates/{own.pk}/{act}", {"name": "x", "text": "y"}).status_code == 404
    assert Template.objects.get().put_away_at is None
