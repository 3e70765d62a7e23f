"""Receipts, with nothing but the text: what holds, what does not, and whom one convicts."""

import dataclasses
import html
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.ledger.checking import Witnessed, check_heads, read
from proxeny.ledger.checking.kept import notes_in
from proxeny.ledger.merkle import root_of
from proxeny.ledger.receipts.receipt import is_receipt
from proxeny.ledger.receipts.saying import sentences
from proxeny.ledger.receipts.verifying import Report, verify
from tests.ledger.hands import FORGER, KEY, chained_anew, forged, head, heads_of
from tests.ledger.receipted import ROWS, receipt


def checked(text: str, **more: object) -> Report:
    return verify(text.encode(), **{"key": KEY.verifier, **more})  # type: ignore[arg-type]


def kinds(text: str, **more: object) -> set[str]:
    return {one.kind.value for one in checked(text, **more).breaks}


@pytest.mark.parametrize("number", range(1, 13))
def test_a_receipt_of_any_line_holds(number: int) -> None:
    report = checked(receipt(number).as_text())
    assert report.breaks == []
    assert (report.size, report.is_key_compared) == (12, True)


def test_without_its_text_a_receipt_holds_and_says_nothing() -> None:
    text = receipt(with_text=False).as_text()
    assert checked(text).ok
    assert "见图" not in text
    assert "text" not in text.replace("tlog-proof", "")


def test_each_bit_of_it_has_a_meaning() -> None:
    raw = receipt().as_text().encode()
    for at in range(len(raw)):
        for bit in range(8):
            flipped = raw[:at] + bytes([raw[at] ^ 1 << bit]) + raw[at + 1 :]
            assert not verify(flipped, key=KEY.verifier).ok or flipped.split() == raw.split(), (at, bit)


def test_what_mail_does_to_line_ends_and_blanks_around_it_does_no_harm() -> None:
    text = receipt().as_text()
    assert checked(f"\r\n  {text}\n\n".replace("\n", "\r\n")).ok
    assert verify(b"\xef\xbb\xbf" + text.encode(), key=KEY.verifier).ok


def test_the_page_that_holds_it_is_verified_by_the_receipt_in_it() -> None:
    text = receipt().as_text()
    page = f'<!doctype html>\n<p>Anything</p><pre id="receipt">{html.escape(text)}</pre></html>'
    assert is_receipt(page.encode())
    assert checked(page).ok
    assert not checked(page.replace("account:1", "account:2")).ok


@given(st.binary(max_size=200))
def test_any_other_file_is_no_receipt(raw: bytes) -> None:
    assert not is_receipt(raw)
    assert not verify(raw, key=KEY.verifier).ok


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"row": ROWS[4 - 1]}, "path"),
        ({"row": ROWS[2]._replace(actor="staff:9")}, "path"),
        ({"row": ROWS[2]._replace(content='{"text":"other"}')}, "text"),
        ({"row": ROWS[2]._replace(key=b"\0" * 32)}, "text"),
        ({"path": ()}, "path"),
        ({"note": KEY.sign(head(ROWS, 11).text())}, "path"),
        ({"note": FORGER.sign(head(ROWS, 12).text())}, "head"),
        ({"verifier": str(FORGER.verifier)}, "key"),
        ({"verifier": "nobody"}, "key"),
    ],
)
def test_what_was_changed_in_it_is_named(change: dict[str, object], kind: str) -> None:
    assert kind in kinds(dataclasses.replace(receipt(), **change).as_text())  # type: ignore[arg-type]


def test_one_that_another_key_has_signed_holds_only_for_who_does_not_know_the_key() -> None:
    text = receipt(signer=FORGER).as_text()
    assert {"key", "head"} <= kinds(text)
    report = verify(text.encode())
    assert (report.ok, report.is_key_compared, report.key) == (True, False, str(FORGER.verifier))


def test_a_second_signature_does_not_belong_to_it() -> None:
    extra = "— nobody AAAAAAAA\n"
    assert kinds(receipt().as_text() + extra) == {"head"}


def test_it_convicts_who_writes_the_record_anew_and_signs_it_again() -> None:
    """The customer keeps it; the vendor has database and key, and changes a line before it."""
    kept = receipt(number=7).as_text()
    anew = list(ROWS)
    anew[1] = forged(random.Random(1), anew[1])
    anew = chained_anew(anew, 1)
    own = heads_of(anew, [12], "this ledger")
    heads, wrong = read([*own, *(Witnessed(note, "customer") for note in notes_in(kept))], KEY.verifier)
    roots = {12: root_of(bytes.fromhex(row.hash) for row in anew)}
    found = check_heads(heads, roots, 12, lines_hold=True)
    assert wrong == []
    assert {one.kind for one in found} == {"fork"}
    assert kinds(kept, witnessed=[own[0].note]) == {"fork"}
    assert checked(kept).ok, "by itself it holds: it is the record that does not"


def test_heads_that_were_kept_are_compared() -> None:
    text = receipt().as_text()
    same, older = KEY.sign(head(ROWS, 12).text()), KEY.sign(head(ROWS, 8).text())
    assert checked(text, witnessed=[same, older]).compared == 1
    assert kinds(text, witnessed=[FORGER.sign(head(ROWS, 12).text())]) == {"head"}


def test_what_was_found_is_said_in_plain_words() -> None:
    said = "\n".join(sentences(checked(receipt().as_text()), str))
    assert "This receipt holds: entry 3 stands in the record of proxeny.test/ledger" in said
    assert "见图" in said
    assert "Only this is proven" in said
    bad = "\n".join(sentences(checked(receipt().as_text().replace("见图", "没图")), str))
    assert bad.splitlines() == [
        "This receipt does not hold. Do not rely on it.",
        "The text is not the one that was written.",
    ]
    assert "not part of this receipt" in "\n".join(
        sentences(checked(receipt(with_text=False).as_text()), str)
    )


def test_the_document_for_machines() -> None:
    found = checked(receipt().as_text()).as_json()
    assert (found["ok"], found["entry"], found["size"], found["breaks"]) == (True, 3, 12, [])
    assert json.loads(found["text"])["text"] == "见图"
