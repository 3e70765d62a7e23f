"""What Zendesk, Zammad and Chatwoot give: tickets with their messages, in JSON or as lists."""

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from proxeny.cases.importing.history import Direction, Severity
from tests.cases.importing.telling import document, read, table, wrong

INBOUND, OUTBOUND, INTERNAL = Direction.INBOUND, Direction.OUTBOUND, Direction.INTERNAL


def ticket(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "subject": "The report is empty",
        "description": "Since this morning the report is empty.",
        "status": "pending",
        "priority": "urgent",
        "type": "incident",
        "created_at": "2026-03-05T01:00:00Z",
        "updated_at": "2026-03-05T03:00:00Z",
        "requester": {"id": 7, "name": "Wu", "role": "end-user"},
        "assignee": {"id": 9, "name": "Gu", "role": "agent"},
        "organization": {"id": 3, "name": "Luban", "external_id": "LB-01"},
        "group": {"id": 2, "name": "Desk"},
        "comments": [
            {"id": 11, "author_id": 7, "body": "Since this morning the report is empty.", "public": True,
             "created_at": "2026-03-05T01:00:00Z"},
            {"id": 12, "author_id": 9, "body": "Looks like the new filter.", "public": False,
             "created_at": "2026-03-05T02:00:00Z"},
            {"id": 13, "author_id": 9, "body": "Which filter do you use?", "public": True,
             "created_at": "2026-03-05T03:00:00Z"},
        ],
    } | more  # fmt: skip


def test_a_ticket_of_zendesk_comes_with_its_comments_and_who_may_read_them(tmp_path: Path) -> None:
    [case], file = read(document(tmp_path / "t.json", {"tickets": [ticket(41)], "count": 1}))
    assert (file.preset, case.reference, case.account, case.severity) == (
        "zendesk",
        "41",
        "LB-01",
        Severity.CRITICAL,
    )
    assert [(one.who, one.direction, one.reference) for one in case.messages] == [
        ("Wu", INBOUND, "11"), ("Gu", INTERNAL, "12"), ("Gu", OUTBOUND, "13"),
    ]  # fmt: skip
    [stretch], [wait] = case.assignments, case.waits
    assert (stretch.team, stretch.person, stretch.began) == (
        "Desk",
        "Gu",
        datetime(2026, 3, 5, 1, tzinfo=UTC),
    )
    assert (wait.why, wait.for_customer, wait.ended) == ("pending", True, None)


def test_audits_of_zendesk_tell_how_it_went(tmp_path: Path) -> None:
    def change(hour: int, *changed: tuple[str, Any]) -> dict[str, Any]:
        events = [{"type": "Change", "field_name": name, "value": value} for name, value in changed]
        return {"created_at": f"2026-03-05T{hour:02}:00:00Z", "author_id": 9, "events": events}

    audits = [
        change(1, ("group_id", 2), ("status", "open")), change(2, ("group_id", 5)), change(3, ("group_id", 2)),
        change(4, ("status", "solved")), change(5, ("status", "open")), change(6, ("status", "closed")),
    ]  # fmt: skip
    told = {
        "tickets": [ticket(41, audits=audits, organization=None, organization_id=3)],
        "groups": [{"id": 2, "name": "Desk"}, {"id": 5, "name": "Data"}],
        "organizations": [{"id": 3, "name": "Luban"}],
        "users": [{"id": 9, "name": "Gu", "role": "agent"}],
    }
    [case], _file = read(document(tmp_path / "t.json", told), preset="zendesk")
    assert ([run.team for run in case.runs], case.returns, case.account) == (
        ["Desk", "Data", "Desk"],
        1,
        "Luban",
    )
    assert (len(case.solved), len(case.reopened), len(case.closed)) == (2, 1, 1)


def test_one_ticket_a_line_inside_gzip_and_a_damaged_line_among_them(tmp_path: Path) -> None:
    path = tmp_path / "t.json.gz"
    lines = [json.dumps(ticket(1)), '{"id": 2, "subject": ', json.dumps(ticket(3)), json.dumps(ticket(1))]
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    cases, file = read(path)
    assert [case.reference for case in cases] == ["1", "3"]
    assert [(row, column) for row, column, _reason in wrong(file)] == [(2, None), (4, None)]


