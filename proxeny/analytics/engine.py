"""The column engine: DuckDB in memory, locked down, one database per process and one cursor per thread.

Nothing is kept in the engine. Facts live in Parquet files, so that any number of processes may read at once;
a DuckDB *file* would shut out every second process.
"""

import os
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

_PATTERN = re.compile(r"[\[*?]")

Tick = Callable[[float], None]


@dataclass(frozen=True)
class Limits:
    """What one process may use. `None` leaves the engine's own choice: all cores, 80 % of the memory."""

    threads: int | None = None
    memory: str | None = None
    scratch: Path | None = None


def connect(limits: Limits | None = None) -> duckdb.DuckDBPyConnection:
    """A private in-memory database: no extension is fetched, no Python variable is taken for a table."""
    limits = limits or Limits()
    config: dict[str, Any] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "python_enable_replacements": "false",
    }
    if limits.threads:
        config["threads"] = str(limits.threads)
    if limits.memory:
        config["memory_limit"] = limits.memory
    if limits.scratch:
        config["temp_directory"] = str(limits.scratch)
    return duckdb.connect(":memory:", config=config)


class Engine:
    """One in-memory database shared by the threads of a process.

    A DuckDB connection must not be used by two threads at once; a cursor of it may, and shares the database,
    its threads and its memory limit. A forked child gets a database of its own.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._lock = threading.Lock()
        self._local = threading.local()
        self._root: duckdb.DuckDBPyConnection | None = None
        self._process = os.getpid()

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """This thread's own cursor."""
        root = self._database()
        if getattr(self._local, "root", None) is not root:
            self._local.root = root
            self._local.cursor = root.cursor()
        cursor: duckdb.DuckDBPyConnection = self._local.cursor
        return cursor

    def close(self) -> None:
        """Give the memory back; the next call opens a new database."""
        with self._lock:
            if self._root is not None and self._process == os.getpid():
                self._root.close()
            self._root = None

    def _database(self) -> duckdb.DuckDBPyConnection:
        with self._lock:
            if self._root is None or self._process != os.getpid():
                self._root = connect(self.limits)
                self._process = os.getpid()
            return self._root


@lru_cache(maxsize=8)
def shared_engine(limits: Limits | None = None) -> Engine:
    """The process-wide engine for these limits."""
    return Engine(limits)


def execute(con: duckdb.DuckDBPyConnection, statement: str, tick: Tick | None = None) -> None:
    """Run one statement; `tick` hears the share done (0..1) some times a second and stops it by raising.

    The statement runs in a thread of its own while `tick` is called in the caller's, so that whatever it
    raises arrives where the work was asked for.
    """
    if tick is None:
        con.execute(statement)
        return
    failure: list[BaseException] = []

    def work() -> None:
        try:
            con.execute(statement)
        except BaseException as error:  # noqa: BLE001 - handed over to the caller's thread below
            failure.append(error)

    worker = threading.Thread(target=work, name="engine-statement", daemon=True)
    worker.start()
    try:
        while worker.is_alive():
            worker.join(0.1)
            tick(max(0.0, con.query_progress()) / 100)
    except BaseException:
        con.interrupt()
        worker.join()
        raise
    if failure:
        raise failure[0]


def arrow(con: duckdb.DuckDBPyConnection, query: str, parameters: dict[str, Any] | None = None) -> pa.Table:
    """The rows of a query."""
    found: pa.Table = con.sql(query, params=parameters).to_arrow_table()
    return found


def quoted(text: str | os.PathLike[str]) -> str:
    """`text` as an SQL literal."""
    return "'" + os.fspath(text).replace("'", "''") + "'"


def quoted_path(path: Path) -> str:
    """A path to read from as an SQL literal, its pattern characters (`[`, `*`, `?`) meaning themselves."""
    return quoted(_PATTERN.sub(r"[\g<0>]", os.fspath(path)))
