import os
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pytest

from proxeny.analytics.usage.dailyfacts import FACT_SCHEMA, DailyFacts
from proxeny.analytics.usage.store import (
    CompactionError,
    Part,
    Span,
    check_part,
    compact,
    orphans,
    worth_compacting,
    write_batch,
)
from proxeny.analytics.usage.store import compaction as compaction_module


def facts_of(*rows, nature="lines", source="shop"):
    records = [dict(zip(FACT_SCHEMA.names, row, strict=True)) for row in rows]
    return DailyFacts.of_arrow(pa.Table.from_pylist(records, FACT_SCHEMA), nature, source)


def fact(account, day, amount, meter="goods", currency="CNY"):
    return (account, meter, day, currency, Decimal(1), Decimal(amount), 1)


def test_a_batch_is_one_sorted_file_for_each_year(tmp_path):
    facts = facts_of(
        fact("B", date(2025, 12, 31), "1"), fact("A", date(2026, 1, 2), "2"), fact("A", date(2026, 1, 1), "3")
    )
    old, new = write_batch(facts, tmp_path, 7)
    assert (old.rows, new.rows) == (1, 2)
    assert (new.first_day, new.last_day) == (date(2026, 1, 1), date(2026, 1, 2))
    assert old.spans == new.spans == (Span(7, date(2025, 12, 31), date(2026, 1, 2)),)
    table = pa.parquet.read_table(tmp_path / new.path) if hasattr(pa, "parquet") else None
    assert table is None or table["day"].to_pylist() == [date(2026, 1, 1), date(2026, 1, 2)]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([old.path, new.path])


def test_a_manifest_row_brings_the_part_back(tmp_path):
    [part] = write_batch(
        facts_of(fact("A", date(2026, 1, 2), "2")), tmp_path, 1, covers=(date(2026, 1, 1), date(2026, 1, 31))
    )
    assert Part.from_dict(part.as_dict()) == part
    assert part.spans == (Span(1, date(2026, 1, 1), date(2026, 1, 31)),)


def test_nothing_to_write_writes_nothing(tmp_path):
    assert write_batch(facts_of(), tmp_path / "usage", 1) == []


def test_a_changed_and_a_missing_file_are_told_apart(tmp_path):
    [part] = write_batch(facts_of(fact("A", date(2026, 1, 2), "2")), tmp_path, 1)
    assert check_part(part, tmp_path) is None
    raw = bytearray((tmp_path / part.path).read_bytes())
    raw[len(raw) // 2] ^= 1
    (tmp_path / part.path).write_bytes(raw)
    assert check_part(part, tmp_path).kind == "changed"
    (tmp_path / part.path).unlink()
    assert check_part(part, tmp_path).kind == "missing"


def test_only_old_files_without_a_manifest_row_are_orphans(tmp_path):
    [named] = write_batch(facts_of(fact("A", date(2026, 1, 2), "2")), tmp_path, 1)
    [orphan] = write_batch(facts_of(fact("A", date(2026, 1, 3), "2")), tmp_path, 2)
    torn = tmp_path / "usage-2026-9-x.unfinished"
    torn.touch()
    (tmp_path / "notes.txt").touch()
    for name in (named.path, orphan.path, torn.name, "notes.txt"):
        os.utime(tmp_path / name, (1000, 1000))
    assert orphans([named.path], tmp_path, now=2000) == []
    assert [path.name for path in orphans([named.path], tmp_path, now=9000)] == sorted(
        [orphan.path, torn.name]
    )


def test_joined_parts_hold_every_row_of_their_live_batches(tmp_path):
    parts = [
        write_batch(facts_of(fact("A", date(2026, 1, day), "0.10")), tmp_path, day)[0] for day in range(1, 6)
    ]
    joined = compact(parts, tmp_path, undone={3})
    assert joined is not None
    assert joined.rows == 4
    assert joined.batches == {1, 2, 4, 5}
    assert not joined.contested
    again = write_batch(facts_of(fact("A", date(2026, 1, 5), "9")), tmp_path, 6)
    assert compact([joined, *again], tmp_path).contested
    assert compact(parts[:1], tmp_path, undone={1}) is None


def test_a_join_that_loses_something_is_refused(tmp_path, monkeypatch):
    parts = [write_batch(facts_of(fact("A", date(2026, 1, day), "1")), tmp_path, day)[0] for day in (1, 2)]
    honest = compaction_module.write_part
    monkeypatch.setattr(
        compaction_module,
        "write_part",
        lambda con, rows, *rest, **more: honest(con, f"FROM ({rows}) WHERE batch = 1", *rest, **more),
    )
    before = sorted(tmp_path.iterdir())
    with pytest.raises(CompactionError):
        compact(parts, tmp_path)
    assert sorted(tmp_path.iterdir()) == before


def test_only_parts_of_one_source_are_joined(tmp_path):
    one = write_batch(facts_of(fact("A", date(2026, 1, 1), "1")), tmp_path, 1)
    other = write_batch(facts_of(fact("A", date(2026, 1, 1), "1"), source="cloud"), tmp_path, 2)
    with pytest.raises(ValueError, match="one source"):
        compact([*one, *other], tmp_path)
    assert worth_compacting([*one, *other] * 2, at_least=2) == [one * 2, other * 2]
