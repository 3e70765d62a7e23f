"""Files of nobody's program: one row for each event, or one for each case, with names given by a person."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from proxeny.cases.importing.history import Direction, Severity
from proxeny.intake.tabular.problems import TabularError
from tests.cases.importing.telling import read, table, wrong

EVENTS = ("工单号", "客户编号", "时间", "动作", "操作人", "处理组", "内容", "标题", "优先级")


def test_events_in_chinese(tmp_path: Path) -> None:
    rows = [
        ("G-1", "LB-01", "2026年3月5日 9:00", "开单", "吴明", "客服组", "", "打印机不出纸", "紧急"),
        ("G-1", "", "2026/3/5 9:10", "客户留言", "吴明", "", "打印机不出纸了", "", ""),
        ("G-1", "", "2026/3/5 10:00", "转派", "顾", "硬件组", "", "", ""),
        ("G-1", "", "2026/3/5 10:30", "备注", "顾", "", "像是上次那台", "", ""),
        ("G-1", "", "2026/3/5 11:00", "等待客户", "顾", "", "请给型号", "", ""),
        ("G-1", "", "1772690400", "恢复", "顾", "", "", "", ""),
        ("G-1", "", "2026/3/5 15:00", "解决", "顾", "", "", "", ""),
    ]
    [case], file = read(table(tmp_path / "a.csv", EVENTS, rows))
    assert (file.preset, wrong(file)) == ("long", [])
    assert (case.account, case.title, case.severity, case.handovers) == (
        "LB-01",
        "打印机不出纸",
        Severity.CRITICAL,
        1,
    )
    assert [(one.direction, one.text) for one in case.messages][:2] == [
        (Direction.INBOUND, "打印机不出纸了"), (Direction.INTERNAL, "像是上次那台"),
    ]  # fmt: skip
    assert case.waits[0].ended is not None
    assert case.solved_at is not None


def test_sentences_of_one_message_are_put_together(tmp_path: Path) -> None:
    header = ("issueid", "id", "utr_seq", "author", "created", "is_private", "actionbody", "author_role")
    rows = [
        ("7.0", "11.0", 1, "wu", "2026-03-05 01:00:00+00:00", "0.0", "nothing works.", "reporter"),
        ("7.0", "11.0", 0, "wu", "2026-03-05 01:00:00+00:00", "0.0", "dear team,", "reporter"),
        ("7.0", "12.0", 0, "gu", "2026-03-05 02:00:00+00:00", "1.0", "again him", "assignee"),
        ("7.0", "13.0", 0, "gu", "2026-03-05 03:00:00+00:00", "0.0", "we look.", "assignee"),
    ]
    mapping = {"case": "issueid", "at": "created", "message": "id", "sequence": "utr_seq", "who": "author",
               "internal": "is_private", "text": "actionbody", "part": "author_role"}  # fmt: skip
    [case], _file = read(
        table(tmp_path / "a.csv", header, rows), preset="long", mapping=mapping, account="LB-01"
    )
    assert [(one.direction, one.text) for one in case.messages] == [
        (Direction.INBOUND, "dear team,\nnothing works."),
        (Direction.INTERNAL, "again him"),
        (Direction.OUTBOUND, "we look."),
    ]
    assert (case.reference, case.account, case.text) == ("7", "LB-01", "dear team,\nnothing works.")


def test_one_row_for_each_case_with_columns_that_a_person_names(tmp_path: Path) -> None:
    header = ("Complaint ID", "Company", "Date received", "Product", "Issue", "Narrative")
    rows = [(31, "Luban", "2026/3/5", "Loans", "Wrong amount", "They took it twice.")]
    mapping = {"case": "Complaint ID", "account": "Company", "opened_at": "Date received", "title": "Issue",
               "description": "Narrative"}  # fmt: skip
    [case], file = read(table(tmp_path / "a.csv", header, rows), preset="flat", mapping=mapping)
    assert (case.reference, case.account, case.title) == ("31", "Luban", "Wrong amount")
    assert (case.text, case.product, case.solved_at) == ("They took it twice.", "Loans", None)
    assert file.columns.missing == ()


def test_a_workbook_with_real_dates(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.create_sheet("工单", 0)
    sheet.append(["工单编号", "客户", "状态", "创建时间", "解决时间", "负责人"])
    sheet.append(["G-1", "LB-01", "已解决", "2026-03-05 09:00", "2026-03-06 09:00", "顾"])
    book.save(tmp_path / "a.xlsx")
    [case], _file = read(tmp_path / "a.xlsx")
    assert case.solved[0].at.isoformat() == "2026-03-06T09:00:00+08:00"


def test_rows_as_json(tmp_path: Path) -> None:
    told = {"records": [{"number": "INC1", "company": {"display_value": "Luban", "link": "https://x"}, "state": "6",
                         "sys_updated_on": "2026-03-05 09:00:00", "opened_at": "2026-03-04 09:00:00"}]}  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps(told))
    [case], file = read(tmp_path / "a.json")
    assert (file.preset, case.account, case.solved_at is not None) == ("servicenow", "Luban", True)


def test_a_word_for_a_state_that_nobody_knows_is_said_and_can_be_explained(tmp_path: Path) -> None:
    path = table(
        tmp_path / "a.csv",
        ("case", "account", "state", "created"),
        [("A-1", "LB-01", "Geparkt", "2026-03-05")],
    )
    [case], file = read(path)
    assert (case.waits, file.unknown_words) == ((), {"state": ["Geparkt"]})
    [case], file = read(path, states="Geparkt=waiting")
    assert (case.waits[0].for_customer, file.unknown_words) == (True, {})


@pytest.mark.parametrize("states", ["Geparkt", "Geparkt=asleep", "=open"])
def test_a_word_explained_in_no_such_way_is_refused(tmp_path: Path, states: str) -> None:
    path = table(
        tmp_path / "a.csv",
        ("case", "account", "state", "created"),
        [("A-1", "LB-01", "Geparkt", "2026-03-05")],
    )
    with pytest.raises(TabularError, match="ours=theirs"):
        read(path, states=states)
