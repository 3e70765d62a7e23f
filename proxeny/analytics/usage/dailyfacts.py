"""Daily facts of one batch, on their way into the store."""

# ruff: noqa: S608 - statements are put together from names of ours; texts and paths are quoted.

from dataclasses import dataclass, field

import duckdb
import pyarrow as pa

from proxeny.analytics.engine import Limits, arrow, connect
from proxeny.analytics.usage.nature import Nature

_COLUMNS: dict[str, pa.DataType] = {
    "account": pa.string(),
    "meter": pa.string(),
    "day": pa.date32(),
    "currency": pa.string(),
    "quantity": pa.decimal128(38, 12),
    "amount": pa.decimal128(38, 12),
    "lines": pa.int32(),
}
FACT_SCHEMA = pa.schema(_COLUMNS)


@dataclass(frozen=True)
class DailyFacts:
    """A table in a private engine. `source` names where the facts come from and `nature` what their absence
    means.
    """

    nature: Nature
    source: str
    con: duckdb.DuckDBPyConnection = field(repr=False)
    table: str = "facts"

    @classmethod
    def of_arrow(
        cls, facts: pa.Table, nature: Nature, source: str, limits: Limits | None = None
    ) -> "DailyFacts":
        """Facts made elsewhere, in `FACT_SCHEMA`; raises `pyarrow.ArrowInvalid` where they are not."""
        con = connect(limits)
        con.from_arrow(facts.select(FACT_SCHEMA.names).cast(FACT_SCHEMA)).create("facts")
        return cls(nature, source, con)

    def arrow(self) -> pa.Table:
        """All of them, in order."""
        names = ", ".join(FACT_SCHEMA.names)
        return arrow(self.con, f"SELECT {names} FROM {self.table} ORDER BY account, meter, day, currency")
