from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from proxeny.accounts.models import Account
from proxeny.analytics.usage.reading.reasons import ReadingError
from proxeny.core.findings import Finding
from proxeny.core.sentences import spoken
from proxeny.intake import receiving, undoing
from proxeny.intake.models import Batch
from proxeny.ledger import reading as ledger
from proxeny.usage import findings, store
from proxeny.usage.models import Part
from tests.cast import SETTING_UP, TODAY, Cast, make_account
from tests.usage.bills import HEADER, bring_in, written

DAY = date(2026, 11, 2)


def amounts() -> dict[str, Decimal]:
    return {row["account"]: row["amount"] for row in store.facts().totals().to_pylist()}


def set_aside(on: date = TODAY) -> list[Finding]:
    return list(findings.set_aside(on))


def test_lines_of_an_unknown_customer_are_set_aside_named_and_count_once_it_is_added(
    vendor: Cast, tmp_path: Path
) -> None:
    batch, told = bring_in(
        written(tmp_path / "a.csv", [("LB-01", "disk", DAY, 10.01), ("ZZ-99", "disk", DAY, 5.0)])
    )
    assert told["rows"] == {"read": 2, "good": 1, "bad": 0, "aside": 1}
    assert told["sums"]["amount"] == {"CNY": "15.01"}
    assert told["aside"] == [{"account": "ZZ-99", "rows": 1}]
    [finding] = set_aside()
    assert "ZZ-99" in finding.evidence[0].text.in_language("zh")
    make_account("ZZ-99", "新客户")
    assert set_aside() == []
    assert amounts() == {"LB-01": Decimal("10.01"), "ZZ-99": Decimal("5.00")}
    assert ledger.about(batch.record)[0].kind == "batch.imported"


def test_late_figures_replace_the_day_and_taking_them_back_shows_the_earlier_ones(
    vendor: Cast, tmp_path: Path
) -> None:
    bring_in(
        written(
            tmp_path / "a.csv", [("LB-01", "disk", DAY, 10), ("LB-01", "disk", DAY + timedelta(days=1), 20)]
        )
    )
    late, _told = bring_in(written(tmp_path / "b.csv", [("LB-01", "disk", DAY, 11.5)]))
    assert amounts() == {"LB-01": Decimal("31.5")}
    before = store.version()
    undoing.undo(late, by=SETTING_UP)
    undoing.undo(late, by=SETTING_UP)
    assert amounts() == {"LB-01": Decimal(30)}
    assert store.version() != before


def test_customers_made_for_a_batch_go_with_it_unless_somebody_works_with_them(
    vendor: Cast, tmp_path: Path
) -> None:
    rows = [("N-1", "disk", DAY, 1.0), ("N-2", "disk", DAY, 2.0)]
    batch, told = bring_in(written(tmp_path / "a.csv", rows), create_accounts=True)
    assert told["rows"]["aside"] == 0
    kept = Account.objects.get(reference="N-1")
    kept.contacts.create(name="王总", added_at=kept.added_at, changed_at=kept.added_at)
    undoing.undo(batch, by=SETTING_UP)
    assert set(Account.objects.filter(reference__startswith="N-").values_list("reference", flat=True)) == {
        "N-1"
    }
    assert amounts() == {}


def test_bad_rows_come_back_with_their_reasons_and_good_ones_count(vendor: Cast, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{HEADER}\nLB-01,disk,2026-11-02,1,2.00,CNY\nLB-01,disk,someday,1,2.00,CNY\n", "utf-8")
    batch, told = bring_in(path)
    assert told["rows"] == {"read": 2, "good": 1, "bad": 1, "aside": 0}
    [error] = told["errors"]
    assert (error["row"], error["column"]) == (3, "day")
    returned = receiving.path_of(Batch(file_path=batch.bad_rows_path)).read_text("utf-8-sig")
    assert "someday" in returned
    assert error["reason"] in returned


def test_a_file_that_cannot_be_read_leaves_nothing_but_the_reason(vendor: Cast, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"")
    with pytest.raises(ReadingError):
        bring_in(path)
    batch = Batch.objects.get()
    assert (batch.state, Part.objects.count()) == ("failed", 0)
    assert "empty" in spoken(batch.reason, "en")


def test_an_import_that_is_stopped_leaves_nothing(
    vendor: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Part.objects, "bulk_create", lambda _rows: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        bring_in(written(tmp_path / "a.csv", [("LB-01", "disk", DAY, 10)]))
    assert Batch.objects.get().state == "cancelled"
    assert amounts() == {}


def test_a_feed_that_stopped_for_all_is_said_once(vendor: Cast, tmp_path: Path) -> None:
    bring_in(written(tmp_path / "a.csv", [("LB-01", "disk", DAY, 10)]))
    assert list(findings.stale_feeds(DAY + timedelta(days=2))) == []
    [finding] = findings.stale_feeds(DAY + timedelta(days=9))
    assert "2 Nov" in finding.sentence.in_language("en").replace("\N{NO-BREAK SPACE}", " ")
