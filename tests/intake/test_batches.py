import csv
import io
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from hypothesis import HealthCheck, given
from hypothesis import settings as trials
from hypothesis import strategies as st
from openpyxl import Workbook

from proxeny.accounts.models import Account, Contact
from proxeny.identity.access import NotFound
from proxeny.intake import importers, receiving, saying, undoing
from proxeny.intake.importers import CannotRead
from proxeny.intake.models import Batch, RowChange
from proxeny.intake.rows.file import CannotReadRows
from proxeny.intake.undoing import CannotUndo
from proxeny.ledger import reading
from tests.accounts.rows import errors, everything, imported, received
from tests.cast import Cast

WORDS = st.sampled_from(["", "Steel", "建材", "=1+1", " x "])
NUMBERS = st.sampled_from(["LB-01", "XH-02", "YQ-03", "N-1", "N-2", "N-3"])
LEVELS = st.sampled_from(["", "key", "小型", "wrong"])
LIMITS = st.sampled_from(["", "0", "1,234.50", "€5", "US$7", "nan", "0.001"])
ROWS = st.lists(
    st.tuples(NUMBERS, WORDS, LEVELS, LIMITS, st.one_of(st.just(""), NUMBERS)), min_size=1, max_size=6
)
MODES = st.sampled_from(["skip", "update", "replace"])


