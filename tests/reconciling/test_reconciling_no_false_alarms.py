"""Whatever the verbs do, and take back, each row is as its lines left it: committed one by one, as in the running program."""

from datetime import date
from pathlib import Path

import pytest

from proxeny.cases import merging, opening, snoozing, solving, splitting, stepping, writing
from proxeny.cases.models import Audience, Case, Step
from proxeny.cases.opening import Opening
from proxeny.cases.writing import Writing
from proxeny.intake import undoing
from proxeny.ledger.reconciling import taking_on
from tests import cast
from tests.access.worlds import built, confide
from tests.accounts.rows import imported
from tests.cases.importing.courses import COURSE, EVENTS, MORE
from tests.cases.importing.telling import bring_in, table
from tests.cast import SETTING_UP, Cast
from tests.reconciling.rows_of_all import breaks


@pytest.fixture
def committed(transactional_db: None, on_22_november: None) -> Cast:
    """The cast, with what is written committed."""
    vendor = cast.assemble()
    # Its customers and teams are made past the verbs.
    taking_on.take_on(by=vendor.actor("tang"))
    assert breaks() == []
    return vendor


def test_a_vendor_with_one_of_everything(committed: Cast) -> None:
    at = built(committed)
    confide(at, committed.luban, at.case)
    assert {(one.table, one.kind) for one in breaks()} <= {
        # The world itself gives 云启科技 to its sales past the verbs; that is found.
        ("accounts.account", "row-changed"),
        ("identity.team", "row-unrecorded"),
    }


def test_cases_merged_split_solved_reopened_put_off_and_back(committed: Cast) -> None:
    zhou = committed.actor("zhou")
    first, second = (
        opening.open_case(committed.luban, Opening(text=text, title=text), by=zhou)
        for text in ("导出对不上", "报表打不开")
    )
    said = [writing.customer_wrote(first, text, name="某某", by=zhou) for text in ("还是不行", "另一件事")]
    writing.write(first, Writing(Audience.CUSTOMER, "我们在查"), by=zhou)
    merging.merge(second, first, reason="同一件事", by=zhou)
    merging.unmerge(again(second), by=zhou)
    other = splitting.split(again(first), [said[1].pk], title="另一件事", by=zhou)
    splitting.unsplit(again(other), by=zhou)
    snoozing.snooze(again(second), date(2026, 12, 1), reason="等客户回来", by=zhou)
    snoozing.wake(again(second), by=zhou)
    stepping.unpass(again(first), Step.RESPONDED, by=zhou)
    solving.solve(again(second), how="改了权限", by=zhou, reason="客户电话里说好了")
    solving.reopen(again(second), reason="又不行了", by=zhou)
    assert breaks() == []


def test_imports_of_a_few_and_of_many_taken_back(committed: Cast) -> None:
    many = "".join(f"N-{n},客户 {n},zhou\n" for n in range(700))
    batch, _document = imported("accounts", "reference,name,spokesperson\n" + many)
    assert breaks() == []
    later, _document = imported("accounts", "reference,name,spokesperson\nN-1,改名,lin\n", mode="update")
    assert breaks() == []
    undoing.undo(later, by=SETTING_UP)
    undoing.undo(batch, by=SETTING_UP)
    assert breaks() == []


def test_imports_of_cases_completed_by_a_later_file_and_taken_back(committed: Cast, tmp_path: Path) -> None:
    more = [[*row[:4], "Gu", *row[5:7], "Closed now.", *row[8:]] for row in MORE]
    first, _told = bring_in(table(tmp_path / "first.csv", EVENTS, COURSE), "long")
    assert Case.objects.exists()
    assert breaks() == []
    later, _told = bring_in(table(tmp_path / "later.csv", EVENTS, [*COURSE, *more]), "long")
    assert breaks() == []
    for batch in (later, first):
        undoing.undo(batch, by=SETTING_UP)
        assert breaks() == []


def again(case: Case) -> Case:
    """The case as it stands now."""
    return Case.objects.get(pk=case.pk)
