"""Verifying very many entries against hashing the same bytes; appending against inserting the same row."""

import hashlib
import secrets
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

from proxeny.cli.benches.measuring import seconds_of, tell
from proxeny.cli.main import prepare

AT_ONCE, WRITERS, APPENDS = 5000, 8, 400
PLAIN = (
    "said_at", "recorded_at", "actor", "kind", "subjects", "visibility", "commitment", "previous", "hash", "content",
)  # fmt: skip
INSERT = f"INSERT INTO bench_row ({', '.join(PLAIN)}) VALUES ({', '.join(['%s'] * len(PLAIN))})"  # noqa: S608


def main() -> None:
    """Lay out the entries, verify them, hash the same bytes; then append with one writer and with eight."""
    entries = int(next(word for word in sys.argv[1:] if word != "--json"))
    prepare("bench")
    from django.core.management import call_command
    from django.db import connection

    from proxeny.ledger import verifying

    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    _make_plain_table()
    appends = {
        f"{name}_{writers}_writers_per_second": round(APPENDS / _seconds_of_writers(work, writers), 1)
        for writers in (1, WRITERS)
        for name, work in (("append", _append), ("insert", _insert))
    }
    begins = verifying.verify().entries
    _lay_out(begins, entries)
    report, verified = seconds_of(verifying.verify)
    if not report.ok:
        raise SystemExit(f"what was laid out does not hold: {report.breaks[:3]}")
    _hashed, reference = seconds_of(_reference())
    tell(
        {
            "database": connection.vendor,
            "entries": report.entries,
            "verify_seconds": round(verified, 2),
            "hashing_the_same_bytes_seconds": round(reference, 2),
            "times_hashing": round(verified / reference, 2),
            **appends,
            **{
                f"append_of_insert_{writers}_writers": round(
                    appends[f"append_{writers}_writers_per_second"]
                    / appends[f"insert_{writers}_writers_per_second"],
                    2,
                )
                for writers in (1, WRITERS)
            },
        },
        as_json="--json" in sys.argv,
    )


def _lay_out(begins: int, entries: int) -> None:
    """Write honest entries behind those that there are, many at a time."""
    from proxeny.ledger.models import Entry, Payload, Subject

    made = _made(begins, entries)
    while batch := list(islice(made, AT_ONCE)):
        Entry.objects.bulk_create(entry for entry, _payload, _subject in batch)
        Payload.objects.bulk_create(payload for _entry, payload, _subject in batch)
        Subject.objects.bulk_create(subject for _entry, _payload, subject in batch)


def _made(begins: int, entries: int) -> Iterator[tuple[Any, Any, Any]]:
    from proxeny.core import clock
    from proxeny.ledger.hashing import GENESIS, Leaf, canonical, commitment, entry_hash, moment
    from proxeny.ledger.models import Entry, Payload, Subject

    last = Entry.objects.order_by("-sequence").first()
    previous = last.hash if last else GENESIS
    at = clock.machine_now()
    for number in range(begins + 1, begins + entries + 1):
        at += timedelta(milliseconds=7)
        key = secrets.token_bytes(32)
        content = canonical(
            {"number": number, "title": "导出报表超时", "reason": "客户说月底对账前必须好", "who": "周敏"}
        )
        about = f"case:{number % 10_000}"
        when = moment(at)
        leaf = Leaf(
            number, when, when, f"staff:{number % 40}", "case.changed", canonical([about]), "open",
            commitment(key, content), previous,
        )  # fmt: skip
        previous = entry_hash(leaf)
        entry = Entry(**leaf._asdict(), hash=previous)
        yield entry, Payload(entry=entry, key=key, content=content), Subject(entry=entry, reference=about)


def _reference() -> Callable[[], None]:
    """Return the hashing of the same bytes, which are in memory already: nothing is read, built or compared."""
    from proxeny.ledger import verifying
    from proxeny.ledger.hashing import LEAF, line_of

    known = [
        (LEAF + line_of(row.leaf), (row.content or "").encode())
        for rows in verifying.stretches()
        for row in rows
    ]

    def hash_all() -> None:
        for line, content in known:
            hashlib.sha256(line).hexdigest()
            hashlib.sha256(content).hexdigest()

    return hash_all


def _seconds_of_writers(work: Callable[[int], None], writers: int) -> float:
    from django.db import connection

    def write() -> None:
        for number in range(APPENDS // writers):
            work(number)
        connection.close()

    threads = [threading.Thread(target=write) for _ in range(writers)]

    def together() -> None:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    return seconds_of(together)[1]


def _append(number: int) -> None:
    from django.db import transaction

    from proxeny.core import references
    from proxeny.core.actors import Actor
    from proxeny.ledger import appending

    with transaction.atomic():
        appending.append(
            "case.changed",
            about=[references.to("case", number)],
            by=Actor.system("bench"),
            title="导出报表超时",
        )


def _insert(number: int) -> None:
    """Insert the columns and the text of an entry as one plain row, in a transaction of its own."""
    from django.db import connection, transaction

    from proxeny.core import clock
    from proxeny.ledger.hashing import moment

    when = moment(clock.machine_now())
    hashes = [secrets.token_hex(32) for _ in range(3)]
    row = [
        when,
        when,
        "system:bench",
        "case.changed",
        f'["case:{number}"]',
        "open",
        *hashes,
        '{"title":"导出报表超时"}',
    ]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(INSERT, row)


def _make_plain_table() -> None:
    from django.db import connection

    number = (
        "bigserial PRIMARY KEY" if connection.vendor == "postgresql" else "integer PRIMARY KEY AUTOINCREMENT"
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TABLE bench_row (number {number}, {', '.join(f'{name} text' for name in PLAIN)})"
        )


if __name__ == "__main__":
    main()
