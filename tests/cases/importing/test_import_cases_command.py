"""`proxeny import cases`."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from proxeny.cases.models import Case
from proxeny.cli.importing import command
from proxeny.intake.models import Batch
from tests.cases.importing.telling import log, table, update
from tests.cast import Cast


def told(*arguments: object, code: int = 0) -> dict[str, Any]:
    result = CliRunner().invoke(command, ["cases", *map(str, arguments), "--json"])
    assert result.exit_code == code, result.output
    found: dict[str, Any] = json.loads(result.output)
    return found


def a_log(path: Path) -> Path:
    course = [(9, "New", "A"), (10, "Active", "B"), (11, "Active", "A"), (12, "Resolved", "A")]
    rows = [
        update(
            "INC1", f"2026-03-05 {hour:02}:00", incident_state=state, assignment_group=team, company="LB-01"
        )
        for hour, state, team in course
    ]
    return log(path, rows)


def test_the_document_has_the_figures_that_scripts_rely_on(vendor: Cast, tmp_path: Path) -> None:
    path = a_log(tmp_path / "log.csv")
    found = told(path, "--preset", "servicenow", "--dry-run")
    assert (found["dry_run"], found["made"], Case.objects.count(), Batch.objects.count()) == (True, 1, 0, 0)
    found = told(path, "--preset", "servicenow")
    figures = ("kind", "cases", "events", "handovers", "returns", "accounts", "undone")
    assert [found[name] for name in figures] == ["cases", 1, 4, 2, 1, 1, False]
    assert found["rows"] == {"read": 4, "good": 4, "bad": 0, "aside": 0}
    assert told(path, "--preset", "servicenow")["already"] is True
    assert told(path, "--preset", "servicenow", "--again")["unchanged"] == 1


def test_bad_rows_are_listed_given_back_and_end_with_one(vendor: Cast, tmp_path: Path) -> None:
    path = table(
        tmp_path / "a.csv",
        ("case", "account", "created"),
        [("A-1", "LB-01", "soon"), ("A-2", "LB-01", "2026-03-05")],
    )
    found = told(path, code=1)
    assert found["errors"] == [{"row": 2, "column": "created", "reason": "“soon” is not a date."}]
    assert "A-1" in Path(found["bad_rows"]).read_text("utf-8")
    assert "A-2" not in Path(found["bad_rows"]).read_text("utf-8")


def test_cases_set_aside_come_in_once_their_customer_is_added(vendor: Cast, tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", ("case", "account", "created"), [("A-1", "ZZ-9", "2026-03-05")])
    assert told(path)["rows"]["aside"] == 1
    assert told(path, "--dry-run", "--create-accounts")["made"] == 1
    assert told(path, "--create-accounts")["made"] == 1


@pytest.mark.parametrize("arguments", [("--map", "colour=red"), ("--preset", "remedy"), ("--as", "nobody")])
def test_wrong_usage_ends_with_two(vendor: Cast, tmp_path: Path, arguments: tuple[str, str]) -> None:
    result = CliRunner().invoke(command, ["cases", str(a_log(tmp_path / "log.csv")), *arguments])
    assert result.exit_code == 2


def test_a_file_that_cannot_be_read_says_why(vendor: Cast, tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", ("colour", "shape"), [("red", "round")])
    found = told(path, "--preset", "flat", code=1)
    assert (found["code"], found["rows"]["read"]) == ("missing_columns", 0)
