"""What a file tells of cases is kept with all that follows from it; a file that tells more is laid over it."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from proxeny.accounts.models import Account
from proxeny.cases.importing.importer import CASES
from proxeny.cases.models import Audience, Case, Kind, Message, Severity, State, Step, StepPass
from proxeny.cases.solving import solve
from proxeny.cases.waiting import wait
from proxeny.cases.writing import Writing, write
from proxeny.identity.access import NotFound
from proxeny.intake.importers import CannotRead
from proxeny.intake.models import Batch
from proxeny.ledger import reading as ledger
from proxeny.search.models import Document
from tests.cases.importing.courses import COURSE, EVENTS, MORE, the_case
from tests.cases.importing.telling import bring_in, log, table, update
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("on_22_november")


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_a_case_comes_in_with_its_words_hands_waits_steps_and_clocks(vendor: Cast, tmp_path: Path) -> None:
    batch, told = bring_in(table(tmp_path / "a.csv", EVENTS, COURSE), "long")
    case = the_case()
    assert (told["made"], told["cases"], told["events"], told["handovers"], told["returns"]) == (
        1,
        1,
        6,
        1,
        0,
    )
    assert (case.title, case.severity, case.kind, case.batch) == (
        "No output",
        Severity.HIGH,
        Kind.DEFECT,
        batch.pk,
    )
    assert (case.owner, case.text) == (vendor["zhou"], "Nothing comes out.")
    assert [(one.audience, one.is_inbound, one.author_name) for one in case.messages.all()] == [
        (Audience.CUSTOMER, True, "Wu"), (Audience.CUSTOMER, False, "Gu"), (Audience.NOTE, False, "Gu"),
    ]  # fmt: skip
    assert [(one.team_name, one.staff) for one in case.assignments.all()] == [
        ("Desk", None),
        ("Print", vendor["zhou"]),
    ]
    assert [(one.step, one.at) for one in case.passes.all()] == [(Step.RESPONDED, at(5, 10))]
    assert (case.step, case.state, case.waits_since, case.solved_at) == (
        Step.CLARIFIED,
        State.PROBLEM,
        at(5, 13),
        None,
    )
    assert {one.clock for one in case.clocks.all()} == {"first-response", "clarified", "proposed", "solved"}
    assert Document.objects.filter(within=str(case.record)).count() == 4
    assert [one.kind for one in ledger.about(batch.record)] == ["batch.imported", "case.imported"]


def test_a_closed_case_has_passed_all_steps_over_what_was_missing(vendor: Cast, tmp_path: Path) -> None:
    bring_in(table(tmp_path / "a.csv", EVENTS, [*COURSE, *MORE]), "long")
    case = the_case()
    assert (case.step, case.state, case.solved_at, case.closed_at) == (
        Step.DONE,
        State.SOLUTION,
        at(6, 11),
        at(7, 9),
    )
    passes = {one.step: (one.at, bool(one.reason)) for one in StepPass.objects.filter(case=case)}
    assert passes == {
        Step.RESPONDED: (at(5, 10), False), Step.CLARIFIED: (at(6, 11), True), Step.PROPOSED: (at(6, 11), True),
        Step.SOLVED: (at(6, 11), True), Step.LEARNED: (at(7, 9), True),
    }  # fmt: skip
    assert case.due_at is None


def test_the_same_cases_again_change_nothing_and_more_of_them_is_added(vendor: Cast, tmp_path: Path) -> None:
    bring_in(table(tmp_path / "a.csv", EVENTS, COURSE), "long")
    number = the_case().number
    _batch, again = bring_in(table(tmp_path / "b.csv", EVENTS, [*reversed(COURSE)]), "long")
    assert (again["made"], again["changed"], again["unchanged"]) == (0, 0, 1)
    _batch, more = bring_in(table(tmp_path / "c.csv", EVENTS, [*COURSE, *MORE]), "long")
    assert (more["made"], more["changed"], more["unchanged"]) == (0, 1, 0)
    case = the_case()
    assert (case.number, case.messages.count(), case.closed_at) == (number, 3, at(7, 9))
    assert [one.team_name for one in case.assignments.all()] == ["Desk", "Print", "Desk"]


def test_a_file_of_only_what_is_new_comes_to_the_same_as_the_whole(vendor: Cast, tmp_path: Path) -> None:
    bring_in(table(tmp_path / "a.csv", EVENTS, COURSE), "long")
    bring_in(table(tmp_path / "b.csv", EVENTS, MORE), "long")
    _batch, whole = bring_in(table(tmp_path / "c.csv", EVENTS, [*COURSE, *MORE]), "long")
    assert (whole["changed"], whole["unchanged"]) == (0, 1)
    assert [(one.began_at, one.ended_at) for one in the_case().waits.all()] == [(at(5, 13), at(6, 9))]


def test_a_later_look_at_a_list_tells_of_a_hand_over_and_a_reopening(vendor: Cast, tmp_path: Path) -> None:
    header = ("case", "account", "state", "team", "created", "updated", "resolved")
    first = ("A-1", "LB-01", "solved", "Desk", "2026-03-05 09:00", "2026-03-06 09:00", "2026-03-06 09:00")
    later = ("A-1", "LB-01", "open", "Print", "2026-03-05 09:00", "2026-03-08 09:00", "")
    bring_in(table(tmp_path / "a.csv", header, [first]), "flat")
    bring_in(table(tmp_path / "b.csv", header, [later]), "flat")
    case = Case.objects.get(source_reference="A-1")
    assert (case.solved_at, case.reopened) == (None, 1)
    assert [(one.team_name, one.began_at) for one in case.assignments.all()] == [
        ("Desk", at(5, 9)),
        ("Print", at(8, 9)),
    ]


def test_what_people_did_since_stays_when_a_longer_file_comes(vendor: Cast, tmp_path: Path) -> None:
    bring_in(table(tmp_path / "a.csv", EVENTS, COURSE[:4]), "long")
    case, zhou = the_case(), vendor["zhou"].actor
    write(case, Writing(Audience.CUSTOMER, "Try once more."), by=zhou)
    wait(case, why="the log file", by=zhou)
    solve(case, how="a new cable", word="works", reason="quick", by=zhou)
    bring_in(table(tmp_path / "b.csv", EVENTS, [*COURSE, *MORE]), "long")
    case.refresh_from_db()
    assert [one.how for one in case.solutions.filter(reopened_at=None)] == ["a new cable"]
    assert Message.objects.filter(case=case, batch=None).count() == 1
    assert case.assignments.filter(team_name="Desk").count() == 2


def test_a_customer_that_is_not_known_is_set_aside_or_added(vendor: Cast, tmp_path: Path) -> None:
    rows = [update("INC1", "2026-03-05 09:00", incident_state="New", company="ZZ-9"),
            update("INC1", "2026-03-05 10:00", incident_state="Active", company="ZZ-9"),
            update("INC2", "2026-03-05 09:00", incident_state="New")]  # fmt: skip
    path = log(tmp_path / "log.csv", rows)
    _batch, told = bring_in(path, "servicenow")
    assert told["rows"] == {"read": 3, "good": 0, "bad": 0, "aside": 3}
    assert (told["cases"], told["made"], Case.objects.count()) == (2, 0, 0)
    assert told["aside"] == [{"account": "ZZ-9", "rows": 2}, {"account": "", "rows": 1}]
    assert told["notes"] == ["Cases that name no customer at all, and are set aside: 1."]
    _batch, told = bring_in(path, "servicenow", create_accounts=True)
    assert (told["rows"]["good"], told["rows"]["aside"], Case.objects.get().account.reference) == (
        2,
        1,
        "ZZ-9",
    )


def test_a_customer_can_be_named_by_its_name_unless_two_have_it(vendor: Cast, tmp_path: Path) -> None:
    luban = Account.objects.get(reference="LB-01")
    path = table(tmp_path / "a.csv", ("case", "account", "created"), [("A-1", luban.name, "2026-03-05")])
    bring_in(path, "flat")
    assert Case.objects.get().account == luban


def test_with_all_or_nothing_one_bad_row_keeps_everything_out(vendor: Cast, tmp_path: Path) -> None:
    rows = [("A-1", "LB-01", "2026-03-05"), ("A-2", "LB-01", "soon")]
    batch, told = bring_in(
        table(tmp_path / "a.csv", ("case", "account", "created"), rows), "flat", whole=True
    )
    assert (batch.state, Case.objects.count(), told["rows"]["bad"]) == (Batch.State.FAILED, 0, 1)
    assert batch.bad_rows_path


def test_a_file_that_is_no_table_fails_with_its_reason(vendor: Cast, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(CannotRead, match="document"):
        bring_in(tmp_path / "a.csv", "flat")
    assert Batch.objects.get().state == Batch.State.FAILED


def test_nobody_imports_cases_without_the_right_to(vendor: Cast, tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", ("case", "account", "created"), [("A-1", "LB-01", "2026-03-05")])
    batch, _told = bring_in(path, "flat")
    with pytest.raises(NotFound):
        CASES.run(batch, by=vendor["shen"].actor)
