"""What the database keeps of rows that were changed or removed: freed pages, dead rows, the log of changes.

None of this can be done inside a transaction; all of it may be done again.
"""

from collections.abc import Iterable
from typing import Any

from django.db import OperationalError, connection

WAITS = "20s"


class StillRead(Exception):  # noqa: N818  (it says what is the case)
    """Somebody reads an older state of the database: what was there cannot be overwritten now, but later."""


def overwrite_from_now_on() -> None:
    """Have SQLite overwrite with zeros whatever this connection removes; PostgreSQL does that when tables are written anew."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def overwrite(tables: Iterable[str]) -> None:
    """Write the database (PostgreSQL: these tables) anew without what was removed. Raises StillRead.

    SQLite: the token index is merged, for removed tokens stand in it until then; the file is written anew and the log of
    changes is cut to nothing. PostgreSQL: each table and its indexes are written to new files, with new statistics.
    """
    if connection.in_atomic_block:
        raise RuntimeError("what remains is overwritten outside of transactions")
    if connection.vendor == "sqlite":
        _overwrite_sqlite()
    else:
        _overwrite_postgresql(sorted(set(tables)))


def _overwrite_sqlite() -> None:
    with connection.cursor() as cursor:
        _merge_tokens(cursor)
        try:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            is_busy = bool(cursor.fetchone()[0])
        except OperationalError as error:
            raise StillRead(str(error)) from error
    if is_busy:
        raise StillRead("the log of changes is still read")


def _merge_tokens(cursor: Any) -> None:
    """Merge the token index to one piece: what was removed from it stands in the older ones until then."""
    cursor.execute("SELECT 1 FROM sqlite_master WHERE name = 'search_tokens'")
    if cursor.fetchone() is not None:
        cursor.execute("INSERT INTO search_tokens(search_tokens) VALUES ('optimize')")


def _overwrite_postgresql(tables: list[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{WAITS}'")
        try:
            for table in [*tables, "pg_catalog.pg_statistic"]:
                name = table if "." in table else connection.ops.quote_name(table)
                cursor.execute(f"VACUUM (FULL, ANALYZE) {name}")
        except OperationalError as error:
            raise StillRead(str(error)) from error
        finally:
            cursor.execute("RESET lock_timeout")
