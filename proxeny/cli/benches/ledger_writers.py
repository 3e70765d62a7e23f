"""Writers, each a process of its own as in a served installation: what they append, and the plain rows it is compared with."""

import multiprocessing
import secrets
import time
from collections.abc import Callable
from multiprocessing.synchronize import Barrier
from typing import Any

from django.db import connection, transaction

from proxeny.core import clock, references
from proxeny.core.actors import Actor
from proxeny.ledger import appending
from proxeny.ledger.hashing import moment

APPENDS = 800
MOST_SECONDS = 300  # a writer that fails would let the others wait for ever
TITLE = "导出报表超时"
COLUMNS = (
    "said_at",
    "recorded_at",
    "actor",
    "kind",
    "subjects",
    "visibility",
    "commitment",
    "previous",
    "hash",
)
PLAIN = {
    "bench_entry": COLUMNS,
    "bench_payload": ("key", "content"),
    "bench_subject": ("reference",),
    "bench_row": (*COLUMNS, "content"),
}
INSERT = {
    table: f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"  # noqa: S608
    for table, columns in PLAIN.items()
}


def make_plain_tables(*, is_again: bool) -> None:
    """Make the tables that plain rows go to, anew where they are there already."""
    number = (
        "bigserial PRIMARY KEY" if connection.vendor == "postgresql" else "integer PRIMARY KEY AUTOINCREMENT"
    )
    with connection.cursor() as cursor:
        for table, columns in PLAIN.items():
            if is_again:
                cursor.execute(f"DROP TABLE {table}")
            cursor.execute(
                f"CREATE TABLE {table} (number {number}, {', '.join(f'{name} text' for name in columns)})"
            )
        cursor.execute("CREATE INDEX bench_by_kind ON bench_entry (kind, number)")
        cursor.execute("CREATE INDEX bench_by_subject ON bench_subject (reference, number)")


def append(number: int) -> None:
    """Append an entry, in a transaction of its own."""
    with transaction.atomic():
        appending.append(
            "case.changed", about=[references.to("case", number)], by=Actor.system("bench"), title=TITLE
        )


def insert_three_rows(number: int) -> None:
    """Insert the three rows of an entry as plain rows, with its two indexes, in a transaction of their own."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(INSERT["bench_entry"], _row(number))
        cursor.execute(INSERT["bench_payload"], [secrets.token_hex(32), f'{{"title":"{TITLE}"}}'])
        cursor.execute(INSERT["bench_subject"], [f"case:{number}"])


def insert_one_row(number: int) -> None:
    """Insert the columns and the text of an entry as one plain row, in a transaction of its own."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(INSERT["bench_row"], [*_row(number), f'{{"title":"{TITLE}"}}'])


def per_second(write: Callable[[int], None], writers: int) -> float:
    """Return how many of them so many processes write in a second, together."""
    connection.close()
    context = multiprocessing.get_context("fork")
    gate = context.Barrier(writers + 1)
    working = [context.Process(target=_write, args=(write, APPENDS // writers, gate)) for _ in range(writers)]
    for one in working:
        one.start()
    gate.wait(MOST_SECONDS)
    begun = time.perf_counter()
    gate.wait(MOST_SECONDS)
    seconds = time.perf_counter() - begun
    for one in working:
        one.join()
    if any(one.exitcode for one in working):
        raise SystemExit("a writer failed")
    return APPENDS / seconds


def _write(write: Callable[[int], None], many: int, gate: Barrier) -> None:
    connection.ensure_connection()
    gate.wait(MOST_SECONDS)
    for number in range(many):
        write(number)
    gate.wait(MOST_SECONDS)


def _row(number: int) -> list[Any]:
    when = moment(clock.machine_now())
    hashes = [secrets.token_hex(32) for _ in range(3)]
    return [when, when, "system:bench", "case.changed", f'["case:{number}"]', "open", *hashes]
