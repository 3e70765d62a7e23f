from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from proxeny.accounts.models import Account
from proxeny.core.models import Job
from proxeny.intake import importers, receiving
from proxeny.intake.models import Batch
from proxeny.intake.tabular.opening import open_source
from tests.cast import Cast, SignIn
from tests.web.imports.bringing import KIND, batch_at, bring, imported, kept, send

pytestmark = pytest.mark.django_db


OUTSIDERS = ["zhou", "lin", "pan", "xu", "zhang", "shen", "nobody"]


def test_refused_rows_are_fetched_under_a_safe_name(lead: Client) -> None:
    batch = imported(lead, name='七月 "账单".csv')
    Batch.objects.filter(pk=batch.pk).update(file_name='七月 "账\r\nX: y/单".csv')
    answer = lead.get(f"/imports/{batch.pk}/bad-rows/")
    assert b"".join(answer.streaming_content) == b"three,c"  # type: ignore[attr-defined]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Type"].startswith("text/csv")
    name = answer.headers["Content-Disposition"]
    assert name.startswith("attachment; filename*=utf-8''%E4%B8%83%E6%9C%88")
    assert not {"\r", "\n", '"', "/"} & set(name)


def test_a_path_out_of_the_store_is_not_served(lead: Client) -> None:
    batch = imported(lead)
    Batch.objects.filter(pk=batch.pk).update(bad_rows_path="../test.sqlite3")
    assert lead.get(f"/imports/{batch.pk}/bad-rows/").status_code == 404


def test_a_file_put_away_is_removed(lead: Client, django_capture_on_commit_callbacks: Any) -> None:
    batch = bring(lead)
    with django_capture_on_commit_callbacks(execute=True):
        lead.post(f"/imports/{batch.pk}/cancellation/")
    batch.refresh_from_db()
    assert batch.state == Batch.State.CANCELLED
    assert not receiving.path_of(batch).exists()


def test_a_file_nobody_named_a_kind_for_is_taken_for_what_it_fits(lead: Client) -> None:
    address = send(lead, kind="").headers["Location"]
    assert batch_at(address).kind == KIND


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("bill.pdf", b"%PDF"),
        ("old.xls", b"\xd0\xcf"),
        ("large.csv", b"1" * ((1 << 20) + 1)),
    ],
)
def test_what_is_not_taken_leaves_nothing_behind(
    name: str, content: bytes, lead: Client, settings: Any
) -> None:
    settings.UPLOAD_LIMIT_MB = 1
    before = kept()
    answer = lead.post(
        "/imports/files/",
        {"kind": KIND, "file": SimpleUploadedFile(name, content)},
        headers={"Accept": "application/json"},
    )
    assert answer.status_code == 422
    assert answer.json()["refusal"]
    assert not Batch.objects.exists()
    assert kept() == before


def test_a_full_disk_takes_no_file(lead: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "room_is_left", lambda size: False)
    answer = send(lead)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not Batch.objects.exists()


def test_a_forged_upload_is_refused(vendor: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(vendor["he"])
    assert send(client).status_code == 403
    assert not Batch.objects.exists()


@pytest.mark.parametrize("username", OUTSIDERS)
def test_outsiders_find_nothing_and_change_nothing(username: str, sign_in: SignIn, lead: Client) -> None:
    done, waiting = imported(lead), bring(lead)
    before = (
        list(Batch.objects.order_by("pk").values()),
        Job.objects.count(),
        Account.objects.count(),
        kept(),
    )
    outsider = sign_in(username)
    for batch in (done, waiting):
        for path in ("", "progress/", "bad-rows/"):
            assert outsider.get(f"/imports/{batch.pk}/{path}").status_code == 404
        for path in ("reading/", "start/", "cancellation/", "withdrawal/", "repetition/"):
            assert outsider.post(f"/imports/{batch.pk}/{path}", {"kind": KIND}).status_code == 404
    assert outsider.get("/imports/").status_code == 404
    assert outsider.get(f"/imports/templates/{KIND}.csv").status_code == 404
    assert send(outsider).status_code == 404
    assert (
        list(Batch.objects.order_by("pk").values()),
        Job.objects.count(),
        Account.objects.count(),
        kept(),
    ) == before


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_template_is_read_back_with_every_column_known(
    language: str, vendor: Cast, lead: Client, tmp_path: Path
) -> None:
    vendor["he"].language = language
    vendor["he"].save()
    for kind in set(importers.kinds()) - {KIND}:
        content = lead.get(f"/imports/templates/{kind}.csv").content
        (tmp_path / "template.csv").write_bytes(content)
        columns = open_source(tmp_path / "template.csv").header
        batch = bring(lead, content, "template.csv", kind)
        preview = importers.importer_of(kind).preview(batch)
        assert {theirs for theirs in preview.mapping.values() if theirs} == set(columns), kind
        assert not preview.missing
