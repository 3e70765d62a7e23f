import threading
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pytest

from proxeny.analytics.engine import Engine, Limits
from proxeny.analytics.usage.binding import MissingPartError
from proxeny.analytics.usage.dailyfacts import FACT_SCHEMA, DailyFacts
from proxeny.analytics.usage.facts import Facts
from proxeny.analytics.usage.snapshot import Snapshot
from proxeny.analytics.usage.store import compact, write_batch

FIRST = date(2026, 1, 1)
ENGINE = Engine(Limits(threads=2))


def day(number):
    return date(2026, 1, number)


class Store:
    """A folder of parts and the batches in it, as a manifest would keep them."""

    def __init__(self, folder):
        self.folder = folder
        self.parts = []

    def add(self, batch, *rows, nature="lines", source="shop", covers=None):
        """Rows are account, day, amount, and optionally meter, currency, quantity."""
        full = []
        for account, on, amount, *more in rows:
            meter, currency, quantity = [*more, *("goods", "CNY", 1)[len(more) :]]
            value = None if amount is None else Decimal(str(amount))
            full.append((account, meter, on, currency, Decimal(quantity), value, 1))
        table = pa.Table.from_pylist(
            [dict(zip(FACT_SCHEMA.names, row, strict=True)) for row in full], FACT_SCHEMA
        )
        self.parts += write_batch(
            DailyFacts.of_arrow(table, nature, source), self.folder, batch, covers=covers
        )
        return self

    def facts(self, *, without=(), undone=()):
        kept = tuple(part for part in self.parts if not part.batches & set(without))
        return Facts(ENGINE, Snapshot(self.folder, kept, frozenset(undone)))


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path)


def amounts(table):
    return [(row["account"], row["day"].day, row["amount"]) for row in table.to_pylist()]


def test_late_data_replaces_the_whole_account_meter_and_day(store):
    store.add(1, ("A", day(1), 1), ("A", day(2), 2), ("A", day(2), 3, "goods", "USD"), ("B", day(2), 4))
    store.add(2, ("A", day(2), 20), ("A", day(3), 30))
    assert amounts(store.facts().daily()) == [("A", 1, 1), ("A", 2, 20), ("A", 3, 30), ("B", 2, 4)]


def test_another_meter_on_the_same_day_replaces_nothing(store):
    store.add(1, ("A", day(1), 1)).add(2, ("A", day(1), 2, "calls"))
    facts = store.facts()
    assert facts.snapshot.contested == ()
    assert facts.totals().to_pylist()[0]["amount"] == 3


def test_taking_a_batch_back_brings_the_earlier_day_again(store):
    store.add(1, ("A", day(1), 1)).add(2, ("A", day(1), 2))
    assert amounts(store.facts().daily()) == [("A", 1, 2)]
    assert amounts(store.facts(without=[2]).daily()) == [("A", 1, 1)]
    assert amounts(store.facts(without=[1, 2]).daily()) == []


def test_a_batch_in_a_joined_part_can_be_taken_back(store):
    store.add(1, ("A", day(1), 1)).add(2, ("A", day(1), 2), ("A", day(4), 4))
    store.parts = [compact(store.parts, store.folder)]
    assert amounts(store.facts().daily()) == [("A", 1, 2), ("A", 4, 4)]
    undone = store.facts(undone=[2])
    assert amounts(undone.daily()) == [("A", 1, 1)]
    assert undone.meters["goods"].last_day == day(1)


def test_days_meters_and_accounts_narrow_what_is_seen(store):
    store.add(
        1, *((name, day(n), n, meter) for name in "ABC" for n in (1, 2, 3) for meter in ("goods", "calls"))
    )
    seen = store.facts().daily(["A", "C"], ["calls"], day(2), day(3))
    assert amounts(seen) == [("A", 2, 2), ("A", 3, 3), ("C", 2, 2), ("C", 3, 3)]
    assert amounts(store.facts().day_values(day(3))) == [(name, 3, 3) for name in "ABC" for _ in range(2)]
    assert store.facts().daily([]).num_rows == 0


def test_totals_are_exact_and_by_currency(store):
    store.add(
        1,
        *(("A", FIRST + timedelta(n), "0.000000000001") for n in range(300)),
        ("A", day(1), "1e15", "big", "USD"),
    )
    totals = {row["currency"]: row["amount"] for row in store.facts().totals(["A"]).to_pylist()}
    assert totals == {"CNY": Decimal("300e-12"), "USD": Decimal(10**15)}


def test_accounts_that_nobody_knows_are_named_with_their_sums(store):
    store.add(1, ("A", day(1), 1), ("X", day(2), "2.50"), ("X", day(4), 1), ("", day(5), 9))
    unknown = store.facts().unknown(["A"]).to_pylist()
    assert [
        (row["account"], row["amount"], row["lines"], row["first_day"], row["last_day"]) for row in unknown
    ] == [
        ("", Decimal(9), 1, day(5), day(5)),
        ("X", Decimal("3.5"), 2, day(2), day(4)),
    ]


