"""The page of imports offers cases as it offers the other kinds."""

from pathlib import Path

import pytest

from proxeny.cases.models import Case
from proxeny.intake.models import Batch
from tests.cases.importing.courses import COURSE, EVENTS
from tests.cases.importing.telling import document, table
from tests.cast import SignIn

pytestmark = pytest.mark.usefixtures("on_22_november")


def upload(sign_in: SignIn, username: str, path: Path) -> int:
    """Send the file as one of the cast and return how the page answers."""
    with path.open("rb") as file:
        answer = sign_in(username).post("/imports/files/", {"kind": "cases", "file": file})
    return int(answer.status_code)


def test_an_uploaded_log_is_shown_as_it_would_be_taken(sign_in: SignIn, tmp_path: Path) -> None:
    assert (
        upload(
            sign_in, "he", table(tmp_path / "log.csv", EVENTS, [*COURSE, ["A-1", "LB-01", "soon"] + [""] * 8])
        )
        == 302
    )
    batch = Batch.objects.get(kind=Batch.Kind.CASES)
    page = sign_in("he").get(f"/imports/{batch.pk}/").content.decode()
    assert "Nothing comes out." in page
    assert "soon" in page
    assert Case.objects.count() == 0


def test_a_json_export_is_taken_for_what_it_is(sign_in: SignIn, tmp_path: Path) -> None:
    ticket = {"id": 41, "subject": "Empty report", "requester": {"id": 7}, "organization": {"name": "Luban"},
              "status": "open", "created_at": "2026-03-05T01:00:00Z", "comments": []}  # fmt: skip
    assert upload(sign_in, "he", document(tmp_path / "t.json", {"tickets": [ticket]})) == 302
    page = sign_in("he").get(f"/imports/{Batch.objects.get().pk}/").content.decode()
    assert "Empty report" in page


def test_who_may_not_import_finds_nothing(sign_in: SignIn, tmp_path: Path) -> None:
    assert upload(sign_in, "nobody", table(tmp_path / "log.csv", EVENTS, COURSE)) == 404
    assert not Batch.objects.exists()
