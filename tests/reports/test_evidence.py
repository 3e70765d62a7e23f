"""Evidence about a customer or a case: who may take which lines out of the house, and that each of them is proven."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction

from proxeny.cases import attaching, confiding, writing
from proxeny.cases.models import Audience, Case
from proxeny.cases.writing import Writing
from proxeny.core import clock
from proxeny.identity.access import NotFound
from proxeny.ledger import anchoring, appending, guards, keys
from proxeny.ledger.bundles import gathering
from proxeny.ledger.bundles.evidence import Text
from proxeny.ledger.checking.kept import notes_in
from proxeny.ledger.checkpointing import DoesNotHold
from proxeny.ledger.models import Entry, Erased, Payload, Subject
from proxeny.reports.evidence import bundling, scope
from proxeny.reports.evidence.scope import Scope
from tests.cases.handy import opened, said
from tests.cast import Cast
from tests.ledger.bundled import checked
from tests.ledger.bundled import opened as unpacked
from tests.reports.evidenced import (
    REASON,
    SECRET,
    WARNING,
    composed,
    confided,
    evidence,
    made,
    of_luban,
    ok,
    page,
    warned,
)

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def case(vendor: Cast, tmp_path: Path, settings: Any) -> Case:
    """A case in which the customer was warned, of a vendor who hands heads to a file."""
    return warned(vendor, tmp_path, settings)


def test_the_warning_is_in_it_with_its_proof_and_holds(vendor: Cast, case: Case) -> None:
    raw = of_luban(vendor, "zhou")
    assert ok(raw)
    assert WARNING in page(raw)
    assert "周雨" in page(raw)
    assert (
        len(evidence(raw).entries) == Subject.objects.filter(reference=str(vendor.luban.record)).count() - 1
    )


@pytest.mark.parametrize("username", ["lin", "xu", "zhang", "nobody"])
def test_for_an_outsider_there_is_neither_customer_nor_case(vendor: Cast, case: Case, username: str) -> None:
    actor = vendor.actor(username)
    for load, number in ((scope.of_account, vendor.luban.pk), (scope.of_case, case.number)):
        with pytest.raises(NotFound):
            load(actor, number)
    with pytest.raises(NotFound):
        scope.named(actor, "LB-01")


@pytest.mark.parametrize(
    ("username", "judged", "inside", "trusted"),
    [
        ("zhou", True, True, True),
        ("he", True, True, True),
        ("tang", True, True, True),
        ("shen", True, True, False),
        ("pan", False, False, False),
    ],
)
def test_each_role_takes_out_what_it_may_read(
    vendor: Cast, case: Case, username: str, judged: bool, inside: bool, trusted: bool
) -> None:
    confided(vendor, case)
    raw = of_luban(vendor, username)
    everything = "".join(data.decode("utf-8", "replace") for data in unpacked(raw).values())
    assert ok(raw)
    assert WARNING in everything
    assert (REASON in everything, "只对自己说的" in everything, SECRET in everything) == (
        judged,
        inside,
        trusted,
    )


def test_what_was_told_in_confidence_changes_not_a_byte_of_what_sales_gets(vendor: Cast, case: Case) -> None:
    """Of a confidential line everything is taken away but its hash, on which others rest: nothing else of it was used."""
    confided(vendor, case)
    said(case, vendor, "请看一下")
    head = gathering.head(keys.signer())
    assert head is not None
    with clock.at(clock.now()):
        before = {username: composed(vendor, username, head) for username in ("pan", "shen", "zhou")}
        hidden = Entry.objects.filter(visibility="confidential")
        assert hidden.count() == 1
        guards.remove(connection)
        Payload.objects.filter(entry__in=hidden).delete()
        Subject.objects.filter(entry__in=hidden).delete()
        hidden.update(
            actor="staff:0", kind="x", subjects="[]", commitment="", previous="", at="", recorded_at=""
        )
        guards.install(connection)
        after = {username: composed(vendor, username, head) for username in before}
    assert after["pan"] == before["pan"]
    assert after["shen"] == before["shen"]
    assert after["zhou"] != before["zhou"]


def test_a_case_that_became_confidential_is_gone_for_sales(vendor: Cast, case: Case) -> None:
    pan = vendor.actor("pan")
    assert ok(made(scope.of_case(pan, case.number), pan))
    confiding.confide(case, is_confidential=True, by=vendor.actor("zhou"), reason="")
    with pytest.raises(NotFound):
        scope.of_case(pan, case.number)


def test_nor_are_its_earlier_lines_in_what_sales_gets_of_the_customer(vendor: Cast, case: Case) -> None:
    assert any(str(case.record) in one.row.subjects for one in evidence(of_luban(vendor, "pan")).entries)
    confiding.confide(case, is_confidential=True, reason="客户要求", by=vendor.actor("zhou"))
    with pytest.raises(bundling.NothingOnRecord):
        of_luban(vendor, "pan")
    assert any(str(case.record) in one.row.subjects for one in evidence(of_luban(vendor, "zhou")).entries)


def test_a_case_holds_its_own_lines_only(vendor: Cast, case: Case) -> None:
    other, zhou = opened(vendor, "另一件事"), vendor.actor("zhou")
    found = evidence(made(scope.of_case(zhou, case.number), zhou))
    assert all(str(case.record) in one.row.subjects for one in found.entries)
    assert str(other.record) not in found.as_bytes().decode()


def test_a_text_that_is_left_out_stays_provable(vendor: Cast, case: Case) -> None:
    zhou = vendor.actor("zhou")
    line = Entry.objects.get(kind="judgement.judged").sequence
    found = scope.of_account(zhou, vendor.luban.pk)
    raw = made(Scope(found.account, found.asked, withheld=frozenset({line})), zhou, "en")
    assert ok(raw)
    assert REASON not in "".join(data.decode("utf-8", "replace") for data in unpacked(raw).values())
    assert [one.row.sequence for one in evidence(raw).entries if one.text is Text.REDACTED] == [line]
    assert "whose text is not part of this bundle" in page(raw)


def test_an_entry_about_another_customer_too_leaves_without_its_text(vendor: Cast, case: Case) -> None:
    with transaction.atomic():
        both = appending.append(
            "test.both",
            about=[vendor.luban.record, vendor.yunqi.record],
            by=vendor.actor("he"),
            text="云启的事",
        )
    raw = of_luban(vendor, "tang")
    assert ok(raw)
    assert "云启的事" not in page(raw) + evidence(raw).as_bytes().decode()
    assert both in [one.row.sequence for one in evidence(raw).entries if one.text is Text.REDACTED]


def test_an_erased_text_is_said_to_be_erased_and_its_entry_holds(vendor: Cast, case: Case) -> None:
    entry = Entry.objects.get(kind="case.wrote")
    Erased.objects.create(entry=entry, order=Entry.objects.order_by("-sequence")[0])
    Payload.objects.get(entry=entry).delete()
    raw = of_luban(vendor, "zhou")
    assert ok(raw)
    assert [one.row.sequence for one in evidence(raw).entries if one.text is Text.ERASED] == [entry.sequence]


def test_files_come_with_the_entry_that_names_them_while_they_are_what_they_were(
    vendor: Cast, case: Case
) -> None:
    zhou = vendor.actor("zhou")
    kept = [
        attaching.attach(case, io.BytesIO(text), name, by=zhou)
        for text, name in [(b"a,b\n", "表.csv"), (b"c", "c.txt")]
    ]
    writing.write(case, Writing(Audience.CUSTOMER, "见附件", attachments=[one.pk for one in kept]), by=zhou)
    (Path(settings.FILES_FOLDER) / kept[1].path).write_bytes(b"d")
    raw = of_luban(vendor, "pan")
    assert ok(raw)
    [here] = [data for name, data in unpacked(raw).items() if name.startswith("attachments/")]
    assert here == b"a,b\n"
    assert {one.name: bool(one.place) for one in evidence(raw).files} == {"表.csv": True, "c.txt": False}


def test_heads_that_others_hold_are_in_it_and_agree_with_what_they_kept(
    vendor: Cast, case: Case, tmp_path: Path
) -> None:
    anchoring.anchor_head.call()
    said(case, vendor, "后来说的")
    raw = of_luban(vendor, "zhou")
    report = checked(
        raw, key=keys.signer().verifier, witnessed=notes_in((tmp_path / "heads.txt").read_text())
    )
    assert (report.ok, report.compared) == (True, 1)
    [held] = evidence(raw).held
    assert any("owner@example.com" in one for one in held.kept_by)
    assert str(tmp_path) not in "".join(held.kept_by)


def test_that_it_was_made_goes_on_record(vendor: Cast, case: Case) -> None:
    zhou = vendor.actor("zhou")
    made_ = bundling.make(scope.of_account(zhou, vendor.luban.pk), by=zhou, language="zh")
    made_.file.close()
    entry = Entry.objects.get(kind="bundle.made")
    content = json.loads(entry.payload.content)
    assert content == {"entries": made_.entries, "sha256": made_.sha256, "what": "鲁班建材"}
    assert (entry.actor, entry.visibility) == (zhou.reference, "open")


def test_that_one_with_confidential_entries_was_made_is_confidential(vendor: Cast, case: Case) -> None:
    confided(vendor, case)
    of_luban(vendor, "tang")
    assert Entry.objects.get(kind="bundle.made").visibility == "confidential"
    of_luban(vendor, "shen")
    assert Entry.objects.filter(kind="bundle.made", visibility="open").count() == 1


def test_of_a_record_that_does_not_hold_there_is_no_evidence(vendor: Cast, case: Case) -> None:
    assert ok(of_luban(vendor, "zhou"))
    guards.remove(connection)
    Payload.objects.filter(entry__kind="case.wrote").update(content='{"text":"从未提醒"}')
    guards.install(connection)
    with pytest.raises(DoesNotHold):
        of_luban(vendor, "zhou")


def test_of_nothing_there_is_no_evidence(vendor: Cast, case: Case) -> None:
    with pytest.raises(bundling.NothingOnRecord):
        made(scope.of_account(vendor.actor("lin"), vendor.yunqi.pk), vendor.actor("lin"))
