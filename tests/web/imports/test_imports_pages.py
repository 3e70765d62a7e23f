import pytest
from django.test import Client

from proxeny.core.models import Job
from proxeny.core.queue import worker
from proxeny.intake import undoing
from proxeny.intake.models import Batch
from proxeny.ledger import reading
from tests.web.imports.bringing import KIND, batch_at, bring, imported, text_of

pytestmark = pytest.mark.django_db


def test_a_file_is_looked_at_before_anything_changes(lead: Client, in_english: None) -> None:
    batch = bring(lead)
    page = text_of(lead, batch)
    assert "not a number" in page
    assert page.count("not a number") == 1
    assert "&lt;b&gt;b&lt;/b&gt;" in page
    assert "Import 3 rows" in page
    assert batch.state == Batch.State.UPLOADED
    assert not reading.about(batch.record)


def test_another_column_is_another_look(lead: Client, in_english: None) -> None:
    batch = bring(lead)
    answer = lead.post(
        f"/imports/{batch.pk}/reading/",
        {"kind": KIND, "column-number": "note", "column-note": ""},
        headers={"HX-Request": "true"},
    )
    assert answer.content.decode().lstrip().startswith("<form")
    assert answer.content.decode().count("not a number") == 4
    batch.refresh_from_db()
    assert batch.mapping == {"number": "note", "note": ""}


def test_another_preset_lets_the_columns_be_guessed_anew(lead: Client) -> None:
    batch = bring(lead)
    chosen = {"kind": KIND, "preset": "fancy", "shown_preset": "plain", "column-number": "note"}
    assert lead.post(f"/imports/{batch.pk}/reading/", chosen).status_code == 302
    batch.refresh_from_db()
    assert (batch.preset, batch.mapping) == ("fancy", {})


def test_without_a_needed_column_nothing_starts_and_a_sentence_says_which(
    lead: Client, in_english: None
) -> None:
    batch = bring(lead)
    answer = lead.post(
        f"/imports/{batch.pk}/start/", {"kind": KIND, "column-number": "", "column-note": "note"}
    )
    assert answer.status_code == 422
    assert "A column for Number is still missing" in answer.content.decode()
    assert not Job.objects.exists()


def test_a_file_that_cannot_be_read_says_why_and_cannot_start(lead: Client) -> None:
    batch = bring(lead, "%PDF-1.7")
    assert "It is a PDF." in text_of(lead, batch)
    assert lead.post(f"/imports/{batch.pk}/start/").status_code == 422


def test_what_came_of_it_is_told_exactly(lead: Client, in_english: None) -> None:
    batch = imported(lead)
    page = text_of(lead, batch)
    assert batch.state == Batch.State.DONE
    for said in (
        "2 of 4 rows were taken.",
        "1 row was refused",
        "9,007,199,254,740,993.07",
        "−1,200.00",
        "ZZ-77",
    ):
        assert said in page
    assert "何苗 imported cases.csv: 2 rows good, 1 bad, 1 set aside" in page


def test_an_import_is_taken_back(lead: Client) -> None:
    batch = imported(lead)
    assert b"<dialog" in lead.get(f"/imports/{batch.pk}/?withdraw").content
    lead.post(f"/imports/{batch.pk}/withdrawal/")
    batch.refresh_from_db()
    assert batch.state == Batch.State.UNDONE
    assert lead.post(f"/imports/{batch.pk}/withdrawal/").status_code == 302


def test_what_stands_in_the_way_of_taking_back_is_said(lead: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(batch: Batch, by: object) -> None:
        raise undoing.CannotUndo("鲁班建材 has a contract since.")

    monkeypatch.setitem(undoing._ways, KIND, refuse)
    batch = imported(lead)
    answer = lead.post(f"/imports/{batch.pk}/withdrawal/")
    assert answer.status_code == 409
    assert "鲁班建材 has a contract since." in answer.content.decode()
    batch.refresh_from_db()
    assert batch.state == Batch.State.DONE


def test_those_set_aside_can_be_added_from_the_same_file(lead: Client) -> None:
    batch = imported(lead)
    anew = lead.post(f"/imports/{batch.pk}/repetition/", {"add": "1"}).headers["Location"]
    again = batch_at(anew)
    assert (again.sha256, again.options, again.state) == (batch.sha256, {"create_accounts": True}, "uploaded")


def test_a_file_imported_before_says_so(lead: Client) -> None:
    first = imported(lead)
    assert f'href="/imports/{first.pk}/"' in text_of(lead, bring(lead))


def test_a_column_taken_away_is_missing_also_where_the_importer_only_says_that_nothing_fits(
    lead: Client, in_english: None
) -> None:
    batch = bring(lead, "客户编号,日期,用量\nLB-01,2026-11-20,3\n", "bill.csv", Batch.Kind.USAGE)
    chosen = {"kind": Batch.Kind.USAGE, "column-account": "", "column-day": "日期", "column-quantity": "用量"}
    lead.post(f"/imports/{batch.pk}/reading/", chosen)
    page = text_of(lead, batch)
    assert "A column for customer number is still missing" in page
    assert page.count('class="is-unused') == 1


def test_a_bill_comes_in_by_the_page_and_its_customers_with_it(lead: Client, in_english: None) -> None:
    text = "客户编号,计量项,日期,金额,币种\nLB-01,存储,2026-11-20,10.10,CNY\nNN-1,存储,2026-11-20,0.20,CNY\n"
    aside = imported(lead, content=text, name="bill.csv", kind=Batch.Kind.USAGE)
    assert aside.report["rows"] == {"read": 2, "good": 1, "bad": 0, "aside": 1}
    anew = batch_at(lead.post(f"/imports/{aside.pk}/repetition/", {"add": "1"}).headers["Location"])
    lead.post(f"/imports/{anew.pk}/start/", {"kind": Batch.Kind.USAGE, "option-create_accounts": "1"})
    worker.drain()
    anew.refresh_from_db()
    assert anew.report["rows"]["good"] == 2
    assert anew.report["sums"]["amount"] == {"CNY": "10.30"}
    assert "added since" in text_of(lead, aside)