def test_a_comment_without_a_readable_time_is_left_out_and_said_the_ticket_stays(tmp_path: Path) -> None:
    comments = [{"id": 1, "author_id": 7, "body": "x", "created_at": "some day"}, *ticket(1)["comments"][1:]]
    [case], file = read(document(tmp_path / "t.json", [ticket(1, comments=comments)]))
    assert (case.left_out, len(case.messages), wrong(file)) == (1, 2, [])
    [problem] = file.reader.partly.listed(lambda one: one.as_json())
    assert (problem["row"], problem["column"]) == (1, "comments[0].created_at")


def test_the_list_that_zendesk_exports(tmp_path: Path) -> None:
    header = ("ID", "Requester", "Organization", "Assignee", "Group", "Subject", "Status", "Priority", "Ticket type",
              "Created at", "Updated at", "Solved at", "Reopens")  # fmt: skip
    rows = [
        (1, "Wu", "Luban", "Gu", "Desk", "Empty report", "Closed", "Low", "Question", "2026-03-05 09:00 +0800",
         "2026-03-09 09:00 +0800", "2026-03-06 09:00 +0800", 1),
        (2, "Wu", "Luban", "", "Desk", "Slow report", "Hold", "-", "", "2026-03-05 09:00 +0800",
         "2026-03-05 10:00 +0800", "", 0),
    ]  # fmt: skip
    [closed, held], file = read(table(tmp_path / "t.csv", header, rows))
    assert (file.preset, closed.severity, closed.kinds, closed.reopens) == (
        "zendesk",
        Severity.LOW,
        ("Question",),
        1,
    )
    assert closed.solved[0].at.isoformat() == "2026-03-06T09:00:00+08:00"
    assert closed.closed[0].at >= closed.solved[0].at
    assert (held.waits[0].for_customer, held.severity, held.assignments[0].person) == (
        False,
        Severity.UNTOLD,
        "",
    )


def article(number: int, who: str, body: str, sender: str, hour: int, *, internal: bool) -> dict[str, Any]:
    told = {"id": number, "from": who, "body": body, "sender": sender, "internal": internal}
    return {**told, "created_at": f"2026-03-05T0{hour}:00:00Z"}


def became(attribute: str, value: str, at: str) -> dict[str, Any]:
    changed = {"object": "Ticket", "type": "updated", "attribute": attribute}
    return {**changed, "value_from": "", "value_to": value, "created_at": at}


def test_a_ticket_of_zammad_with_articles_and_history(tmp_path: Path) -> None:
    told = {
        "id": 5, "number": "67005", "title": "VPN down", "group": "Network", "state": "closed", "priority": "3 high",
        "organization": "Luban", "customer": "wu@example.com", "owner": "gu@example.com",
        "created_at": "2026-03-05T01:00:00Z", "updated_at": "2026-03-06T01:00:00Z", "close_at": "2026-03-06T01:00:00Z",
        "articles": [
            article(1, "Wu", "No VPN", "Customer", 1, internal=False),
            article(2, "Gu", "Again the old router", "Agent", 2, internal=True),
            article(3, "Gu", "Try now", "Agent", 3, internal=False),
        ],
        "history": [
            became("group", "Desk", "2026-03-05T01:00:00Z"),
            became("state", "pending reminder", "2026-03-05T03:00:00Z"),
            became("group", "Network", "2026-03-05T04:00:00Z"),
            became("state", "closed", "2026-03-06T01:00:00Z"),
            {"object": "Ticket::Article", "type": "created", "attribute": None, "created_at": "2026-03-06T01:00:00Z"},
        ],
    }  # fmt: skip
    [case], file = read(document(tmp_path / "t.json", [told]))
    assert (file.preset, case.reference, case.account, case.severity) == (
        "zammad",
        "67005",
        "Luban",
        Severity.HIGH,
    )
    assert [one.direction for one in case.messages] == [INBOUND, INTERNAL, OUTBOUND]
    assert (case.handovers, case.waits[0].for_customer, case.solved_at) == (
        1,
        True,
        datetime(2026, 3, 6, 1, tzinfo=UTC),
    )


