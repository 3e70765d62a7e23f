"""A batch of cases is taken back whole, or it is said what stands in the way."""

from pathlib import Path

import pytest

from proxeny.accounts.models import Account
from proxeny.cases.models import Assignment, Audience, Case, CaseClock, Message, Solution, StepPass, Waiting
from proxeny.cases.snoozing import snooze
from proxeny.cases.writing import Writing, write
from proxeny.intake import undoing
from proxeny.intake.undoing import CannotUndo
from proxeny.ledger import reading as ledger
from proxeny.search.models import Document
from tests.cases.importing.courses import COURSE, EVENTS, MORE, the_case
from tests.cases.importing.telling import bring_in, table
from tests.cast import SETTING_UP, TODAY, Cast

pytestmark = pytest.mark.usefixtures("on_22_november")
OURS = (Assignment, Case, CaseClock, Message, Solution, StepPass, Waiting)


def all_of_it() -> dict[str, list[dict[str, object]]]:
    """Everything that stands of cases, without the numbers that the database gives."""
    left_out = ("id", "batch", "by", "ended_by", "changed_at", "case_id")
    return {
        model.__name__: sorted(
            (
                {name: value for name, value in one.items() if name not in left_out}
                for one in model.objects.values()
            ),
            key=str,
        )
        for model in OURS
    }


def test_what_a_batch_made_is_gone_with_its_customers_and_its_words(vendor: Cast, tmp_path: Path) -> None:
    before, texts = all_of_it(), Document.objects.count()
    rows = [[*row[:1], "NEW-1", *row[2:]] for row in [*COURSE, *MORE]]
    batch, told = bring_in(table(tmp_path / "a.csv", EVENTS, rows), "long", create_accounts=True)
    assert told["made"] == 1
    undoing.undo(batch, by=SETTING_UP)
    undoing.undo(batch, by=SETTING_UP)
    assert all_of_it() == before
    assert Document.objects.count() == texts
    assert not Account.objects.filter(reference="NEW-1").exists()
    assert ledger.about(batch.record)[0].kind == "batch.undone"


def test_what_a_batch_completed_is_as_it_was_before(vendor: Cast, tmp_path: Path) -> None:
    bring_in(table(tmp_path / "a.csv", EVENTS, COURSE), "long")
    before = all_of_it()
    more = [[*row[:4], "Gu", *row[5:7], "Closed now.", *row[8:]] for row in MORE]
    batch, _told = bring_in(table(tmp_path / "b.csv", EVENTS, [*COURSE, *more]), "long")
    assert all_of_it() != before
    undoing.undo(batch, by=SETTING_UP)
    assert all_of_it() == before


def test_later_batches_go_first(vendor: Cast, tmp_path: Path) -> None:
    first, _told = bring_in(table(tmp_path / "a.csv", EVENTS, COURSE), "long")
    later, _told = bring_in(table(tmp_path / "b.csv", EVENTS, [*COURSE, *MORE]), "long")
    with pytest.raises(CannotUndo, match="Changed since"):
        undoing.undo(first, by=SETTING_UP)
    assert Case.objects.count() == 1
    undoing.undo(later, by=SETTING_UP)
    undoing.undo(first, by=SETTING_UP)
    assert Case.objects.count() == 0


@pytest.mark.parametrize("what", ["a message", "a title", "a snooze"])
def test_what_people_did_with_a_case_keeps_it_and_its_whole_batch(
    vendor: Cast, tmp_path: Path, what: str
) -> None:
    other = [["A-2", *row[1:]] for row in COURSE]
    batch, _told = bring_in(table(tmp_path / "a.csv", EVENTS, [*COURSE, *other]), "long")
    case, zhou = the_case(), vendor["zhou"].actor
    if what == "a message":
        write(case, Writing(Audience.NOTE, "I know this one."), by=zhou)
    elif what == "a title":
        Case.objects.filter(pk=case.pk).update(title="Another")
    else:
        snooze(case, until=TODAY.replace(day=30), reason="they are away", by=zhou)
    with pytest.raises(CannotUndo, match=str(case.number)):
        undoing.undo(batch, by=SETTING_UP)
    assert Case.objects.count() == 2
