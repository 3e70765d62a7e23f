import json
from datetime import timedelta

import pytest
from click.testing import CliRunner

from proxeny.cli import doctor
from proxeny.core import clock, health, outbox
from proxeny.core.health import Finding, Level
from proxeny.core.models import Job, OutboxEvent
from proxeny.core.queue import worker
from proxeny.core.sentences import Sentence
from tests.core import chores

pytestmark = pytest.mark.django_db


def found(name: str) -> Finding:
    return health.examine()[name]


def test_a_database_that_is_up_to_date_is_well() -> None:
    assert found("database").level is Level.OK


def test_pending_migrations_are_an_error_that_names_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("proxeny.core.upkeep.pending", lambda: ["core.0002_more"])
    assert found("database").level is Level.ERROR
    assert "core.0002_more" in found("database").sentence.in_language("en")


def test_a_queue_that_nobody_works_off_is_an_error() -> None:
    chores.add.enqueue(1, 1)
    assert found("queue").level is Level.OK
    Job.objects.update(run_after=clock.machine_now() - timedelta(minutes=11))
    assert (found("queue").level, found("queue").facts["minutes"]) == (Level.ERROR, 11)


def test_parked_jobs_are_worth_knowing() -> None:
    chores.refuse.enqueue("no")
    worker.drain()
    assert (found("queue").level, found("queue").facts["parked"]) == (Level.WARNING, 1)


def test_events_that_cannot_be_delivered_are_an_error() -> None:
    OutboxEvent.objects.create(kind="stuck", at=clock.machine_now(), tries=outbox.MOST_TRIES)
    assert found("events").level is Level.ERROR


@pytest.mark.parametrize(
    ("day", "words"), [("2026-11-22", "no person has confirmed"), ("2026-12-01", "2026")]
)
def test_an_unconfirmed_calendar_is_worth_knowing(day: str, words: str) -> None:
    with clock.on(clock.today().fromisoformat(day)):
        assert found("calendar").level is Level.WARNING
        assert words in found("calendar").sentence.in_language("en")


def test_a_broken_examination_is_a_finding_without_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks() -> Finding:
        raise ConnectionError("postgres://lin:hunter2@db refused")

    monkeypatch.setitem(health._examinations, "broken", breaks)
    finding = found("broken")
    assert finding.level is Level.ERROR
    assert "ConnectionError: postgres://lin:…@db refused" in finding.sentence.in_language("en")


@pytest.mark.parametrize(("level", "exit_code"), [(Level.WARNING, 0), (Level.ERROR, 1)])
def test_the_doctor_prints_one_document_and_tells_errors_by_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, level: Level, exit_code: int
) -> None:
    finding = Finding(level, Sentence("%(count)s stones", {"count": 3}), {"count": 3})
    monkeypatch.setattr(health, "examine", lambda: {"stones": finding})
    result = CliRunner().invoke(doctor.command, ["--json"])
    assert result.exit_code == exit_code
    assert json.loads(result.output) == {
        "ok": exit_code == 0,
        "checks": [
            {
                "name": "stones",
                "level": level,
                "sentence": {"zh": "3 stones", "en": "3 stones"},
                "facts": {"count": 3},
            }
        ],
    }
