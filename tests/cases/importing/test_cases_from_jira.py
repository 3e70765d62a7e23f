"""Issues of Jira: lists with columns that repeat, and JSON with changes."""

from datetime import UTC, datetime
from pathlib import Path

from proxeny.cases.importing.history import Direction, Severity
from tests.cases.importing.telling import document, read, table

HEADER = ("Summary", "Issue key", "Issue Type", "Status", "Status Category", "Priority", "Assignee", "Reporter", "Created",
          "Updated", "Resolved", "Component/s", "Custom field (Organizations)", "Sprint", "Sprint", "Comment", "Comment",
          "Log Work")  # fmt: skip


def test_a_list_with_repeated_columns_and_an_unknown_status(tmp_path: Path) -> None:
    rows = [
        ("Export breaks", "SUP-1", "Bug", "Shipped", "Done", "Highest", "gu", "wu", "05/Mar/26 2:20 PM", "06/Mar/26 9:00 AM",
         "06/Mar/26 9:00 AM", "Export", "Luban", "S1", "S2", "05/Mar/26 2:30 PM;wu;It breaks at row 7;\nreally",
         "05/Mar/26 3:00 PM;gu;Known", "Looked at it;05/Mar/26 4:00 PM;gu;3600"),
        ("Import breaks", "SUP-2", "Bug", "Waiting for customer", "In Progress", "Medium", "", "wu", "05/三月/26 2:20 下午",
         "06/Mar/26 9:00 AM", "", "", "Luban", "", "", "when it rains;wu;hm", "", ""),
    ]  # fmt: skip
    [shipped, waits], file = read(table(tmp_path / "j.csv", HEADER, rows))
    assert (file.preset, shipped.account, shipped.severity, shipped.product) == (
        "jira",
        "Luban",
        Severity.CRITICAL,
        "Export",
    )
    assert [(one.direction, one.text) for one in shipped.messages] == [
        (Direction.INBOUND, "It breaks at row 7;\nreally"),
        (Direction.INTERNAL, "Known"),
        (Direction.INTERNAL, "Looked at it"),
    ]
    assert shipped.solved_at is not None
    assert shipped.solved_at.isoformat() == "2026-03-06T09:00:00+08:00"
    assert waits.opened_at.isoformat() == "2026-03-05T14:20:00+08:00"
    assert (waits.waits[0].for_customer, waits.left_out, waits.messages) == (True, 1, ())
    assert file.unknown_words == {"state": ["Shipped"]}


def test_json_with_a_changelog_and_nested_text(tmp_path: Path) -> None:
    def changed(hour: int, field: str, to: str) -> dict[str, object]:
        items = [{"field": field, "fromString": "", "toString": to}]
        return {
            "created": f"2026-03-05T{hour:02}:00:00.000+0000",
            "author": {"displayName": "Gu"},
            "items": items,
        }

    def said(number: str, who: str, at: str, body: object, **more: object) -> dict[str, object]:
        created = f"2026-03-05T{at}:00.000+0000"
        return {"id": number, "author": {"displayName": who}, "created": created, "body": body, **more}

    nested = {
        "type": "doc",
        "content": [{"type": "paragraph", "content": [{"type": "text", "text": "We look."}]}],
    }
    issue = {
        "key": "SUP-3",
        "fields": {
            "summary": "Export breaks", "status": {"name": "Done", "statusCategory": {"key": "done"}},
            "priority": {"name": "Low"}, "issuetype": {"name": "Bug"}, "reporter": {"displayName": "Wu"},
            "created": "2026-03-05T01:00:00.000+0000", "updated": "2026-03-05T05:00:00.000+0000",
            "customfield_10002": [{"name": "Luban", "_links": {"self": "https://x/rest/servicedeskapi/organization/1"}}],
            "comment": {"comments": [said("1", "Wu", "01:10", "Help"), said("2", "Gu", "02:00", nested, jsdPublic=True)]},
        },
        "changelog": {
            "histories": [changed(4, "status", "Done"), changed(2, "status", "In Progress"), changed(3, "assignee", "Gu")]
        },
    }  # fmt: skip
    [case], file = read(document(tmp_path / "j.json", {"issues": [issue], "total": 1}))
    assert (file.preset, case.account, case.severity) == ("jira", "Luban", Severity.LOW)
    assert [(one.direction, one.text) for one in case.messages] == [
        (Direction.INBOUND, "Help"), (Direction.OUTBOUND, "We look."),
    ]  # fmt: skip
    assert case.solved_at == datetime(2026, 3, 5, 4, tzinfo=UTC)
    assert [one.person for one in case.assignments] == ["Gu"]
