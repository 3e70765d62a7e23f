"""The bundle of evidence on the web: a page that says what is in it, and the file."""

import io
from typing import Any

import pytest
from django.db import connection
from django.http import FileResponse

from proxeny.cases.models import Case
from proxeny.judgement import judging
from proxeny.judgement.models import Judgement
from proxeny.ledger import guards, keys
from proxeny.ledger.bundles.verifying import verify
from proxeny.ledger.models import Entry, Payload
from tests.cases.handy import opened, said
from tests.cast import Cast, SignIn

SECRET = "their new IT head wants to leave us"


@pytest.fixture
def case(vendor: Cast, tmp_path: Any, settings: Any) -> Case:
    settings.LEDGER_KEY, settings.LEDGER_KEY_FILE = "", tmp_path / "ledger-key"
    case = opened(vendor, "导出超时")
    said(case, vendor, "请分批导出")
    judging.judge(vendor.luban, band=Judgement.Band.RED, reason=SECRET, by=vendor.actor("zhou"))
    return case


def addresses(case: Case) -> list[str]:
    return [f"/ledger/accounts/{case.account_id}/bundle/", f"/ledger/cases/{case.number}/bundle/"]


@pytest.mark.parametrize("username", ["zhou", "he", "shen", "pan"])
def test_whoever_may_read_it_gets_a_file_that_holds(case: Case, sign_in: SignIn, username: str) -> None:
    for address in addresses(case):
        assert sign_in(username).get(address).status_code == 200
        answer = sign_in(username).post(address)
        assert isinstance(answer, FileResponse)
        assert answer["Content-Disposition"].startswith('attachment; filename="evidence-')
        raw = b"".join(answer.streaming_content)  # type: ignore[arg-type]
        assert verify(io.BytesIO(raw), key=keys.signer().verifier).ok
        assert (SECRET.encode() in raw) is (username != "pan" and "accounts" in address)


@pytest.mark.parametrize("username", ["lin", "xu", "zhang", "nobody"])
def test_for_an_outsider_it_is_not_there_and_nothing_goes_on_record(
    case: Case, sign_in: SignIn, username: str
) -> None:
    before = Entry.objects.count()
    for address in addresses(case):
        assert sign_in(username).get(address).status_code == 404
        assert sign_in(username).post(address).status_code == 404
    assert Entry.objects.count() == before


def test_that_sales_made_one_is_known_to_them_and_to_the_spokesperson(case: Case, sign_in: SignIn) -> None:
    sign_in("pan").post(addresses(case)[0])
    sequence = Entry.objects.get(kind="bundle.made").sequence
    for username in ("pan", "zhou"):
        assert f'id="entry-{sequence}"' in sign_in(username).get("/ledger/").content.decode()


def test_what_others_made_is_not_told_to_sales(case: Case, sign_in: SignIn) -> None:
    sign_in("zhou").post(addresses(case)[0])
    sequence = Entry.objects.get(kind="bundle.made").sequence
    assert f'id="entry-{sequence}"' in sign_in("zhou").get("/ledger/").content.decode()
    assert f'id="entry-{sequence}"' not in sign_in("pan").get("/ledger/").content.decode()


def test_the_pages_of_the_customer_and_the_case_lead_to_it(case: Case, sign_in: SignIn) -> None:
    for page, address in zip(
        [f"/accounts/{case.account_id}/", f"/cases/{case.number}/"], addresses(case), strict=True
    ):
        assert address in sign_in("zhou").get(page).content.decode()


def test_where_the_record_does_not_hold_it_is_said_and_no_file_is_made(case: Case, sign_in: SignIn) -> None:
    guards.remove(connection)
    Payload.objects.filter(entry__kind="case.wrote").update(content='{"text":"never"}')
    guards.install(connection)
    answer = sign_in("zhou").post(addresses(case)[0])
    assert not isinstance(answer, FileResponse)
    assert answer.status_code == 200
    assert not Entry.objects.filter(kind="bundle.made").exists()


def test_of_nothing_no_file_is_made(case: Case, vendor: Cast, sign_in: SignIn) -> None:
    answer = sign_in("lin").post(f"/ledger/accounts/{vendor.yunqi.pk}/bundle/")
    assert not isinstance(answer, FileResponse)
    assert answer.status_code == 200
