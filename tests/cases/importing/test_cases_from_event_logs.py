"""An event log tells of each incident in many rows; its course is found in them."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from proxeny.cases.importing.history import Severity
from tests.cases.importing.telling import log, read, table, update, wrong

SHANGHAI = ZoneInfo("Asia/Shanghai")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=SHANGHAI)


A_CASE = [
    update("INC1", "5.3.2026 09:00", incident_state="New", assignment_group="Service Desk", company="LB-01",
           priority="1 - Critical", category="Network", opened_at="05.03.2026 08:50", sys_updated_by="anna",
           sys_mod_count=0, reopen_count=0, short_description="Nothing prints"),
    update("INC1", "5.3.2026 09:30", incident_state="Active", assignment_group="Printing", assigned_to="Bao",
           company="LB-01", sys_updated_by="anna", sys_mod_count=1, reopen_count=0),
    update("INC1", "5.3.2026 11:00", incident_state="Awaiting User Info", assignment_group="Printing", assigned_to="Bao",
           company="LB-01", sys_updated_by="Bao", sys_mod_count=2, reopen_count=0),
    update("INC1", "6.3.2026 08:00", incident_state="Active", assignment_group="?", assigned_to="?",
           company="LB-01", sys_updated_by="Chen", sys_mod_count=3, reopen_count=0),
    update("INC1", "6.3.2026 09:00", incident_state="Active", assignment_group="Service Desk", assigned_to="Chen",
           company="LB-01", sys_updated_by="Chen", sys_mod_count=4, reopen_count=0),
    update("INC1", "6.3.2026 10:00", incident_state="Resolved", assignment_group="Service Desk", assigned_to="Chen",
           company="LB-01", sys_updated_by="Chen", sys_mod_count=5, reopen_count=0),
    update("INC1", "6.3.2026 15:00", incident_state="Active", assignment_group="Printing", assigned_to="Bao",
           company="LB-01", sys_updated_by="anna", sys_mod_count=6, reopen_count=1),
    update("INC1", "7.3.2026 10:00", incident_state="Resolved", assignment_group="Printing", assigned_to="Bao",
           company="LB-01", sys_updated_by="Bao", sys_mod_count=7, reopen_count=1),
    update("INC1", "9.3.2026 10:00", incident_state="Closed", assignment_group="Printing", assigned_to="Bao",
           company="LB-01", sys_updated_by="system", sys_mod_count=8, reopen_count=1),
]  # fmt: skip


def test_the_course_of_a_case_is_found_in_its_rows(tmp_path: Path) -> None:
    [case], file = read(log(tmp_path / "log.csv", A_CASE), preset="servicenow")
    assert (case.reference, case.account, case.title) == ("INC1", "LB-01", "Nothing prints")
    assert (case.severity, case.kinds, case.opened_at) == (Severity.CRITICAL, ("Network",), at(5, 8, 50))
    assert [(one.team, one.person) for one in case.assignments] == [
        ("Service Desk", ""), ("Printing", "Bao"), ("Service Desk", "Chen"), ("Printing", "Bao"),
    ]  # fmt: skip
    assert case.assignments[0].ended == case.assignments[1].began == at(5, 9, 30)
    assert case.assignments[-1].ended == at(9, 10)
    [wait] = case.waits
    assert (wait.began, wait.ended, wait.why, wait.who) == (at(5, 11), at(6, 8), "Awaiting User Info", "Bao")
    assert [one.at for one in case.solved] == [at(6, 10), at(7, 10)]
    assert [(one.at, one.who) for one in case.reopened] == [(at(6, 15), "anna")]
    assert [one.at for one in case.closed] == [at(9, 10)]
    assert (case.handovers, case.returns, case.reopens, case.events) == (3, 2, 1, 9)
    assert wrong(file) == []


def test_a_wait_for_somebody_else_is_not_one_for_the_customer(tmp_path: Path) -> None:
    rows = [
        update("INC1", "2026-03-05 09:00", incident_state="New", company="LB-01"),
        update("INC1", "2026-03-05 10:00", incident_state="Awaiting Vendor", company="LB-01"),
        update("INC1", "2026-03-05 11:00", incident_state="Awaiting User Info", company="LB-01"),
    ]
    [case], _file = read(log(tmp_path / "log.csv", rows), preset="servicenow")
    assert [(one.why, one.for_customer, one.ended) for one in case.waits] == [
        ("Awaiting Vendor", False, at(5, 11)),
        ("Awaiting User Info", True, None),
    ]


def test_on_hold_for_the_caller_waits_for_the_customer(tmp_path: Path) -> None:
    header = ("Number", "State", "On hold reason", "Account", "Updated")
    rows = [("INC7", "On Hold", "Awaiting Caller", "LB-01", "2026-03-05 09:00"),
            ("INC8", "On Hold", "Awaiting Vendor", "LB-01", "2026-03-05 09:00")]  # fmt: skip
    cases, _file = read(table(tmp_path / "a.csv", header, rows), preset="servicenow")
    assert [case.waits[0].for_customer for case in cases] == [True, False]


def test_a_case_closed_without_being_solved_was_solved_when_the_file_says(tmp_path: Path) -> None:
    rows = [
        update("INC1", "2026-03-05 09:00", incident_state="New", company="LB-01"),
        update(
            "INC1",
            "2026-03-09 09:00",
            incident_state="Closed",
            company="LB-01",
            resolved_at="2026-03-06 09:00",
        ),
    ]
    [case], _file = read(log(tmp_path / "log.csv", rows), preset="servicenow")
    assert [one.at for one in case.solved] == [at(6, 9)]
    assert [one.at for one in case.closed] == [at(9, 9)]


def test_an_event_numbered_before_others_does_not_reopen_a_solved_case(tmp_path: Path) -> None:
    rows = [
        update("INC1", "2026-03-05 09:00", incident_state="New", company="LB-01", sys_mod_count=1),
        update("INC1", "2026-03-05 11:00", incident_state="Resolved", company="LB-01", sys_mod_count=2),
        update("INC1", "2026-03-05 11:05", incident_state="New", company="LB-01", sys_mod_count=1),
    ]
    [case], _file = read(log(tmp_path / "log.csv", rows), preset="servicenow")
    assert (case.reopens, case.solved_at) == (0, at(5, 11))


def test_without_a_company_who_called_is_the_customer_and_asks(tmp_path: Path) -> None:
    header = ("number", "incident_state", "caller_id", "sys_updated_at")
    rows = [("INC1", "New", "Caller 7", "13/3/2026 09:00"), ("INC1", "Active", "?", "3/4/2026 09:00")]
    [case], _file = read(table(tmp_path / "a.csv", header, rows), preset="servicenow")
    assert (case.account, case.reporter) == ("Caller 7", "Caller 7")
    assert case.opened_at == datetime(2026, 3, 13, 9, tzinfo=SHANGHAI)


def test_a_log_that_begins_with_the_newest_is_read_backwards_where_minutes_are_the_same(
    tmp_path: Path,
) -> None:
    rows = [
        ("A-1", "2026-03-05 10:00", "C"), ("A-1", "2026-03-05 09:00", "B"), ("A-1", "2026-03-05 09:00", "A"),
        ("A-1", "2026-03-05 08:00", "A"),
    ]  # fmt: skip
    path = table(tmp_path / "a.csv", ("case", "at", "team"), rows)
    [case], _file = read(path, preset="long", account="LB-01")
    assert [run.team for run in case.runs] == ["A", "B", "C"]


def test_the_audit_table_is_read_field_by_field(tmp_path: Path) -> None:
    header = ("documentkey", "fieldname", "oldvalue", "newvalue", "user", "sys_created_on")
    rows = [
        ("INC1", "company", "", "LB-01", "anna", "2026-03-05 09:00:00"),
        ("INC1", "assignment_group", "", "Desk", "anna", "2026-03-05 09:00:00"),
        ("INC1", "assignment_group", "Desk", "Network", "anna", "2026-03-05 10:00:00"),
        ("INC1", "comments", "", "We look into it.", "bao", "2026-03-05 10:30:00"),
        ("INC1", "work_notes", "", "A cable.", "bao", "2026-03-05 10:40:00"),
        ("INC1", "state", "2", "6", "bao", "2026-03-05 11:00:00"),
        ("INC1", "u_colour", "red", "blue", "bao", "2026-03-05 11:30:00"),
    ]
    [case], file = read(table(tmp_path / "a.csv", header, rows))
    assert (file.preset, case.account, case.handovers, case.events) == ("servicenow", "LB-01", 1, 7)
    assert [(one.direction, one.text) for one in case.messages] == [
        ("outbound", "We look into it."), ("internal", "A cable."),
    ]  # fmt: skip
    assert case.solved_at == at(5, 11)


def test_the_program_is_told_from_the_header(tmp_path: Path) -> None:
    _cases, file = read(log(tmp_path / "log.csv", A_CASE))
    assert file.preset == "servicenow"