def as_csv(header: str, rows: list[tuple[str, ...]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows([header.split(","), *rows])
    return out.getvalue()


@given(batches=st.lists(st.tuples(ROWS, MODES), min_size=1, max_size=3))
@trials(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_imports_taken_back_in_turn_leave_everything_exactly_as_it_was(
    vendor: Cast, batches: list[tuple[list[tuple[str, ...]], str]]
) -> None:
    states, done = [everything()], []
    for rows, mode in batches:
        batch, document = imported("accounts", as_csv("reference,name,level,limit,parent", rows), mode=mode)
        assert document["rows"]["good"] + document["rows"]["bad"] == len(rows)
        kept = sum(document[name] for name in ("made", "changed", "skipped", "unchanged"))
        assert kept == document["rows"]["good"]
        done.append(batch)
        states.append(everything())
    for batch in reversed(done):
        assert everything() == states.pop()
        undoing.undo(batch, by=vendor.actor("he"))
    assert everything() == states.pop()


@given(rows=ROWS, mode=MODES)
@trials(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_second_import_of_the_same_file_finds_nothing_to_do(
    vendor: Cast, rows: list[tuple[str, ...]], mode: str
) -> None:
    text = as_csv("reference,name,level,limit,parent", rows)
    imported("accounts", text, mode=mode)
    before = everything()
    _batch, document = imported("accounts", text, mode=mode)
    assert (document["made"], document["changed"]) == (0, 0)
    assert everything() == before


def test_all_or_nothing_imports_nothing_and_says_so_with_its_report(vendor: Cast) -> None:
    before = everything()
    batch, document = imported("accounts", "reference,name\nA,a\nB,\n", whole=True)
    assert everything() == before
    assert (batch.state, document["made"], document["rows"]["bad"]) == (Batch.State.FAILED, 0, 1)
    assert saying.said(batch.report, "en")["errors"] == document["errors"]
    assert "nothing was imported" in document["notes"][0]
    assert not RowChange.objects.exists()


def test_bad_rows_come_back_as_a_file_that_can_be_corrected_and_imported(vendor: Cast) -> None:
    batch, document = imported("accounts", "reference,name,level\nA,a,key\nB,=cmd(),sky\n")
    path = Path(settings.FILES_FOLDER) / batch.bad_rows_path
    text = path.read_text("utf-8-sig")
    assert document["errors"][0]["reason"] in text
    assert "'=cmd()" in text
    _batch, document = imported("accounts", text.replace("sky", "key"))
    assert (document["made"], document["rows"]["bad"]) == (1, 0)
    assert Account.objects.get(reference="B").name == "=cmd()"


def test_a_file_without_bad_rows_leaves_no_file_of_them(vendor: Cast) -> None:
    batch, _document = imported("accounts", "reference,name\nA,a\n")
    assert batch.bad_rows_path == ""
    assert not receiving.path_of(batch).with_suffix(".bad.csv").exists()


def test_what_somebody_changed_since_keeps_the_batch_from_being_taken_back(vendor: Cast) -> None:
    batch, _document = imported("accounts", "reference,name\nA,Amber\nLB-01,Luban\n", mode="update")
    Account.objects.filter(reference="A").update(industry="Steel")
    before, lines = everything(), reading.count()
    with pytest.raises(CannotUndo, match="Amber"):
        undoing.undo(batch, by=vendor.actor("he"))
    assert (everything(), reading.count()) == (before, lines)
    assert Batch.objects.get(pk=batch.pk).state == Batch.State.DONE


def test_a_change_elsewhere_in_the_row_stays_when_the_batch_is_taken_back(vendor: Cast) -> None:
    batch, _document = imported("accounts", "reference,name\nLB-01,Luban\n", mode="update")
    Account.objects.filter(reference="LB-01").update(industry="Steel")
    undoing.undo(batch, by=vendor.actor("he"))
    luban = Account.objects.get(reference="LB-01")
    assert (luban.name, luban.industry) == ("鲁班建材", "Steel")


def test_what_stands_on_a_batch_keeps_it_until_that_is_taken_back(vendor: Cast) -> None:
    customers, _document = imported("accounts", "reference,name\nA,Amber\nB,Beryl\n")
    people, _document = imported("people", "account,name\nA,Li\n")
    with pytest.raises(CannotUndo, match="Amber"):
        undoing.undo(customers, by=vendor.actor("he"))
    assert Account.objects.filter(reference__in="AB").count() == 2
    undoing.undo(people, by=vendor.actor("he"))
    undoing.undo(customers, by=vendor.actor("he"))
    assert not Account.objects.filter(reference__in="AB").exists()
    assert not Contact.objects.exists()


def test_a_parent_that_is_gone_cannot_be_given_back(vendor: Cast) -> None:
    above, _document = imported("accounts", "reference,name\nP,Parent\n")
    imported("accounts", "reference,name,parent\nLB-01,鲁班建材,P\n", mode="update")
    moved, _document = imported("accounts", "reference,name,parent\nLB-01,鲁班建材,XH-02\n", mode="update")
    undoing.undo(above, by=vendor.actor("he"))
    with pytest.raises(CannotUndo, match="鲁班建材"):
        undoing.undo(moved, by=vendor.actor("he"))


def test_taking_back_twice_changes_nothing(vendor: Cast) -> None:
    batch, _document = imported("accounts", "reference,name\nA,a\n")
    undoing.undo(batch, by=vendor.actor("he"))
    lines = reading.count()
    assert undoing.undo(batch, by=vendor.actor("he")).state == Batch.State.UNDONE
    assert reading.count() == lines


@pytest.mark.parametrize("kind", ["accounts", "people", "contracts", "usage"])
@pytest.mark.parametrize("username", ["zhou", "pan", "xu", "zhang", "shen", "nobody"])
def test_who_may_not_import_finds_no_batch(vendor: Cast, kind: str, username: str) -> None:
    batch = received(kind, "account,number,reference,name,day,quantity\nLB-01,1,N-1,a,2026-01-01,1\n")
    before = everything()
    with pytest.raises(NotFound):
        importers.importer_of(kind).run(batch, by=vendor.actor(username))
    assert everything() == before
    assert Batch.objects.get(pk=batch.pk).state == Batch.State.UPLOADED


def test_a_file_that_is_no_longer_the_one_received_is_refused(vendor: Cast) -> None:
    batch = received("accounts", "reference,name\nA,a\n")
    assert importers.importer_of("accounts").preview(batch).rows[0][0] == 2
    receiving.path_of(batch).write_text("reference,name\nB,b\n")
    with translation.override("en"), pytest.raises(CannotRead, match="changed"):
        importers.importer_of("accounts").run(batch, by=vendor.actor("he"))
    assert Batch.objects.get(pk=batch.pk).state == Batch.State.FAILED
    assert not Account.objects.filter(reference="B").exists()


def test_whoever_stops_an_import_gets_nothing_of_it(vendor: Cast) -> None:
    def stop(done: int, of: int) -> None:
        if 2 * done > of:
            raise KeyboardInterrupt

    batch = received("accounts", "reference,name\n" + "".join(f"N-{n},a\n" for n in range(1200)))
    before = everything()
    with pytest.raises(KeyboardInterrupt):
        importers.importer_of("accounts").run(batch, by=vendor.actor("he"), progress=stop)
    assert everything() == before
    assert Batch.objects.get(pk=batch.pk).state == Batch.State.CANCELLED


def test_a_preview_says_what_is_missing_instead_of_refusing(vendor: Cast) -> None:
    batch = received("accounts", "what,name,level\nA,a,sky\n")
    preview = importers.importer_of("accounts").preview(batch)
    assert (list(preview.missing), dict(preview.mapping)) == (
        ["reference"],
        {"name": "name", "level": "level"},
    )
    assert [(number, len(wrong)) for number, _cells, wrong in preview.rows] == [(2, 1)]
    with pytest.raises(CannotReadRows):
        importers.importer_of("accounts").run(batch, by=vendor.actor("he"))


def test_a_preview_knows_what_the_whole_import_would_refuse(vendor: Cast) -> None:
    batch = received("people", "account,name\nNO-1,Li\nLB-01,Hu\n")
    preview = importers.importer_of("people").preview(batch)
    assert [bool(wrong) for _number, _cells, wrong in preview.rows] == [True, False]
    assert preview.problems[0]["row"] == 2


def test_a_look_gives_the_report_of_the_import_and_writes_nothing(vendor: Cast) -> None:
    text = "reference,name,level\nLB-01,Luban,small\nN-1,New,key\nN-2,,\n"
    batch = received("accounts", text, mode="update")
    before, lines = everything(), reading.count()
    looked = importers.importer_of("accounts").look(batch)  # type: ignore[attr-defined]
    assert (everything(), reading.count()) == (before, lines)
    _batch, document = imported("accounts", text, mode="update")
    with translation.override("en"):
        again = {name: value for name, value in looked.items() if name != "errors"}
    assert again == {name: document[name] for name in again}
    assert errors(looked) == errors(document)


def consumption() -> bytes:
    book, out = Workbook(), io.BytesIO()
    rows: list[tuple[object, ...]] = [
        ("account", "meter", "day", "quantity", "amount", "currency"),
        ("LB-01", "API", datetime(2026, 1, 5), 2, 10.1, "CNY"),
        (),
        ("LB-01", "API", datetime(2026, 1, 6), "many", "￥1,234.50", "CNY"),
        ("LB-01", "API", datetime(2026, 1, 7), 2, "=E2*2", "CNY"),
        ("NO-1", "API", datetime(2026, 1, 5), 2, "1,234.50", "CNY"),
        ("LB-01", "API", datetime(2026, 1, 5), 9, 9, "CNY"),
    ]
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def test_a_workbook_of_consumption_keeps_its_row_numbers_and_every_minor_unit(vendor: Cast) -> None:
    batch, document = imported("usage", consumption())
    assert document["rows"] == {"read": 5, "good": 1, "bad": 3, "aside": 1}
    assert document["sums"]["amount"] == {"CNY": "1244.60"}
    assert errors(document) == [(4, "quantity"), (5, "amount"), (7, "day")]
    assert "row 2" in document["errors"][2]["reason"]
    assert "row 2" in (Path(settings.FILES_FOLDER) / batch.bad_rows_path).read_text("utf-8-sig")
    assert undoing.undo(batch, by=vendor.actor("he")).state == Batch.State.UNDONE


def test_a_preview_of_consumption_shows_rows_mapping_and_what_is_wrong(vendor: Cast) -> None:
    importer = importers.importer_of("usage")
    preview = importer.preview(received("usage", consumption()), 3)
    assert [(number, bool(wrong)) for number, _cells, wrong in preview.rows] == [
        (2, False),
        (4, True),
        (5, True),
    ]
    assert (preview.preset, preview.mapping["amount"]) == ("long", "amount")
    unclear = importer.preview(received("usage", "who,what\nLB-01,5\n"))
    assert set(unclear.missing) >= {"account", "day"}
    assert unclear.problems[0]["row"] is None


def test_consumption_that_cannot_be_read_fails_its_batch(vendor: Cast) -> None:
    batch = received("usage", b"\x89PNG\r\n\x1a\n" + bytes(99))
    with pytest.raises(CannotRead):
        importers.importer_of("usage").run(batch, by=vendor.actor("he"))
    assert Batch.objects.get(pk=batch.pk).state == Batch.State.FAILED
