from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from proxeny.core import clock, outbox
from proxeny.core.models import Job
from proxeny.core.queue import worker
from proxeny.docket import sweeping
from proxeny.docket.sweeping import sweep_day
from proxeny.intake import undoing
from proxeny.judgement.models import Sweep
from proxeny.judgement.sweeping import standing
from tests.cast import SETTING_UP, TODAY, Cast
from tests.usage.bills import bring_in, written

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vendor", "on_22_november")]


def brings_in(folder: Path, day: date) -> None:
    bring_in(written(folder / f"{day}.csv", [("LB-01", "disk", day, 10.0), ("XH-02", "disk", day, 20.0)]))


def sweeps() -> int:
    return Job.objects.filter(task=sweep_day.module_path).count()


def make_it(hour: int, monkeypatch: pytest.MonkeyPatch) -> None:
    at = timezone.make_aware(datetime(TODAY.year, TODAY.month, TODAY.day, hour, 30))
    monkeypatch.setattr(clock, "machine_now", lambda: at)


def test_the_morning_is_laid_out_anew_when_consumption_comes_in_once_for_several_files(
    tmp_path: Path,
) -> None:
    sweeping.sweep(TODAY, by=SETTING_UP)
    for days in (3, 2, 1):
        brings_in(tmp_path, TODAY - timedelta(days=days))
    assert standing(TODAY) is None
    worker.drain()
    assert standing(TODAY) == Sweep.objects.get()
    assert sweeps() == 1
    worker.drain()
    assert sweeps() == 1


def test_it_is_laid_out_anew_when_a_file_is_taken_back(vendor: Cast, tmp_path: Path) -> None:
    batch, _told = bring_in(written(tmp_path / "a.csv", [("LB-01", "disk", TODAY - timedelta(days=1), 10.0)]))
    sweeping.sweep(TODAY, by=SETTING_UP)
    worker.drain()
    assert sweeps() == 0
    undoing.undo(batch, by=vendor.actor("he"))
    assert standing(TODAY) is None
    worker.drain()
    assert standing(TODAY)


@pytest.mark.parametrize(("hour", "count"), [(5, 0), (6, 1), (23, 1)])
def test_before_the_hour_of_every_morning_the_file_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hour: int, count: int
) -> None:
    make_it(hour, monkeypatch)
    brings_in(tmp_path, TODAY - timedelta(days=1))
    while outbox.deliver():
        pass
    assert sweeps() == count


def test_a_sweep_that_somebody_waits_for_already_counts_for_the_file_too(tmp_path: Path) -> None:
    sweeping.sweep(TODAY, by=SETTING_UP)
    brings_in(tmp_path, TODAY - timedelta(days=1))
    sweeping.ask_for_sweep(TODAY)
    worker.drain()
    assert sweeps() == 1