def test_months_and_weeks_add_up(store):
    store.add(1, ("A", date(2025, 12, 31), 1), ("A", day(1), 2), ("A", day(31), 4))
    months = store.facts().monthly("A").to_pylist()
    assert [(row["period"], row["amount"], row["days"]) for row in months] == [
        (date(2025, 12, 1), 1, 1),
        (date(2026, 1, 1), 6, 2),
    ]
    weeks = store.facts().periods(["A"], "W").to_pylist()
    assert [(row["period"], row["amount"]) for row in weeks] == [(date(2025, 12, 29), 3), (day(26), 4)]


def test_a_day_without_a_line_is_zero_inside_what_was_imported_and_unknown_outside(store):
    store.add(1, ("A", day(2), 5), ("B", day(4), 7)).add(2, ("A", day(8), 1), covers=(day(7), day(9)))
    panel = store.facts().panel(["A", "B"], day(1), day(10))
    nan = np.nan
    assert [key.account for key in panel.keys] == ["A", "B"]
    np.testing.assert_array_equal(
        panel.values,
        [[nan, 5, 0, 0, nan, nan, 0, 1, 0, nan], [nan, 0, 0, 7, nan, nan, 0, 0, 0, nan]],
    )


def test_a_gap_of_a_meter_is_unknown_and_not_zero(store):
    store.add(1, ("A", day(1), None, "seats"), ("A", day(3), None, "seats"), nature="metered", source="long")
    panel = store.facts().panel(["A"], day(1), day(3))
    np.testing.assert_array_equal(panel.values, [[1, np.nan, 1]])
    assert (panel.keys[0].nature, panel.keys[0].currency) == ("metered", "")


def test_a_source_that_was_not_imported_is_not_zero_because_another_was(store):
    store.add(1, ("A", day(1), 1), ("A", day(2), 1))
    store.add(2, ("A", day(1), 1, "cloud"), source="bill").add(3, ("A", day(3), 1, "cloud"), source="bill")
    panel = store.facts().panel(["A"], day(1), day(3))
    assert {
        key.meter: list(row) for key, row in zip(panel.keys, np.nan_to_num(panel.values, nan=-1), strict=True)
    } == {
        "cloud": [1, -1, 1],
        "goods": [1, 1, -1],
    }


def test_money_counts_where_a_meter_carries_it_and_quantity_elsewhere(store):
    store.add(
        1,
        ("A", day(1), 5, "goods", "CNY", 2),
        ("A", day(1), 6, "goods", "USD", 3),
        ("A", day(1), None, "calls", "CNY", 7),
    )
    store.add(2, ("A", day(1), None, "calls", "USD", 1), source="other")
    auto = store.facts(without=[2]).panel(["A"], day(1), day(1))
    assert {(key.meter, key.currency): row[0] for key, row in zip(auto.keys, auto.values, strict=True)} == {
        ("calls", ""): 7,
        ("goods", "CNY"): 5,
        ("goods", "USD"): 6,
    }
    quantities = store.facts(without=[2]).panel(["A"], day(1), day(1), "quantity")
    assert {key.meter: row[0] for key, row in zip(quantities.keys, quantities.values, strict=True)} == {
        "calls": 7,
        "goods": 5,
    }


def test_blocks_of_accounts_give_the_same_panel(store):
    names = [f"C{n:02d}" for n in range(23)]
    store.add(1, *((name, day(1 + n % 5), n + 1) for n, name in enumerate(names)))
    facts = store.facts()
    whole = facts.panel(names, day(1), day(5))
    blocks = list(facts.panels(names[::-1], day(1), day(5), block=4))
    assert [key for block in blocks for key in block.keys] == whole.keys
    np.testing.assert_array_equal(np.vstack([block.values for block in blocks]), whole.values)


def test_an_empty_store_has_answers(store):
    facts = store.facts()
    assert facts.totals().num_rows == facts.unknown(["A"]).num_rows == 0
    assert facts.meters == {}
    assert facts.panel(["A"], day(1), day(2)).values.shape == (0, 2)


def test_a_missing_file_is_named(store):
    store.add(1, ("A", day(1), 1))
    (store.folder / store.parts[0].path).unlink()
    with pytest.raises(MissingPartError, match="usage-2026-1"):
        store.facts().daily()


def test_pattern_characters_in_the_folder_are_only_a_name(tmp_path):
    store = Store(tmp_path / "usage [a-z]*?").add(1, ("A", day(1), 1))
    assert amounts(store.facts().daily()) == [("A", 1, 1)]


def test_threads_ask_at_once(store):
    store.add(1, *((f"C{n}", day(1 + n % 28), n) for n in range(200)))
    facts, answers = store.facts(), []

    def ask():
        answers.append(sum(row["amount"] for row in facts.totals().to_pylist()))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [sum(range(200))] * 8
