"""Abuse cases D (docs/security.md): files that come in and go out."""

import csv
import stat
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from proxeny.cases import attaching
from proxeny.cases.attaching import path_of
from proxeny.cases.models import Attachment
from proxeny.core import clock, printing
from tests.cases.handy import opened
from tests.cast import Cast, SignIn
from tests.core.papers import evidence, inside, pages, template

pytestmark = pytest.mark.usefixtures("on_22_november")
FORMULAS = ("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", " =1", "＝1", "＠x", "\u200b=1")


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd.txt", "/etc/x.txt", "C:\\x\\y.txt", "nul\x00.txt", "CON.txt", "a/../b.txt", "..txt"],
)
def test_d1_where_a_file_lies_is_never_told_by_its_name(name: str, vendor: Cast) -> None:
    case = opened(vendor)
    file = attaching.attach(case, BytesIO(b"x\n"), name, by=vendor.actor("zhou"))
    path = path_of(file)
    assert path is not None
    assert path.resolve().is_relative_to(settings.FILES_FOLDER.resolve())
    assert not {"passwd", "CON", "nul"} & {part.split(".")[0] for part in path.parts}
    assert not set("/\\\x00") & set(file.name)


def test_d6_a_name_of_a_file_adds_no_header_and_no_second_name(vendor: Cast, sign_in: SignIn) -> None:
    case, zhou = opened(vendor), sign_in("zhou")
    name = '账单"; filename="evil.html\r\nSet-Cookie: a=b.txt'
    file = attaching.attach(case, BytesIO(b"x\n"), name, by=vendor.actor("zhou"))
    answer = zhou.get(reverse("case-attachment", args=[file.pk]))
    told = answer["Content-Disposition"]
    assert "\r" not in told
    assert "\n" not in told
    assert 'filename="' not in told.replace("filename*=", "")
    assert "filename*=utf-8''" in told
    assert "Set-Cookie" not in answer.headers


def test_d7_files_are_at_no_address_of_their_own(vendor: Cast, sign_in: SignIn) -> None:
    case = opened(vendor)
    file = attaching.attach(case, BytesIO(b"x\n"), "x.txt", by=vendor.actor("zhou"))
    for client in (Client(), sign_in("zhou")):
        for base in ("/media/", "/files/", "/static/", "/static/../", "/cases/files/../../"):
            assert client.get(base + file.path, follow=True).status_code == 404
    assert Client().get(reverse("case-attachment", args=[file.pk])).status_code == 302
    for outsider in ("lin", "pan", "he", "shen"):
        address = reverse("case-attachment", args=[file.pk])
        assert sign_in(outsider).get(address).status_code == 404, outsider


def test_d8_the_file_somebody_has_not_sent_yet_cannot_be_sent_or_taken_by_another(
    vendor: Cast, sign_in: SignIn
) -> None:
    case = opened(vendor)
    file = attaching.attach(case, BytesIO(b"x\n"), "x.txt", by=vendor.actor("zhou"))
    he = sign_in("he")
    form = {"text": "see file", "audience": "note", "attachments": file.pk}
    he.post(reverse("case-messages", args=[case.number]), form)
    assert he.post(reverse("case-attachment-removal", args=[file.pk])).status_code == 404
    file = Attachment.objects.get(pk=file.pk)
    assert (file.message_id, file.removed_at) == (None, None)


INERT = (
    '#read("/etc/passwd")',
    '#include "/etc/passwd"',
    '#import "@preview/cetz:0.3.0"',
    '#panic("x")',
    "#sys.inputs",
    "file:///etc/passwd",
    "http://169.254.169.254/latest/meta-data/",
    "url(http://169.254.169.254/)",
    "https://example.com/a.png",
    "<img src=file:///etc/passwd>",
    "$ x^2 $ *a* _b_ `c` = d <label> @label \\\\ //",
    '"} { "data": 1',
)


def test_d10_what_is_printed_is_text_and_opens_nothing() -> None:
    """Each of them fails or leads somewhere once it is read as markup; in a paper all of them are letters."""
    said = printing.render("evidence", evidence(*INERT), title=INERT[0], language="en", at=clock.now())
    assert pages(said) >= 1
    everything = inside(said)
    for acting in (
        b"/URI",
        b"/Launch",
        b"/JavaScript",
        b"/EmbeddedFile",
        b"/GoToR",
        b"/SubmitForm",
        b"root:x:0",
    ):
        assert acting not in everything


@pytest.mark.parametrize(
    "act",
    [
        '#read("/etc/passwd")',
        '#read("../secret.txt")',
        '#include "../secret.txt"',
        '#image("/etc/passwd")',
        '#read("http://169.254.169.254/")',
        '#read("file:///etc/passwd")',
    ],
)
def test_d10_nor_does_a_template_reach_what_lies_outside_of_its_folder(act: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("= secret")
    (tmp_path / "papers").mkdir()
    folder = template(tmp_path / "papers", act)
    with pytest.raises(printing.NotSet):
        printing.render("test", {}, title="x", language="zh", folder=folder)


def test_d12_no_file_of_a_list_holds_a_formula(vendor: Cast, sign_in: SignIn) -> None:
    for text in FORMULAS:
        opened(vendor, "x", title=text, product=text)
    body = b"".join(sign_in("zhou").get("/cases/all/export.csv").streaming_content)
    cells = [cell for row in csv.reader(StringIO(body.decode("utf-8-sig"))) for cell in row]
    titles = [cell for cell in cells if cell.lstrip("'").strip("\t \u200b")[:1] in set("=+-@＝＠")]
    assert len(titles) >= len(FORMULAS) - 1
    assert all(cell.startswith("'") for cell in titles), titles


def test_f19_what_is_kept_on_disk_is_the_service_s_alone(vendor: Cast) -> None:
    file = attaching.attach(opened(vendor), BytesIO(b"x\n"), "x.txt", by=vendor.actor("zhou"))
    path = path_of(file)
    assert path is not None
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(path.parent.stat().st_mode) & 0o077 == 0
