import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from django.utils import translation
from rich.console import Console

from proxeny.analytics.options import Kind, compose, read
from proxeny.analytics.options.facts import FIXED
from proxeny.catalogue.options.reasons import LOOK_AGAIN
from proxeny.cli import options_shown
from proxeny.cli.common import people
from proxeny.cli.options import command

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "options"


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(one) for one in arguments])


def ran(file: Path, *options: str) -> tuple[int, dict[str, Any]]:
    result = run(file, "--json", "--seconds", "30", *options)
    return result.exit_code, json.loads(result.stdout)


def test_options_end_with_0_and_one_document() -> None:
    code, document = ran(EXAMPLES / "reports.json")
    assert code == 0
    assert document["found"]
    assert document["reasons"] == document["relaxations"] == document["instead"] == []
    assert document["look_again"] is None
    whole = next(one for one in document["options"] if one["way"] == "whole")
    assert set(whole["sentence"]) == {"zh", "en"}
    assert whole["cost"]["currency"] == "CNY"
    assert whole["left_out"] == []
    assert all(one["proven"] and one["gaps"] == {} for one in document["options"])
    ids = {one["id"] for one in document["options"]}
    for one in document["options"]:
        assert {other["option"] for other in one["better_than"]} == ids - {one["id"]}
    phased = next(one for one in document["options"] if one["way"] == "phased")
    assert phased["phases"][0]["line"] == {"id": "finance", "name": "财务"}
    least = next(one for one in document["options"] if one["way"] == "least")
    assert all(one["because"]["en"] for one in least["left_out"])


def test_where_nothing_works_it_ends_with_1_and_says_why_and_when_to_look_again() -> None:
    code, document = ran(EXAMPLES / "reports-blocked.json", "--on", "2026-11-22")
    assert code == 1
    assert not document["found"]
    assert document["options"] == []
    (reason,) = document["reasons"]
    said = reason["sentence"]["en"]
    assert said.startswith("工单成本随时可查 cannot be had:")
    for part in (
        "are 60, and it takes 70 at least",
        "“数据中台” is had as “标准版”, without 数据接口",
        "nobody at the customer's is “IT 负责人”, which it takes for 自建取数脚本",
    ):
        assert part in said
    by_date = next(one for one in reason["facts"] if one["kind"] == "date")
    assert (by_date["limit"], by_date["least"]) == (60, 70)
    assert [one["kind"] for one in document["relaxations"][0]["changes"]] == ["person"]
    assert document["relaxations"][-1]["changes"] == []
    assert document["look_again"] == "2026-12-07"
    assert document["instead"]


def test_it_can_be_read_by_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "_width", 200)
    works, blocked = (
        run(EXAMPLES / "reports.json"),
        run(EXAMPLES / "reports-blocked.json", "--on", "2026-11-22"),
    )
    assert works.exit_code == 0
    assert "First 财务 alone" in works.output
    assert "The least that helps" in works.output
    assert "Ways of which none beats another" in works.output
    assert blocked.exit_code == 1
    assert "Nothing reaches all of this as things stand:" in blocked.output
    assert "21 more working days (81 in all)" in blocked.output
    assert "A: all phases together take 21 more working days than there are" in blocked.output
    assert "Look again on 2026-12-07." in blocked.output


def test_people_are_told_what_is_not_proven(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = compose(read(json.loads((EXAMPLES / "reports.json").read_text("utf-8"))), seconds=30)
    whole = found.options[0]
    phase = replace(whole.phases[0], point=replace(whole.phases[0].point, gaps={"cost": 0.06}))
    monkeypatch.setattr(options_shown, "people", Console(width=200))
    unproven = replace(
        found, options=(replace(whole, phases=(phase,)), *found.options[1:]), is_complete=False
    )
    options_shown.show(unproven, date(2026, 11, 22))
    said = capsys.readouterr().out
    assert "A is not proven: there may be one that is at most 6% cheaper." in said
    assert "Time ran out: there may be other ways of which none beats another." in said
    options_shown.show(replace(found, options=(), is_undecided=True), date(2026, 11, 22))
    assert "Time ran out before anything was found or ruled out." in capsys.readouterr().out


def test_a_goal_that_is_reached_already_is_said_to_be(tmp_path: Path) -> None:
    file = tmp_path / "goal.json"
    goal = {
        "currency": "CNY",
        "needed": [{"id": "a"}],
        "modules": [{"id": "b", "provides": ["a"], "cost": 5}],
    }
    file.write_text(json.dumps(goal | {"account": {"in_place": ["b"]}}), "utf-8")
    code, document = ran(file)
    assert (code, document["options"][0]["sentence"]["en"]) == (0, "All of it is in use already")
    assert document["options"][0]["cost"] == {"amount": "0", "currency": "CNY"}


def test_names_are_shown_as_they_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "_width", 200)
    file = tmp_path / "goal.json"
    goal = {
        "currency": "CNY",
        "needed": [{"id": "[/b]"}],
        "modules": [{"id": "[red]%(x)s", "provides": ["[/b]"]}],
    }
    file.write_text(json.dumps(goal), "utf-8")
    assert "[red]%(x)s" in run(file).output
    file.write_text(json.dumps(goal | {"modules": []}), "utf-8")
    assert "[/b]: there is no module that provides it." in run(file).output


def test_a_wrong_file_ends_with_2_and_names_every_place(tmp_path: Path) -> None:
    file = tmp_path / "goal.json"
    file.write_text(
        '{"currency": "CNY", "needed": [{"id": "a"}], "modules": [{"id": "b", "needs": ["c"]}, {}]}', "utf-8"
    )
    code, document = ran(file)
    assert code == 2
    assert document == {
        "errors": [
            {
                "place": "modules[1].id",
                "reason": {"zh": document["errors"][0]["reason"]["zh"], "en": "it is missing"},
            }
        ]
    }
    assert "goal.json: modules[1].id: it is missing" in run(file).stderr


@pytest.mark.parametrize(
    "content",
    [b"goal: reports", b"\xff\xfe{", b'{"currency": NaN}', b"", b'{"goal": "\\ud800"}', b"[" * 100_000],
)
def test_what_is_no_json_ends_with_2(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "goal.json"
    file.write_bytes(content)
    code, document = ran(file)
    assert code == 2
    assert "it is no JSON" in document["errors"][0]["reason"]["en"]


def test_whatever_can_change_has_a_day_to_look_again() -> None:
    assert set(LOOK_AGAIN) == set(Kind) - FIXED
