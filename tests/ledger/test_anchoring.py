"""Handing heads out: each place stands for itself, comes again by itself, and a long failure reaches the owner."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.core import mail

from proxeny.cli.ledger import command
from proxeny.core import clock, health, outbox
from proxeny.core.health import Level
from proxeny.core.models import Job
from proxeny.ledger import anchoring
from proxeny.ledger.anchors import ANCHORS, Unreachable
from proxeny.ledger.anchors.anchor import Anchor as Way
from proxeny.ledger.models import Anchor
from proxeny.ledger.standing import Standing, standings
from proxeny.notices.models import Notice
from tests.cast import Cast
from tests.ledger.recorded import write


class Place:
    """A place that takes heads or does not, as it is told, and counts how often it was tried."""

    def __init__(self) -> None:
        self.is_down, self.tries, self.problem = True, 0, Unreachable("nobody answers")

    def lay(self, _place: str, _note: str, _size: int) -> bytes:
        self.tries += 1
        if self.is_down:
            raise self.problem
        return b""


@pytest.fixture
def place(home: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A third place beside mail and file, the first that is tried."""
    made = Place()
    way = Way("git", lambda: ["elsewhere"], made.lay)
    monkeypatch.setattr(anchoring, "ANCHORS", (way, *ANCHORS))
    monkeypatch.setattr("proxeny.ledger.standing.ANCHORS", (way, *ANCHORS))
    return made


def at(monkeypatch: pytest.MonkeyPatch, later: timedelta) -> None:
    now = clock.machine_now()
    monkeypatch.setattr(clock, "machine_now", lambda: now + later)


def of(name: str) -> Standing:
    return next(one for one in standings() if one.anchor == name)


@pytest.mark.parametrize("problem", [Unreachable("nobody answers"), RuntimeError("nobody thought of this")])
def test_what_fails_at_one_place_keeps_no_other_from_its_head(place: Place, problem: Any) -> None:
    place.problem = problem
    write(1)
    assert anchoring.anchor_head.call() == 2
    assert len(mail.outbox) == 1
    assert {(one.anchor, one.size) for one in standings()} == {("git", None), ("mail", 1), ("file", 1)}
    assert str(problem) in of("git").reason


def test_it_is_tried_again_soon_and_then_every_hour(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    write(1)
    anchoring.anchor_head.call()
    pauses = []
    for _ in range(7):
        standing = of("git")
        assert standing.again_at is not None
        assert standing.tried_at is not None
        pauses.append(int((standing.again_at - standing.tried_at).total_seconds() // 60))
        before = place.tries
        anchoring.anchor_head.call()
        assert place.tries == before, "not before its time"
        at(monkeypatch, standing.again_at - clock.machine_now() + timedelta(seconds=1))
        anchoring.anchor_head.call()
        assert place.tries == before + 1
    assert pauses == [5, 10, 20, 40, 60, 60, 60]
    assert len(mail.outbox) == 1, "who has the head does not get it again"


def test_the_worker_comes_again_by_itself(place: Place) -> None:
    write(1)
    anchoring.anchor_head.call()
    [job] = Job.objects.filter(task__endswith="anchor_again")
    due = of("git").again_at
    assert job.run_after == due
    anchoring.anchor_head.call()
    assert Job.objects.filter(task__endswith="anchor_again").count() == 1, "once for each time"
    anchoring.anchor_again.call()
    assert Job.objects.filter(task__endswith="anchor_head").count() == 1


def test_where_nothing_fails_nobody_comes_again(home: Path) -> None:
    write(1)
    anchoring.anchor_head.call()
    assert not Job.objects.exists()


def test_once_it_takes_one_it_has_never_failed(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    write(1)
    anchoring.anchor_head.call()
    place.is_down = False
    at(monkeypatch, timedelta(minutes=6))
    assert anchoring.anchor_head.call() == 1
    standing = of("git")
    assert (standing.size, standing.tries, standing.failing_since) == (1, 0, None)


def test_after_a_day_the_owner_is_told_once(
    vendor: Cast, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(1)
    anchoring.anchor_head.call()
    at(monkeypatch, timedelta(hours=23))
    anchoring.anchor_head.call()
    outbox.deliver()
    assert not Notice.objects.filter(kind="record.anchor-fails").exists()
    for _ in range(3):
        at(monkeypatch, timedelta(hours=2))
        anchoring.anchor_head.call()
        outbox.deliver()
    [notice] = Notice.objects.filter(kind="record.anchor-fails")
    assert notice.staff == vendor["tang"]
    assert notice.address == "/ledger/"
    assert "nobody answers" in str(notice.text)


def test_a_place_that_fails_is_a_warning_of_the_doctor_and_after_a_day_an_error(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(1)
    anchoring.anchor_head.call()
    found = health.examine()["heads of the record"]
    assert (found.level, found.facts["anchor"]) == (Level.WARNING, "git")
    at(monkeypatch, timedelta(hours=25))
    assert health.examine()["heads of the record"].level is Level.ERROR
    place.is_down = False
    anchoring.anchor_head.call()
    assert health.examine()["heads of the record"].level is Level.OK


def test_where_heads_go_nowhere_the_doctor_warns(home: Path, settings: Any) -> None:
    settings.LEDGER_WITNESSES, settings.LEDGER_HEADS_FILE = [], None
    assert health.examine()["heads of the record"].level is Level.WARNING


def test_without_any_setting_there_are_two_places(settings: Any) -> None:
    names = [anchor.name for anchor in ANCHORS if anchor.places()]
    assert names == ["mail", "file"]


def test_the_command_says_where_the_head_lies(place: Place) -> None:
    write(2)
    said = CliRunner().invoke(command, ["head"]).stdout.splitlines()
    assert said[1] == "2"
    assert [line.split(" ")[0] for line in said[-3:]] == ["git", "mail", "file"]
    assert "nobody answers" in said[-3]
    assert all(" 2 " in line for line in said[-2:])


def test_each_try_is_a_row_that_stays(place: Place) -> None:
    write(1)
    anchoring.anchor_head.call()
    assert Anchor.objects.exclude(failed_with="").count() == 1
