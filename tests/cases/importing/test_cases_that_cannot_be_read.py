"""A bad row is told with its place and its reason; the good ones beside it are not lost."""

from pathlib import Path

import pytest

from proxeny.intake.tabular.problems import TabularError
from tests.cases.importing.telling import log, read, table, update, wrong


def test_a_case_of_which_one_row_is_bad_keeps_the_others_and_says_so(tmp_path: Path) -> None:
    rows = [
        update("INC1", "2026-03-05 09:00", incident_state="New", assignment_group="A", company="LB-01"),
        update("INC1", "yesterday", incident_state="Active", assignment_group="B", company="LB-01"),
        update("INC1", "2026-03-05 11:00", incident_state="-100", assignment_group="C", company="LB-01"),
        update("INC1", "2026-03-05 12:00", incident_state="Resolved", assignment_group="A", company="LB-01"),
        update(
            "INC2",
            "2026-03-05 12:00",
            incident_state="New",
            assignment_group="A",
            company="LB-01",
            sys_mod_count="x",
        ),
    ]
    [case], file = read(log(tmp_path / "log.csv", rows), preset="servicenow")
    assert (case.events, case.left_out, case.handovers, case.solved_at is not None) == (2, 2, 0, True)
    assert [(row, column) for row, column, _reason in wrong(file)] == [
        (3, "sys_updated_at"), (4, "incident_state"), (6, "sys_mod_count"),
    ]  # fmt: skip
    assert "“yesterday” is not a date" in wrong(file)[0][2]
    assert "“-100” is none of: open (" in wrong(file)[1][2]


def test_a_row_without_a_number_or_with_too_many_cells_is_bad(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "case,account,created\n,LB-01,2026-03-05\nA-1,LB-01,2026-03-05,what,is this\nA-2,LB-01,2026-03-05\n"
    )
    [case], file = read(path)
    assert case.reference == "A-2"
    assert [row for row, _column, _reason in wrong(file)] == [2, 3]


def test_a_case_told_of_twice_counts_once(tmp_path: Path) -> None:
    rows = [("A-1", "LB-01", "2026-03-05"), ("A-1", "LB-01", "2026-03-06")]
    [case], file = read(table(tmp_path / "a.csv", ("case", "account", "created"), rows))
    assert case.row == 2
    assert wrong(file) == [(3, "case", "Row 2 is about the same already.")]


def test_a_case_solved_before_it_was_opened_is_bad(tmp_path: Path) -> None:
    rows = [("A-1", "LB-01", "2026-03-05", "2026-03-04")]
    cases, file = read(table(tmp_path / "a.csv", ("case", "account", "created", "resolved"), rows))
    assert (cases, wrong(file)) == ([], [(2, "resolved", "It was solved or closed before it was opened.")])


def test_days_that_may_be_months_are_refused_unless_a_person_says(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", ("case", "account", "created"), [("A-1", "LB-01", "3/4/2026 14:20")])
    cases, file = read(path)
    assert (cases, wrong(file)[0][1]) == ([], "created")
    [case], _file = read(path, day_first=True)
    assert case.opened_at.isoformat() == "2026-04-03T14:20:00+08:00"


@pytest.mark.parametrize(
    ("header", "missing"),
    [(("account", "created"), "case"), (("case", "created"), "account")],
)
def test_a_file_without_a_needed_column_says_which(
    tmp_path: Path, header: tuple[str, str], missing: str
) -> None:
    path = table(tmp_path / "a.csv", header, [("A-1", "2026-03-05")])
    with pytest.raises(TabularError, match=missing):
        read(path, preset="flat")


def test_a_customer_named_for_the_whole_file_needs_no_column(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", ("case", "created"), [("A-1", "2026-03-05")])
    [case], _file = read(path, preset="flat", account="LB-01")
    assert case.account == "LB-01"


def test_a_document_that_is_no_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"id": 1}, {"id": ')
    with pytest.raises(TabularError, match="JSON"):
        read(tmp_path / "a.json", preset="zendesk")