def test_tickets_of_zammad_named_by_numbers_among_their_assets(tmp_path: Path) -> None:
    ticket_ = {"id": 5, "number": "67005", "title": "VPN down", "group_id": 2, "state_id": 2, "priority_id": 1,
               "organization_id": 3, "customer_id": 8, "owner_id": 1, "created_at": "2026-03-05T01:00:00Z"}  # fmt: skip
    assets = {
        "Ticket": {"5": ticket_},
        "Group": {"2": {"id": 2, "name": "Desk"}},
        "Organization": {"3": {"id": 3, "name": "Luban"}},
        "User": {"8": {"id": 8, "firstname": "Ming", "lastname": "Wu", "login": "wu"}},
    }
    [case], _file = read(document(tmp_path / "t.json", {"tickets": [5], "assets": assets}), preset="zammad")
    assert (case.account, case.reporter, case.severity) == ("Luban", "Ming Wu", Severity.LOW)
    assert [(one.team, one.person) for one in case.assignments] == [("Desk", "")]


def test_the_list_that_zammad_exports_in_chinese(tmp_path: Path) -> None:
    header = ("#", "标题", "状态", "组", "负责人", "组织", "客户", "优先级", "创建时间", "关闭时间")
    rows = [
        (
            "67005",
            "VPN 不通",
            "已关闭",
            "网络组",
            "-",
            "鲁班建材",
            "吴明",
            "2 普通",
            "2026年3月5日 下午2:20",
            "2026年3月6日 9:00",
        )
    ]
    [case], _file = read(table(tmp_path / "t.csv", header, rows), preset="zammad")
    assert (case.account, case.reporter, case.severity) == ("鲁班建材", "吴明", Severity.NORMAL)
    assert case.opened_at.isoformat() == "2026-03-05T14:20:00+08:00"
    assert case.closed[0].at.isoformat() == "2026-03-06T09:00:00+08:00"


def chat(
    number: int, text: str, kind: int, at: int, who: str = "", *, private: bool = False
) -> dict[str, Any]:
    told = {"id": number, "content": text, "message_type": kind, "private": private, "created_at": at}
    return {**told, "sender": {"name": who}} if who else told


def test_a_conversation_of_chatwoot_with_activities(tmp_path: Path) -> None:
    began = 1_772_672_400
    told = {
        "id": 77, "inbox_id": 1, "status": "resolved", "priority": "high", "created_at": began, "labels": ["billing"],
        "meta": {"sender": {"name": "Wu", "additional_attributes": {"company_name": "Luban"}},
                 "assignee": {"name": "Gu"}, "team": {"name": "Billing"}},
        "messages": [
            chat(1, "Where is my invoice", 0, began, "Wu"),
            chat(2, "Assigned to Gu via Billing by He", 2, began + 60),
            chat(3, "He asks every month", 1, began + 90, "Gu", private=True),
            chat(4, "Here it is", 1, began + 120, "Gu"),
            chat(5, "Conversation was marked resolved by Gu", 2, began + 180),
            chat(6, "Conversation was reopened by Wu", 2, began + 240),
            chat(7, "Gu snoozed the conversation", 2, began + 300),
            chat(8, "Conversation was marked resolved by Gu", 2, began + 360),
        ],
    }  # fmt: skip
    path = document(tmp_path / "c.json", {"data": {"meta": {"all_count": 1}, "payload": [told]}})
    [case], file = read(path)
    assert (file.preset, case.account, case.kinds, case.severity) == (
        "chatwoot",
        "Luban",
        ("billing",),
        Severity.HIGH,
    )
    assert [(one.direction, one.who) for one in case.messages] == [
        (INBOUND, "Wu"),
        (INTERNAL, "Gu"),
        (OUTBOUND, "Gu"),
    ]
    assert [(one.team, one.person) for one in case.assignments] == [("Billing", "Gu")]
    assert (len(case.solved), len(case.reopened), case.waits[0].why) == (2, 1, "snoozed")


def test_the_list_that_chatwoot_exports(tmp_path: Path) -> None:
    header = (
        "Conversation ID",
        "Contact name",
        "Inbox name",
        "Assignee",
        "Status",
        "Created at",
        "Resolved at",
    )
    rows = [(9, "Wu", "Chat", "Gu", "snoozed", "2026-03-05 01:00:00 UTC", ""),
            (10, "Wu", "Chat", "Gu", "pending", "2026-03-05 01:00:00 UTC", "")]  # fmt: skip
    [snoozed, pending], file = read(table(tmp_path / "c.csv", header, rows))
    assert (file.preset, snoozed.account, snoozed.product) == ("chatwoot", "Wu", "Chat")
    assert (snoozed.waits[0].for_customer, pending.waits, pending.solved_at) == (True, (), None)
