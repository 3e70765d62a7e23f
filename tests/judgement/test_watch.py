import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from proxeny.core import clock
from proxeny.intake import undoing
from proxeny.judgement import sweeping
from proxeny.judgement.models import Sweep, Swing
from proxeny.usage import store
from tests.cast import SETTING_UP, Cast, make_account
from tests.usage.bills import Row, bring_in, written

FIRST = date(2026, 1, 5)
FELL = date(2026, 9, 14)
LAST = date(2026, 10, 12)


def history(until: date, since: date = FIRST) -> list[Row]:
    """星河物流 falls by half on 14 September, 鲁班建材 keeps its weekly rhythm; both with a little noise."""
    noise = np.random.default_rng(5).normal(1, 0.03, 1000)
    rows = []
    for number in range((since - FIRST).days, (until - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        weekday = 0.5 if day.weekday() > 4 else 1.0
        for offset, (account, level) in enumerate(
            (("XH-02", 800.0 if day < FELL else 400.0), ("LB-01", 300.0))
        ):
            rows.append((account, "disk", day, level * weekday * noise[number + 300 * offset]))
    return rows


def seen(on: date) -> list[tuple[Any, ...]]:
    """What a sweep finds on a morning, as values that can be compared."""
    sweep = sweeping.keep(sweeping.compute(on))
    found = sweep.swings.order_by("account", "meter").values_list(
        "account__reference", "since", "horizon", "month_minor"
    )
    return [*found, sorted(sweep.too_little), sweep.silent]


def forgotten(on: date) -> list[tuple[Any, ...]]:
    """The same, computed from the facts alone."""
    shutil.rmtree(store.folder() / "watch", ignore_errors=True)
    return seen(on)


@pytest.fixture
def fallen(vendor: Cast, tmp_path: Path) -> Path:
    bring_in(written(tmp_path / "history.csv", history(LAST)))
    return tmp_path


def test_a_fall_is_seen_with_its_day_and_its_money_and_the_rhythm_is_not(fallen: Path) -> None:
    seen(LAST + timedelta(days=1))
    swing = Swing.objects.get()
    assert (swing.account.name, swing.direction, swing.horizon) == ("星河物流", "down", "short")
    assert abs((swing.since - FELL).days) <= 7
    assert swing.change == pytest.approx(-0.5, abs=0.06)
    assert swing.per_month is not None
    assert float(swing.per_month.amount) == pytest.approx(-400 * 6 / 7 * 30.4, rel=0.15)


def test_a_day_more_gives_what_everything_anew_would_give(fallen: Path) -> None:
    seen(LAST + timedelta(days=1))
    for number in range(1, 24):
        day = LAST + timedelta(days=number)
        bring_in(written(fallen / f"{day}.csv", history(day, day)))
        stepped = seen(day + timedelta(days=1))
        if number in {1, 8, 15, 23}:
            assert stepped == forgotten(day + timedelta(days=1))


def test_corrected_days_within_and_before_the_last_week_count_at_once(fallen: Path) -> None:
    morning = LAST + timedelta(days=1)
    assert seen(morning)[0][0] == "XH-02"
    for begun in (LAST - timedelta(days=3), FELL):
        restored = [
            (who, meter, day, amount * (2 if who == "XH-02" else 1))
            for who, meter, day, amount in history(LAST, begun)
        ]
        bring_in(written(fallen / f"corrected-{begun}.csv", restored))
        assert seen(morning) == forgotten(morning)
    assert not Swing.objects.exists()


def test_a_batch_taken_back_is_forgotten(fallen: Path) -> None:
    morning = LAST + timedelta(days=1)
    restored, _told = bring_in(
        written(
            fallen / "wrong.csv",
            [("XH-02", "disk", day, 800.0) for _w, _m, day, _a in history(LAST, FELL)[::2]],
        )
    )
    seen(morning)
    assert not Swing.objects.filter(direction="down").exists()
    undoing.undo(restored, by=SETTING_UP)
    assert seen(morning)[0][0] == "XH-02"


def test_what_comes_later_changes_no_earlier_morning(fallen: Path) -> None:
    morning = FELL + timedelta(days=10)
    before = seen(morning)
    later = LAST + timedelta(days=30)
    bring_in(written(fallen / "later.csv", history(later, LAST + timedelta(days=1))))
    assert seen(morning) == before == forgotten(morning)


def test_a_customer_whose_records_stop_is_asked_about_and_not_called_zero(
    vendor: Cast, tmp_path: Path
) -> None:
    rows = [row for row in history(LAST) if row[0] == "LB-01" or row[2] < LAST - timedelta(days=9)]
    bring_in(written(tmp_path / "history.csv", rows))
    sweep = sweeping.keep(sweeping.compute(LAST + timedelta(days=1)))
    assert [(one["meter"], one["since"]) for one in sweep.silent] == [("disk", str(LAST - timedelta(days=9)))]
    assert not sweep.swings.filter(account=vendor.star_river, since__gte=LAST - timedelta(days=9)).exists()


def test_a_sweep_stands_until_other_data_count(fallen: Path) -> None:
    morning = LAST + timedelta(days=1)
    seen(morning)
    assert sweeping.standing(morning) == Sweep.objects.get()
    with clock.on(morning):
        bring_in(written(fallen / "more.csv", history(LAST + timedelta(days=1), LAST + timedelta(days=1))))
    assert sweeping.standing(morning) is None


def test_one_customer_in_place_of_another_is_looked_at_with_all_its_past(fallen: Path, vendor: Cast) -> None:
    """As many customers as before, of whom one is another: what was kept of the first must not stand for the second."""
    fell = [
        ("YY-01" if who == "XH-02" else who, meter, day, amount) for who, meter, day, amount in history(LAST)
    ]
    bring_in(written(fallen / "stranger.csv", [row for row in fell if row[0] == "YY-01"]))
    morning = LAST + timedelta(days=1)
    assert [row[0] for row in seen(morning)[:-2]] == ["XH-02"]
    before = store.version()
    Swing.objects.all().delete()
    vendor.star_river.delete()
    make_account("YY-01", "一苇航运")
    assert store.version() != before
    found = seen(morning)
    assert [row[0] for row in found[:-2]] == ["YY-01"]
    assert found == forgotten(morning)
