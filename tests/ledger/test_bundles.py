"""Bundles: whatever is done to one, it does not hold any longer; and the proof of each entry stands by itself."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.ledger import merkle
from proxeny.ledger.bundles import archive
from proxeny.ledger.bundles.evidence import Evidence, NotEvidenceError, Text
from proxeny.ledger.bundles.levels import Levels
from proxeny.ledger.bundles.saying import sentences
from proxeny.ledger.checking import Row
from proxeny.ledger.notes import Checkpoint
from tests.ledger.bundled import PAPER, changed, checked, closed, evidence, history, kinds, opened, packed
from tests.ledger.hands import FORGER, KEY, head

ROWS = history()


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return packed(evidence(ROWS), ROWS, tmp_path_factory.mktemp("bundle"), paper=PAPER)


def test_an_honest_bundle_holds_with_its_redacted_and_erased_entries(bundle: bytes) -> None:
    report = checked(bundle, witnessed=[KEY.sign(head(ROWS, 8).text())])
    assert report.ok
    assert [report.count(text) for text in Text] == [4, 1, 1]
    assert (report.size, report.compared, report.is_key_compared) == (12, 1, True)


def test_it_is_a_zip_that_any_tool_opens(bundle: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(bundle)) as opened_:
        assert opened_.testzip() is None
        assert {one.date_time for one in opened_.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert opened_.namelist() == sorted(opened_.namelist(), key=str.encode)


def test_the_same_contents_give_the_same_bytes(bundle: bytes, tmp_path: Path) -> None:
    assert packed(evidence(ROWS), ROWS, tmp_path, paper=PAPER) == bundle


def test_a_bundle_without_a_paper_is_one_all_the_same(bundle: bytes, tmp_path: Path) -> None:
    older = packed(evidence(ROWS), ROWS, tmp_path)
    assert checked(older).ok
    assert set(opened(bundle)) - set(opened(older)) == {"evidence.pdf"}
    assert kinds(closed({**opened(older), "evidence.pdf": PAPER})) == {("evidence.pdf", "changed")}


def test_each_single_bit_of_the_file_that_is_flipped_is_noticed(bundle: bytes) -> None:
    held = [
        (at, bit)
        for at in range(len(bundle))
        for bit in range(8)
        if checked(bundle[:at] + bytes([bundle[at] ^ 1 << bit]) + bundle[at + 1 :]).ok
    ]
    assert held == []


@pytest.mark.parametrize(
    "name", ["index.html", "evidence.pdf", "evidence.json", "head.txt", "manifest.txt", "attachments/"]
)
def test_a_flipped_bit_of_a_file_inside_is_noticed_though_the_zip_was_written_anew(
    bundle: bytes, name: str
) -> None:
    files = opened(bundle)
    [name] = [one for one in files if one.startswith(name)]
    data = files[name]
    held = [
        (at, bit)
        for at in range(len(data))
        for bit in (range(8) if len(data) < 2000 else [at % 8])
        if checked(closed({**files, name: data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]})).ok
    ]
    assert held == []


@pytest.mark.parametrize("cut", [0, 1, 29, 30, 200, -1])
def test_a_file_that_ends_early_or_goes_on_is_none(bundle: bytes, cut: int) -> None:
    assert not checked(bundle[:cut]).ok
    assert not checked(bundle + b"\0").ok
    assert not checked(b"\0" + bundle).ok


def entries(document: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = document["entries"]
    return found


DEEDS: list[tuple[str, Any, set[tuple[str, str]]]] = [
    ("edits a text", lambda d: entries(d)[0].update(content='{"text":"other"}'), {("1", "text")}),
    ("changes who did it", lambda d: entries(d)[0]["line"].update(actor="staff:99"), {("1", "entry")}),
    ("back-dates", lambda d: entries(d)[1]["line"].update(recorded_at="2026"), {("3", "entry"), ("3", "order")}),
    ("puts another hash", lambda d: entries(d)[0].update(hash="ab" * 32), {("1", "entry"), ("1", "path")}),
    ("swaps two entries", lambda d: entries(d).insert(0, entries(d).pop(1)), {("1", "order")}),
    ("has one twice", lambda d: entries(d).append(entries(d)[-1]), {("11", "order")}),
    ("shortens a path", lambda d: entries(d)[0]["path"].pop(), {("1", "path")}),
    ("exchanges two paths", lambda d: entries(d)[0].update(path=entries(d)[1]["path"]), {("1", "path")}),
    ("is about another", lambda d: d["about"].update(references=["account:2"]), {(str(n), "subject") for n in range(1, 12, 2)}),
    ("claims an older head", lambda d: d["heads"][0].update(size=7), {("head.txt", "head")}),
    ("forgets the older head", lambda d: d["heads"].clear(), {("head.txt", "head")}),
    ("lists a file of nobody", lambda d: d["attachments"][0].update(sequence=1), {("", "attachment")}),
]  # fmt: skip


@pytest.mark.parametrize(("deed", "expected"), [one[1:] for one in DEEDS], ids=[one[0] for one in DEEDS])
def test_who_holds_the_key_cannot_change_what_was_recorded(
    bundle: bytes, deed: Any, expected: set[tuple[str, str]]
) -> None:
    found = {(place if kind != "attachment" else "", kind) for place, kind in kinds(changed(bundle, deed))}
    assert found == expected


@pytest.mark.parametrize("deed", [one[1] for one in DEEDS], ids=[one[0] for one in DEEDS])
def test_who_holds_no_key_cannot_change_anything(bundle: bytes, deed: Any) -> None:
    assert ("evidence.json", "changed") in kinds(changed(bundle, deed, signer=None))


def test_an_entry_that_is_taken_out_is_noticed_by_the_signature(bundle: bytes) -> None:
    without = changed(bundle, lambda document: entries(document).pop(2), signer=None)
    assert kinds(without) == {("evidence.json", "changed")}


def test_an_entry_that_was_never_written_leads_to_no_head(bundle: bytes) -> None:
    def forge(document: dict[str, Any]) -> None:
        one = entries(document)[0]
        row: Row = ROWS[0]._replace(actor="staff:99")
        one["line"]["actor"], one["hash"] = row.actor, row._replace(hash="").hash_at(1)

    assert kinds(changed(bundle, forge)) == {("1", "path")}


def test_a_bundle_of_another_key_holds_only_for_who_does_not_compare(tmp_path: Path) -> None:
    forged = packed(evidence(ROWS, signer=FORGER), ROWS, tmp_path, signer=FORGER)
    assert ("evidence.json", "key") in kinds(forged)
    report = checked(forged, key=None)
    assert report.ok
    assert report.key == str(FORGER.verifier)
    assert any("anybody can make a bundle" in line for line in sentences(report, str))


def test_a_head_that_somebody_kept_convicts_who_holds_the_key(bundle: bytes) -> None:
    kept = Checkpoint(KEY.name, 8, bytes(32))
    assert kinds(bundle, witnessed=[KEY.sign(kept.text())]) == {("", "fork")}
    assert kinds(bundle, witnessed=[FORGER.sign(kept.text())]) == {("", "head")}
    assert checked(bundle, witnessed=[KEY.sign(head(ROWS, 5).text())]).compared == 0


def test_a_file_that_is_left_out_put_in_or_exchanged_is_named(bundle: bytes) -> None:
    files = opened(bundle)
    [picture] = [name for name in files if name.startswith("attachments/")]
    without = {name: data for name, data in files.items() if name != picture}
    assert kinds(closed(without)) == {(picture, "changed"), (picture, "attachment")}
    assert kinds(closed({**files, "attachments/x": b"x"}, KEY)) == {("attachments/x", "attachment")}
    assert kinds(closed({**files, picture: b"another"}, KEY)) == {(picture, "attachment")}
    assert kinds(closed({**files, "notes.txt": b""}, KEY)) == {("", "file")}
    assert kinds(closed({name: files[name] for name in files if name != "head.txt"})) == {("", "file")}


@pytest.mark.parametrize("name", ["../x", "/x", "a//b", "a\\b", "a/./b", "a\nb", "x" * 1001])
def test_a_name_that_could_lead_elsewhere_is_refused(name: str) -> None:
    out = io.BytesIO()
    archive.write(out, {name: b"x"})
    with pytest.raises(archive.NotExactError, match="not safe"):
        archive.read(io.BytesIO(out.getvalue()), kept=())


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"{}", b"null", b"\xff", b"[" * 100_000, b'{"format":"proxeny-bundle/2"}']
)
def test_what_is_no_evidence_is_said_to_be_none(raw: bytes) -> None:
    with pytest.raises(NotEvidenceError):
        Evidence.parse(raw)


def test_evidence_is_written_in_one_form_only() -> None:
    raw = evidence(ROWS).as_bytes()
    assert Evidence.parse(raw) == evidence(ROWS)
    with pytest.raises(NotEvidenceError, match="one form"):
        Evidence.parse(json.dumps(json.loads(raw)).encode())


@settings(deadline=None)
@given(st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=70))
def test_paths_reckoned_at_once_are_those_of_the_tree(leaves: list[bytes]) -> None:
    tree, over = Levels(b"".join(leaves)), merkle.ranges(leaves)
    assert tree.root == merkle.root_of(leaves)
    for number in range(len(leaves)):
        assert tree.path(number) == merkle.inclusion(number, len(leaves), over)
        older = number + 1
        assert merkle.consistency(older, len(leaves), tree.over) == merkle.consistency(
            older, len(leaves), over
        )


def test_what_was_found_is_said_in_plain_words(bundle: bytes) -> None:
    said = "\n".join(sentences(checked(bundle), str))
    assert "鲁班建材, 6 entries, not a letter was changed" in said
    assert "erased by law: 1" in said
    assert "does not prove that what was written is true" in said
    broken = "\n".join(sentences(checked(changed(bundle, DEEDS[0][1])), str))
    assert "Entry 1: the text is not the one that was written." in broken
