"""Files beside messages: taken by what they are, kept under names of our own, swept up when nobody sends them."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from pytest_django import Settings

from proxeny.cases import access, attaching, opening, writing
from proxeny.cases.file_kinds import ALL, kind_of, safe_name
from proxeny.cases.models import Attachment, Audience, Case
from proxeny.cases.opening import Opening
from proxeny.cases.writing import Writing
from proxeny.core import clock
from proxeny.identity.access import NotFound
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("on_22_november")
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
PDF = b"%PDF-1.7\n1 0 obj"


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opening.open_case(vendor.luban, Opening(text="导出超时"), by=vendor.actor("zhou"))


def archive(*names: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return kept.getvalue()


def lie(folder: Path, content: bytes) -> Path:
    path = folder / "kept"
    path.write_bytes(content)
    return path


def files() -> list[Path]:
    return list((Path(settings.FILES_FOLDER) / "cases").glob("*"))


@pytest.mark.parametrize(
    ("name", "content", "suffix"),
    [
        ("a.png", PNG, ".png"),
        ("a.jpg", b"\xff\xd8\xff\xe0rest", ".jpg"),
        ("a.gif", b"GIF89a", ".gif"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", ".webp"),
        ("a.pdf", PDF, ".pdf"),
        ("a.mp4", b"\0\0\0\x18ftypisom", ".mp4"),
        ("a.zip", archive("notes.txt"), ".zip"),
        ("a.docx", archive("[Content_Types].xml", "word/document.xml"), ".docx"),
        ("a.xlsx", archive("[Content_Types].xml", "xl/workbook.xml"), ".xlsx"),
        ("a.pptx", archive("[Content_Types].xml", "ppt/presentation.xml"), ".pptx"),
        ("a.log", "2026-11-22 错误".encode(), ".txt"),
        ("a.csv", "客户,金额\n".encode("gb18030"), ".csv"),
        ("a.json", b'{"a": 1}', ".json"),
    ],
)
def test_a_file_is_known_by_what_it_is(tmp_path: Path, name: str, content: bytes, suffix: str) -> None:
    kind = kind_of(lie(tmp_path, content), name)
    assert kind is not None
    assert suffix in kind.suffixes
    assert kind in ALL


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"),
        ("a.txt", b"\xef\xbb\xbf  <!DOCTYPE html><script>"),
        ("a.html", b"just words"),
        ("a.csv", b"<script>alert(1)</script>"),
        ("a.json", b"{not json"),
        ("a.exe", b"MZ\x90\0"),
        ("a.txt", b"MZ\x90\0"),
        ("a.docx", archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
        ("a.zip", b"PK\x03\x04 and nothing more"),
        ("a.txt", b""),
    ],
)
def test_what_could_run_or_is_not_what_it_says_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    assert kind_of(lie(tmp_path, content), name) is None


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("..\\..\\etc/passwd.pdf", "passwd.pdf"),
        ("报价:终稿?.pdf", "报价_终稿_.pdf"),
        ("page.html", "page.html.pdf"),
        ("invoice\u202efdp.exe", "invoice_fdp.exe.pdf"),
        ("", "file.pdf"),
        ("长" * 300 + ".pdf", "长" * 200 + ".pdf"),
    ],
)
def test_a_name_leads_nowhere_and_tells_what_the_file_is(tmp_path: Path, name: str, safe: str) -> None:
    kind = kind_of(lie(tmp_path, PDF), name)
    assert kind is not None
    assert safe_name(name, kind) == safe


def test_a_file_is_its_writers_alone_until_the_message_is_sent(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    file = attaching.attach(case, io.BytesIO(PNG), "截图.png", by=zhou)
    assert access.attachment_for(zhou, file.pk) == file
    with pytest.raises(NotFound):
        access.attachment_for(vendor.actor("he"), file.pk)
    writing.write(case, Writing(Audience.CUSTOMER, "见附件", attachments=[file.pk]), by=zhou)
    for reader in ("he", "tang", "pan", "shen"):
        assert access.attachment_for(vendor.actor(reader), file.pk) == file
    for outsider in ("lin", "xu", "zhang", "nobody"):
        with pytest.raises(NotFound):
            access.attachment_for(vendor.actor(outsider), file.pk)


def test_sales_do_not_read_the_file_of_a_note(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    file = attaching.attach(case, io.BytesIO(PDF), "内部.pdf", by=zhou)
    writing.write(case, Writing(Audience.NOTE, "看附件", attachments=[file.pk]), by=zhou)
    with pytest.raises(NotFound):
        access.attachment_for(vendor.actor("pan"), file.pk)


@pytest.mark.parametrize("username", ["lin", "pan", "tang", "xu", "zhang", "shen", "nobody"])
def test_who_may_not_write_keeps_nothing(case: Case, vendor: Cast, username: str) -> None:
    before = files()
    with pytest.raises(NotFound):
        attaching.attach(case, io.BytesIO(PNG), "a.png", by=vendor.actor(username))
    assert not Attachment.objects.exists()
    assert files() == before


def test_too_large_too_many_empty_or_strange_is_refused_and_leaves_nothing(
    case: Case, vendor: Cast, settings: Settings
) -> None:
    zhou, before = vendor.actor("zhou"), len(files())
    settings.ATTACHMENT_LIMIT_MB = 1
    for content, name in ((b"%PDF-" + b"x" * (1 << 20), "a.pdf"), (b"", "b.pdf"), (b"<svg/>", "c.svg")):
        with pytest.raises(ValidationError):
            attaching.attach(case, io.BytesIO(content), name, by=zhou)
    assert len(files()) == before
    for number in range(attaching.MOST):
        attaching.attach(case, io.BytesIO(PNG), f"{number}.png", by=zhou)
    with pytest.raises(ValidationError):
        attaching.attach(case, io.BytesIO(PNG), "eleventh.png", by=zhou)


def test_a_file_taken_out_is_not_sent_and_gone_by_the_morning(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    file = attaching.attach(case, io.BytesIO(PNG), "a.png", by=zhou)
    path = attaching.path_of(file)
    with pytest.raises(NotFound):
        attaching.remove(file, by=vendor.actor("he"))
    attaching.remove(file, by=zhou)
    attaching.remove(file, by=zhou)
    with pytest.raises(ValidationError):
        writing.write(case, Writing(Audience.NOTE, "x", attachments=[file.pk]), by=zhou)
    assert attaching.sweep_attachments.func() >= 1
    assert path is not None
    assert not path.exists()
    assert not Attachment.objects.filter(pk=file.pk).exists()


def test_what_was_sent_is_never_swept_and_what_waits_stands_as_long_as_a_draft(
    case: Case, vendor: Cast
) -> None:
    zhou = vendor.actor("zhou")
    sent, waiting, old = (
        attaching.attach(case, io.BytesIO(PNG), f"{n}.png", by=zhou) for n in ("sent", "waiting", "old")
    )
    writing.write(case, Writing(Audience.NOTE, "x", attachments=[sent.pk]), by=zhou)
    long_ago = clock.machine_now() - attaching.STANDS_FOR - timedelta(days=1)
    Attachment.objects.filter(pk__in=[sent.pk, old.pk]).update(at=long_ago)
    attaching.sweep_attachments.func()
    assert set(Attachment.objects.values_list("pk", flat=True)) == {sent.pk, waiting.pk}
    assert attaching.path_of(sent) is not None
    assert attaching.path_of(waiting) is not None


def test_a_message_taken_back_gives_its_files_back(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    file = attaching.attach(case, io.BytesIO(PNG), "a.png", by=zhou)
    message = writing.write(case, Writing(Audience.CUSTOMER, "见附件", attachments=[file.pk]), by=zhou)
    assert not attaching.waiting(case, zhou).exists()
    assert writing.take_back(message, by=zhou)
    assert list(attaching.waiting(case, zhou)) == [file]
