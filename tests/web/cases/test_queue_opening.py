"""Opening a case: quickly taken in."""

import pytest
from django.test import Client

from proxeny.accounts.models import Contact
from proxeny.cases.models import Case
from proxeny.core import clock
from proxeny.desk import drafting
from tests.cast import Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def vendor(vendor: Cast) -> Cast:
    """The cast, reading English."""
    for person in vendor.people.values():
        person.language = "en"
        person.save()
    return vendor


@pytest.fixture
def li(vendor: Cast) -> Contact:
    return Contact.objects.create(
        account=vendor.luban, name="李工", added_at=clock.now(), changed_at=clock.now()
    )


@pytest.fixture
def zhou(sign_in: SignIn) -> Client:
    return sign_in("zhou")


def test_words_and_customer_are_enough(zhou: Client, vendor: Cast) -> None:
    answer = zhou.post(
        "/cases/new/", {"text": "导出失败\n附件是截图", "account": vendor.luban.pk, "severity": 3}
    )
    case = Case.objects.get()
    assert answer.headers["Location"] == f"/cases/{case.number}/"
    assert (case.title, case.account, case.owner) == ("导出失败", vendor.luban, vendor["zhou"])


def test_all_that_may_be_known_is_kept(zhou: Client, vendor: Cast, li: Contact) -> None:
    sent = {
        "text": "总监投诉", "customer": "鲁班", "account": vendor.luban.pk, "reporter": li.pk, "severity": 1, "title": "投诉",
        "channel": "phone", "product": "报表", "owner": vendor["he"].pk, "is_confidential": "on",
    }  # fmt: skip
    zhou.post("/cases/new/", sent)
    case = Case.objects.get()
    assert (case.title, case.reporter, case.severity, case.channel, case.product, case.owner, case.is_confidential) == (
        "投诉", li, 1, "phone", "报表", vendor["he"], True,
    )  # fmt: skip


def test_what_is_typed_finds_the_customer_and_its_people(zhou: Client, vendor: Cast, li: Contact) -> None:
    for typed in ("鲁班", "luban", "lbjc", "LB-01"):
        text = zhou.get(f"/cases/new/customers/?customer={typed}").content.decode()
        assert f'name="account" value="{vendor.luban.pk}" checked' in text
        assert "李工" in text


def test_from_a_customers_page_it_is_chosen_already(zhou: Client, vendor: Cast, li: Contact) -> None:
    text = zhou.get(f"/cases/new/?account={vendor.luban.pk}").content.decode()
    assert f'name="account" value="{vendor.luban.pk}" checked' in text
    assert "李工" in text
    assert (
        f"/cases/new/?account={vendor.luban.pk}" in zhou.get(f"/accounts/{vendor.luban.pk}/").content.decode()
    )


def test_without_a_script_typing_a_name_is_enough_where_one_is_meant(zhou: Client, vendor: Cast) -> None:
    answer = zhou.post("/cases/new/", {"text": "x", "customer": "鲁班", "severity": 3})
    assert answer.status_code == 422
    assert f'value="{vendor.luban.pk}" checked' in answer.content.decode()


def test_what_is_missing_is_said_and_nothing_is_opened(zhou: Client, vendor: Cast) -> None:
    answer = zhou.post("/cases/new/", {"text": "", "severity": 3})
    assert answer.status_code == 422
    assert "Say which customer it is." in answer.content.decode()
    assert not Case.objects.exists()


def test_a_draft_comes_back_and_is_gone_once_the_case_is_open(zhou: Client, vendor: Cast) -> None:
    actor = vendor.actor("zhou")
    drafting.keep(actor, "case-new", {"text": "写到一半", "account": str(vendor.luban.pk)})
    text = zhou.get("/cases/new/").content.decode()
    assert "写到一半" in text
    assert f'value="{vendor.luban.pk}" checked' in text
    zhou.post("/cases/new/", {"text": "写完了", "account": vendor.luban.pk, "severity": 3})
    assert drafting.of(actor, "case-new") is None


def test_an_outsider_finds_no_customer_and_opens_nothing(sign_in: SignIn, vendor: Cast, li: Contact) -> None:
    lin = sign_in("lin")
    for query in ("customer=鲁班", f"account={vendor.luban.pk}", f"customer=鲁班&account={vendor.luban.pk}"):
        text = lin.get(f"/cases/new/customers/?{query}").content.decode()
        assert "鲁班建材" not in text
        assert "李工" not in text
    answer = lin.post("/cases/new/", {"text": "x", "account": vendor.luban.pk, "severity": 3})
    assert answer.status_code == 422
    for outsider in ("pan", "tang", "xu", "zhang", "shen", "nobody"):
        client = sign_in(outsider)
        assert (
            client.post("/cases/new/", {"text": "x", "account": vendor.luban.pk, "severity": 3}).status_code
            == 404
        )
    assert not Case.objects.exists()
