"""The quick way over many lines says what the slow way over each of them says."""

import hmac
import json
import random
from typing import Any

import pytest
import rfc8785
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.ledger import appending, guards, verifying
from proxeny.ledger.checking import Row, Walk, Witnessed, read
from proxeny.ledger.checking.holding import leaves_of
from proxeny.ledger.hashing import GENESIS, Leaf, canonical, commitment, entry_hash, line_of
from proxeny.ledger.merkle import root_of
from tests.ledger.hands import HANDS, KEY, chained_anew, heads_of, honest

words = st.text(max_size=30)
LINES, SIZES = 40, (7, 16, 31, 40)


@st.composite
def lines(draw: st.DrawFn) -> list[Row]:
    """A few lines with whatever can stand in their columns."""
    rows: list[Row] = []
    for number in range(1, draw(st.integers(1, 6)) + 1):
        key, content = draw(st.binary(min_size=1, max_size=80)), canonical({"text": draw(words)})
        leaf = Leaf(
            number, draw(words), "2026-11-22T05:48:00.000000Z", draw(words), draw(words), canonical([draw(words)]),
            draw(words), commitment(key, content), rows[-1].hash if rows else GENESIS,
        )  # fmt: skip
        rows.append(Row(*leaf, entry_hash(leaf), key, content, False))
    return rows


@given(lines())
def test_a_line_is_what_rfc_8785_makes_of_its_columns(rows: list[Row]) -> None:
    for row in rows:
        columns = {**row.leaf._asdict(), "subjects": json.loads(row.subjects)}
        assert line_of(row.leaf) == rfc8785.dumps(columns)


@given(lines())
def test_the_leaves_of_lines_that_hold_are_their_hashes(rows: list[Row]) -> None:
    found = leaves_of(rows, None)
    are_plain = all(
        json.dumps(one, ensure_ascii=False) == f'"{one}"' for row in rows for one in (row.at, row.visibility)
    )
    assert found == b"".join(bytes.fromhex(row.hash) for row in rows) if are_plain else found is None
    walk = Walk([len(rows)])
    walk.over(rows)
    assert walk.breaks() == []
    assert walk.roots[len(rows)] == root_of(bytes.fromhex(row.hash) for row in rows)


@given(st.binary(min_size=32, max_size=32), words)
def test_a_commitment_is_hmac(key: bytes, text: str) -> None:
    content = canonical({"text": text})
    assert commitment(key, content) == hmac.new(key, content.encode(), "sha256").hexdigest()
    leaf = Leaf(1, "", "", "", "", "[]", "", commitment(key, content), GENESIS)
    row = Row(*leaf, entry_hash(leaf), key, content, False)
    assert leaves_of([row], None) == bytes.fromhex(row.hash)
    other = row._replace(key=bytes([key[0] ^ 1]) + key[1:])
    assert leaves_of([other], None) is None


CHANGES: dict[str, Any] = {
    "sequence": 99, "at": "2026-11-22T05:48:00.000001Z", "recorded_at": "2099-01-01T00:00:00.000000Z", "actor": "staff:99",
    "kind": "x", "subjects": '["x"]', "visibility": "confidential", "commitment": "ab" * 32, "previous": "cd" * 32,
    "hash": "EF" * 32, "key": bytes(32), "content": '{"text":"other"}',
}  # fmt: skip


@pytest.mark.parametrize("column", CHANGES)
@pytest.mark.parametrize("at", [0, 11, 19])
def test_no_column_of_any_line_can_be_changed(column: str, at: int) -> None:
    rows = [row._replace(is_erased=False) for row in honest(random.Random(3), 20)]
    for place, row in enumerate(rows):
        content = row.content or canonical({"text": "erased"})
        key = row.key or bytes([place]) * 32
        rows[place] = row._replace(key=key, content=content, commitment=commitment(key, content))
    rows = chained_anew(rows, 0)
    assert leaves_of(rows, None) is not None
    rows[at] = rows[at]._replace(**{column: CHANGES[column]})
    assert leaves_of(rows, None) is None


def test_an_upper_case_hash_is_another_text() -> None:
    [row] = honest(random.Random(5), 1)
    assert leaves_of([row], None) is not None
    assert leaves_of([row._replace(hash=row.hash.upper())], None) is None


def found_by(
    rows: list[Row], heads: list[Witnessed], at_once: int
) -> tuple[list[Any], dict[int, bytes], int]:
    good, _breaks = read(heads, KEY.verifier)
    walk = Walk(head.size for head, _kept_by in good)
    for first in range(0, len(rows), at_once):
        walk.over([tuple(row) for row in rows[first : first + at_once]])
    return walk.breaks((head.size, head.root) for head, _kept_by in good), walk.roots, walk.end


@pytest.mark.parametrize("deed", HANDS, ids=lambda deed: deed.__name__)
def test_however_many_lines_are_looked_at_at_once_the_same_is_found(deed: Any) -> None:
    for seed in range(12):
        rng = random.Random(f"{deed.__name__} {seed}")
        rows = honest(rng, LINES)
        done = deed(rng, list(rows), heads_of(rows, SIZES), rng.randrange(1, LINES))
        assert found_by(done.rows, done.heads, 1) == found_by(done.rows, done.heads, 7)
        assert found_by(done.rows, done.heads, 1) == found_by(done.rows, done.heads, 64)


@pytest.fixture
def six_lines(db: None) -> None:
    for number in range(6):
        with transaction.atomic():
            appending.append(
                "test.noted", about=[references.to("account", 1)], by=Actor.system("test"), number=number
            )


def tampered(*statements: str) -> list[tuple[int, str]]:
    guards.remove(connection)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    guards.install(connection)
    return [(one.sequence, one.kind) for one in verifying.verify().breaks]


@pytest.mark.usefixtures("six_lines")
@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite alone keeps anything in any column")
@pytest.mark.parametrize("value", ["x'00ff'", "x''", "17"])
@pytest.mark.parametrize("column", ["actor", "recorded_at", "subjects", "commitment", "previous", "hash"])
def test_what_is_no_text_is_found_too(column: str, value: str) -> None:
    [first, *_rest] = tampered(f"UPDATE ledger_entry SET {column} = {value} WHERE sequence = 3")
    assert first[0] in {2, 3}


@pytest.mark.usefixtures("six_lines")
def test_a_line_below_the_first_is_found() -> None:
    columns = "at, recorded_at, actor, kind, subjects, visibility, commitment, previous, hash"
    copied = f"INSERT INTO ledger_entry SELECT -4, {columns} FROM ledger_entry WHERE sequence = 1"
    assert tampered(copied) == [(-4, "inserted")]


@pytest.mark.usefixtures("six_lines")
@pytest.mark.parametrize(
    ("statement", "place"),
    [
        ("DELETE FROM ledger_subject WHERE entry_id = 4", 4),
        ("UPDATE ledger_subject SET reference = 'account:2' WHERE entry_id = 2", 2),
        ("INSERT INTO ledger_subject (entry_id, reference) VALUES (5, 'account:9')", 5),
    ],
)
def test_an_index_that_leads_elsewhere_is_found(statement: str, place: int) -> None:
    assert tampered(statement) == [(place, "changed")]
