"""Binding an expression's tables to Parquet parts and running it on DuckDB; results come back as Arrow."""

# ruff: noqa: S608 - statements are put together from names of ours; texts and paths are quoted.

from collections.abc import Sequence
from dataclasses import replace

import duckdb
import ibis
import pyarrow as pa

from proxeny.analytics.engine import Engine, arrow, quoted_path
from proxeny.analytics.usage.expressions import CHOSEN, CONTESTED, FACTS, SETTLED, Choice, Question, latest
from proxeny.analytics.usage.snapshot import Snapshot
from proxeny.analytics.usage.store.part import Part

_COLUMNS = ", ".join(FACTS.names)
_NOTHING = (
    "SELECT "
    + ", ".join(  # a snapshot may be empty, its questions still have answers
        f"NULL::{kind} AS {name}"
        for name, kind in zip(
            FACTS.names,
            (
                "VARCHAR",
                "VARCHAR",
                "DATE",
                "VARCHAR",
                "DECIMAL(38,12)",
                "DECIMAL(38,12)",
                "INTEGER",
                "BIGINT",
                "VARCHAR",
                "BOOLEAN",
            ),
            strict=True,
        )
    )
    + " WHERE false"
)


class MissingPartError(Exception):
    """A file that the manifest names is not there, or cannot be read."""


def warm_up() -> None:
    """Load the compiler and its dialects now, so that the first question does not wait for them."""
    ibis.to_sql(latest(Choice(), settled=True, oldest=None), dialect="duckdb")


def ask(
    engine: Engine,
    snapshot: Snapshot,
    choice: Choice,
    question: Question,
    chosen: Sequence[str] | None = None,
) -> pa.Table:
    """The answer to `question` over the facts of `snapshot` that `choice` narrows to.

    `chosen` fills the table of accounts. Raises `MissingPartError` where a part cannot be read.
    """
    held = snapshot.between(choice.first, choice.last)
    undone = tuple(sorted(snapshot.undone & frozenset().union(*(part.batches for part in held.parts))))
    oldest = min((batch for part in held.contested for batch in part.batches - snapshot.undone), default=None)
    facts = latest(replace(choice, undone=undone), settled=bool(held.settled), oldest=oldest)
    answer = question(facts)
    query = _bound(held, ibis.to_sql(answer, dialect="duckdb"))
    parameters = {"accounts": list(chosen)} if chosen is not None else None
    try:
        found = arrow(engine.cursor(), query, parameters)
    except (duckdb.IOException, duckdb.InvalidInputException) as error:
        raise MissingPartError(str(error).splitlines()[0]) from error
    # Engines differ in whether a month is a date or a timestamp; the expression's own types decide.
    return found.cast(answer.schema().to_pyarrow())


def _bound(snapshot: Snapshot, query: str) -> str:
    tables = [
        f"{SETTLED} AS NOT MATERIALIZED ({_scan(snapshot, snapshot.settled)})",
        f"{CONTESTED} AS NOT MATERIALIZED ({_scan(snapshot, snapshot.contested)})",
    ]
    if f'"{CHOSEN}"' in query:
        tables.append(f"{CHOSEN} AS MATERIALIZED (SELECT unnest($accounts)::VARCHAR AS account)")
    return f"WITH {', '.join(tables)} SELECT * FROM ({query})"


def _scan(snapshot: Snapshot, parts: Sequence[Part]) -> str:
    if not parts:
        return _NOTHING
    files = ", ".join(quoted_path(snapshot.folder / part.path) for part in parts)
    return f"SELECT {_COLUMNS} FROM read_parquet([{files}])"
