"""What a bundle says to people: the page and the paper, in both languages."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation
from django.utils.html import escape

from proxeny.cases import attaching, writing
from proxeny.cases.models import Audience, Case
from proxeny.cases.writing import Writing
from proxeny.core import clock
from proxeny.core.sentences import LANGUAGES
from proxeny.ledger import anchoring, keys
from proxeny.ledger.bundles import gathering
from proxeny.ledger.bundles.names import PAPER
from proxeny.reports.evidence import scope, words
from tests.cases.handy import said
from tests.cast import Cast
from tests.core.papers import inside
from tests.ledger.bundled import checked, closed
from tests.ledger.bundled import opened as unpacked
from tests.reports.evidenced import composed, made, of_luban, page, warned

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def case(vendor: Cast, tmp_path: Path, settings: Any) -> Case:
    """A case in which the customer was warned, of a vendor who hands heads to a file."""
    return warned(vendor, tmp_path, settings)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_paper_is_made_of_the_same_sentences_and_is_the_same_file_each_time(
    vendor: Cast, case: Case, language: Any
) -> None:
    zhou = vendor.actor("zhou")
    attached = attaching.attach(case, io.BytesIO(b"a,b\n"), "表.csv", by=zhou)
    writing.write(case, Writing(Audience.CUSTOMER, "见附件👍", attachments=[attached.pk]), by=zhou)
    anchoring.anchor_head.call()
    said(case, vendor, "后来说的")
    found, head = scope.of_account(zhou, vendor.luban.pk), gathering.head(keys.signer())
    assert head is not None
    with clock.at(clock.now()):
        one, other = (composed(vendor, "zhou", head, language) for _time in range(2))
    assert one == other
    assert found.title.encode() in inside(unpacked(one)[PAPER])
    assert (b"/Lang(zh" if language == "zh" else b"/Lang(en") in inside(unpacked(one)[PAPER]).replace(
        b" (", b"("
    )


def test_no_bit_of_the_paper_can_be_flipped(vendor: Cast, case: Case) -> None:
    files = unpacked(of_luban(vendor, "zhou"))
    paper = files[PAPER]
    for at in range(0, len(paper), 997):
        flipped = paper[:at] + bytes([paper[at] ^ 1 << at % 8]) + paper[at + 1 :]
        report = checked(closed({**files, PAPER: flipped}), key=keys.signer().verifier)
        assert [(one.place, one.kind) for one in report.breaks] == [(PAPER, "changed")]


def test_what_it_proves_and_what_it_cannot_is_said_in_the_language_of_the_page(
    vendor: Cast, case: Case
) -> None:
    actor = vendor.actor("zhou")
    found = scope.of_account(actor, vendor.luban.pk)
    texts = {language: page(made(found, actor, language)) for language in ("zh", "en")}
    for msgid in (*words.PROVES, *words.CANNOT, words.ANYWHERE):
        with translation.override(LANGUAGES["en"]):
            assert escape(translation.gettext(msgid)) in texts["en"]
        with translation.override(LANGUAGES["zh"]):
            assert escape(translation.gettext(msgid)) in texts["zh"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_needs_no_network_and_no_script(vendor: Cast, case: Case, language: str) -> None:
    actor = vendor.actor("zhou")
    said(case, vendor, "<script>alert(1)</script>")
    text = page(made(scope.of_account(actor, vendor.luban.pk), actor, language))
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "http" not in text.replace('<meta name="viewport"', "")
    assert f'<html lang="{"zh-CN" if language == "zh" else "en"}">' in text
    with translation.override(LANGUAGES[language]):
        assert translation.gettext("What this cannot prove") in text
