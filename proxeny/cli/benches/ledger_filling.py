"""Very many honest entries, written as fast as the database takes them, and how long hashing them takes."""

import hashlib
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from functools import partial
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from django.db import connection, transaction

from proxeny.core import clock
from proxeny.ledger import verifying
from proxeny.ledger.checking.rows import Row
from proxeny.ledger.hashing import (
    GENESIS,
    LEAF,
    Leaf,
    canonical,
    commitment,
    entry_hash,
    line_of,
    moment,
    read_moment,
)
from proxeny.ledger.merkle import HASH, level_above

T = TypeVar("T")
AT_ONCE = 20_000
TABLES = {
    "ledger_entry": (
        "sequence", "at", "recorded_at", "actor", "kind", "subjects", "visibility", "commitment", "previous", "hash",
    ),
    "ledger_payload": ("entry_id", "key", "content"),
    "ledger_subject": ("entry_id", "reference"),
}  # fmt: skip
REASONS = (
    "客户说月底对账前必须好",
    "已复现，等存储组",
    "No answer from the customer for three days",
    "升级后再看一次",
)


class Made(NamedTuple):
    """An entry: its line with the hash, its text with the key, what it is about."""

    line: tuple[Any, ...]
    text: tuple[Any, ...]
    subject: tuple[Any, ...]


def lay_out(begins: int, entries: int) -> None:
    """Write so many entries behind the first `begins`."""
    made = _made(begins, entries)
    while batch := list(islice(made, AT_ONCE)):
        with transaction.atomic():
            for table, rows in zip(TABLES, zip(*batch, strict=True), strict=True):
                _write(table, rows)


class Spent(NamedTuple):
    """Seconds on the wall, and of this process alone: others may be at work on the machine."""

    wall: float = 0.0
    cpu: float = 0.0

    def plus(self, other: "Spent") -> "Spent":
        """Return both together."""
        return Spent(self.wall + other.wall, self.cpu + other.cpu)


def spent_on(work: Callable[[], T]) -> tuple[T, Spent]:
    """Return what the work returns, and what it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    done = work()
    return done, Spent(time.perf_counter() - wall, time.process_time() - cpu)


def hashing() -> tuple[Spent, Spent]:
    """Return what hashing alone takes: of all that verifying must hash, and of lines and texts once.

    All: each line; each text under its key, which is two hashings; each node of the tree. What is hashed is in memory, and
    nothing is read, built or compared.
    """
    everything = once = Spent()
    for rows in verifying.stretches():
        lines = [LEAF + line_of(Row.read(row).leaf) for row in rows]
        texts = [row[-2].encode() for row in rows]
        padded = [bytes(2 * HASH) + text for text in texts]
        outer = [bytes(2 * HASH) + row[-3] for row in rows]
        leaves, took = spent_on(partial(_hashed, lines))
        inner_took = spent_on(partial(_hashed, padded))[1]
        outer_took = spent_on(partial(_hashed, outer))[1]
        tree_took = spent_on(partial(_tree, leaves))[1]
        texts_took = spent_on(partial(_hashed, texts))[1]
        everything = everything.plus(took).plus(inner_took).plus(outer_took).plus(tree_took)
        once = once.plus(took).plus(texts_took)
    return everything, once


def _hashed(every: Sequence[bytes]) -> bytes:
    sha256 = hashlib.sha256
    return b"".join([sha256(one).digest() for one in every])


def _tree(leaves: bytes) -> bytes:
    while len(leaves) > HASH:
        leaves = level_above(leaves)
    return leaves


def _write(table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    columns = TABLES[table]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows)  # noqa: S608


def _made(begins: int, entries: int) -> Iterator[Made]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT hash, recorded_at FROM ledger_entry WHERE sequence = %s", [begins])
        previous, recorded_at = cursor.fetchone() or (GENESIS, moment(clock.machine_now()))
    at = read_moment(recorded_at)
    for number in range(begins + 1, begins + entries + 1):
        at += timedelta(milliseconds=7)
        when, key, about = moment(at), secrets.token_bytes(32), f"case:{number % 10_000}"
        content = canonical(
            {
                "number": number,
                "title": "导出报表超时",
                "reason": REASONS[number % len(REASONS)],
                "who": "周敏",
            }
        )
        leaf = Leaf(
            number, when, when, f"staff:{number % 40}", "case.changed", f'["{about}"]', "open",
            commitment(key, content), previous,
        )  # fmt: skip
        previous = entry_hash(leaf)
        yield Made((*leaf, previous), (number, key, content), (number, about))
