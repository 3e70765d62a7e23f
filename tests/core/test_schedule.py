from collections.abc import Iterator
from datetime import UTC, datetime, time

import pytest
from django.utils import timezone

from proxeny.core.models import Job
from proxeny.core.queue import schedule
from proxeny.core.queue.schedule import Daily, Hourly, every
from tests.core import chores


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.fixture
def empty_schedule(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(schedule, "_entries", {})
    monkeypatch.setattr(schedule, "_filled", {})
    with timezone.override("Asia/Shanghai"):
        yield


@pytest.mark.usefixtures("empty_schedule")
@pytest.mark.django_db
def test_a_slot_is_filled_once_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    every(Daily(time(6)), chores.tick)
    for moment in ("2026-11-21T22:30:00", "2026-11-22T01:00:00", "2026-11-22T21:59:00"):
        schedule.enqueue_due(at(moment))
    monkeypatch.setattr(schedule, "_filled", {})  # as another worker sees it
    schedule.enqueue_due(at("2026-11-22T21:59:30"))
    assert Job.objects.count() == 1
    schedule.enqueue_due(at("2026-11-22T22:00:00"))
    assert Job.objects.count() == 2


@pytest.mark.usefixtures("empty_schedule")
@pytest.mark.django_db
def test_a_slot_whose_work_waits_already_adds_nothing() -> None:
    every(Daily(time(6)), chores.tick_once)
    chores.tick_once.enqueue()
    schedule.enqueue_due(at("2026-11-21T22:30:00"))
    assert Job.objects.count() == 1


def test_a_daily_slot_belongs_to_the_local_day() -> None:
    with timezone.override("Asia/Shanghai"):
        assert Daily(time(6)).latest(at("2026-11-21T22:00:00")).key == "2026-11-22"
        assert Daily(time(6)).latest(at("2026-11-21T21:59:59")).key == "2026-11-21"


def test_no_day_is_skipped_or_doubled_when_clocks_change() -> None:
    with timezone.override("Europe/Berlin"):
        rhythm = Daily(time(2, 30))
        hours = [
            at(f"2026-{day}T{hour:02}:45:00")
            for day in ("03-28", "03-29", "10-24", "10-25")
            for hour in range(24)
        ]
        keys = [rhythm.latest(hour).key for hour in hours]
    assert keys == sorted(keys)
    assert set(keys) == {"2026-03-27", "2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25"}


def test_an_hourly_slot_begins_at_its_minute() -> None:
    assert Hourly(10).latest(at("2026-11-22T05:10:00")).key == "2026-11-22T05Z"
    assert Hourly(10).latest(at("2026-11-22T05:09:59")).key == "2026-11-22T04Z"
