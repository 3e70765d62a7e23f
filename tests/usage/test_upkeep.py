import os
import time
from datetime import date
from pathlib import Path

from proxeny.intake import undoing
from proxeny.usage import store
from proxeny.usage.models import Part
from proxeny.usage.upkeep import tidy
from tests.cast import SETTING_UP, Cast
from tests.usage.bills import bring_in, written

TWO_HOURS = 7200


def left_behind(name: str, age: float) -> Path:
    path = store.folder() / name
    path.write_bytes(b"half a file")
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def test_what_an_import_cut_off_left_behind_goes_and_all_that_is_named_stays(
    vendor: Cast, tmp_path: Path
) -> None:
    kept, _told = bring_in(written(tmp_path / "a.csv", [("LB-01", "disk", date(2026, 11, 2), 10)]))
    gone, _told = bring_in(written(tmp_path / "b.csv", [("LB-01", "disk", date(2026, 11, 3), 10)]))
    undoing.undo(gone, by=SETTING_UP)
    old, young = (
        left_behind("usage-2026-9-old.parquet", TWO_HOURS),
        left_behind("usage-2026-9-young.parquet", 60),
    )
    named = [store.folder() / path for path in Part.objects.values_list("path", flat=True)]
    for path in named:
        os.utime(path, (time.time() - TWO_HOURS,) * 2)
    tidy.call()
    assert not old.exists()
    assert young.exists()
    assert all(path.exists() for path in named)
    assert kept.parts.filter(is_live=True).exists()
    young.unlink()
