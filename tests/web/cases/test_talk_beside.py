"""Beside the words: naming colleagues, files, templates, and what the customer said elsewhere."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from proxeny.accounts import contacting
from proxeny.accounts.models import Contact
from proxeny.cases import opening, templating
from proxeny.cases.models import Case
from proxeny.cases.opening import Opening
from proxeny.core import clock
from tests.cast import Cast, SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


@pytest.fixture
def li(vendor: Cast) -> Contact:
    return contacting.add(vendor.luban, {"name": "李总", "title": "总经理"}, by=vendor.actor("he"))


@pytest.fixture
def case(vendor: Cast, li: Contact) -> Case:
    return opening.open_case(vendor.luban, Opening(text="导出超时", reporter=li), by=vendor.actor("zhou"))


@pytest.mark.parametrize("words", ["何苗", "hemiao", "hm"])
def test_colleagues_are_found_by_name_pinyin_and_initials(case: Case, sign_in: SignIn, words: str) -> None:
    answer = sign_in("zhou").get(f"/cases/{case.number}/mentions/", {"q": words, "audience": "note"})
    assert "何苗" in answer.content.decode()


def test_only_who_could_read_it_is_offered(case: Case, sign_in: SignIn) -> None:
    zhou = sign_in("zhou")
    everybody = {
        audience: zhou.get(f"/cases/{case.number}/mentions/", {"audience": audience}).content.decode()
        for audience in ("note", "customer")
    }
    assert "潘磊" in everybody["customer"]
    for name in ("潘磊", "林可", "许诺", "张工", "无名", "周雨"):
        assert name not in everybody["note"]


def test_a_file_is_refused_with_its_reason_or_kept_and_served_shut_in(case: Case, sign_in: SignIn) -> None:
    zhou = sign_in("zhou")
    address = f"/cases/{case.number}/files/?part=files"
    refused = zhou.post(address, {"file": SimpleUploadedFile("x.png", b"<svg onload=x>")})
    assert refused.status_code == 422
    assert "x.png" in refused.content.decode()
    kept = zhou.post(address, {"file": SimpleUploadedFile("周报.png", PNG)})
    assert kept.status_code == 200
    file = case.attachments.get()
    got = zhou.get(f"/cases/files/{file.pk}/")
    assert b"".join(got.streaming_content) == PNG  # type: ignore[attr-defined]
    assert got["Content-Type"] == "image/png"
    assert got["X-Content-Type-Options"] == "nosniff"
    assert got["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert got["Content-Disposition"].startswith("inline")
    zhou.post(address, {"file": SimpleUploadedFile("log.txt", b"words")})
    text = zhou.get(f"/cases/files/{case.attachments.last().pk}/")
    assert text["Content-Disposition"].startswith("attachment")
    zhou.post(f"/cases/files/{file.pk}/removal/", headers={"HX-Request": "true"})
    assert zhou.get(f"/cases/files/{file.pk}/").status_code == 404


def test_a_template_is_shown_with_what_is_real_and_marks_what_is_missing(
    case: Case, vendor: Cast, sign_in: SignIn
) -> None:
    templating.keep(
        templating.Draft("收到", "{contact}您好,{title}由{me}跟进,{next step}"), by=vendor.actor("zhou")
    )
    shown = (
        sign_in("zhou")
        .get(f"/cases/{case.number}/templates/", {"audience": "customer", "q": "sd"})
        .content.decode()
    )
    assert 'data-template-text="李总您好,导出超时由周雨跟进,{next step}"' in shown
    assert "templates-unknown" in shown


def test_templates_are_made_changed_and_put_away(vendor: Cast, sign_in: SignIn) -> None:
    zhou = sign_in("zhou")
    assert zhou.post("/cases/templates/new/", {"name": "收到", "text": ""}).status_code == 422
    zhou.post("/cases/templates/new/", {"name": "收到", "text": "您好", "is_shared": "on"})
    kept = templating.templates(vendor.actor("zhou")).get()
    assert kept.owner == vendor["zhou"], "who does not lead keeps their own only"
    zhou.post(f"/cases/templates/{kept.pk}/", {"name": "收到了", "text": "您好"})
    assert "收到了" in zhou.get("/cases/templates/").content.decode()
    zhou.post(f"/cases/templates/{kept.pk}/removal/")
    assert not templating.templates(vendor.actor("zhou")).exists()
    zhou.post(f"/cases/templates/{kept.pk}/restoration/")
    assert templating.templates(vendor.actor("zhou")).exists()


def test_what_the_customer_said_on_the_phone_stands_at_its_moment(
    case: Case, li: Contact, sign_in: SignIn
) -> None:
    zhou, at = sign_in("zhou"), clock.now() - timedelta(hours=2)
    data = {"text": "截图发你了", "contact": li.pk, "at": f"{clock.today()}T00:01"}
    address = f"/cases/{case.number}/customer-words/"
    assert zhou.post(address, {**data, "at": "2099-01-01T00:00"}).status_code == 422
    assert zhou.post(address, data).status_code == 302
    kept = case.messages.get(text="截图发你了")
    assert (kept.is_inbound, kept.contact) == (True, li)
    assert kept.at < at or kept.at.hour == 16
