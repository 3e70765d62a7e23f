"""What a reading hands back."""

# ruff: noqa: S608 - statements are put together from names of ours; texts and paths are quoted.

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import TracebackType
from typing import Any, Self

import pyarrow as pa

from proxeny.analytics.engine import arrow
from proxeny.analytics.usage.dailyfacts import DailyFacts
from proxeny.analytics.usage.reading.casting import Casting
from proxeny.analytics.usage.reading.faults import BadRow, Fault, Faults
from proxeny.analytics.usage.reading.reasons import Reason, reason


@dataclass(frozen=True)
class Rows:
    """Rows of the file: all, those in the facts, those left out; `without_account` are good but name no
    account.
    """

    read: int
    good: int
    bad: int
    without_account: int


@dataclass(frozen=True)
class Days:
    """The first and last day in the facts, and how many different ones there are."""

    first: date | None
    last: date | None
    count: int


@dataclass
class Reading:
    """What a file holds. Use it in a `with`, which gives its memory and scratch files back.

    `sha256` is that of the bytes that were read: compare it with the one of a preview. `sums` are exact
    decimals as text, amounts by currency and quantities by meter. `errors` and `bad_rows` list the first ten
    thousand; `rows.bad` counts all. `notes` are things a person should know that are no errors.
    """

    preset: str
    mapping: Mapping[str, str]
    header: list[str]
    delimiter: str
    rows: Rows
    accounts: int
    days: Days
    sums: dict[str, dict[str, str]]
    errors: list[Fault]
    bad_rows: list[BadRow]
    notes: list[Reason]
    facts: DailyFacts
    kind: str = "rows"
    encoding: str = "utf-8"
    sha256: str = ""
    resources: ExitStack = field(default_factory=ExitStack, repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Forget the facts and remove the scratch files."""
        self.resources.close()

    def accounts_seen(self) -> pa.Table:
        """Accounts of the good rows as Arrow: account, lines, first_day, last_day; the empty name too."""
        return arrow(
            self.facts.con,
            "SELECT account, sum(lines)::BIGINT AS lines, min(day) AS first_day, max(day) AS last_day "
            "FROM facts GROUP BY account ORDER BY account",
        )


def summary(casting: Casting, faults: Faults, facts: DailyFacts) -> Reading:
    """Count and sum the facts of a reading that is done."""
    good, nameless, accounts, first, last, days, rounded = _row(
        facts,
        """SELECT coalesce(sum(lines), 0)::BIGINT, coalesce(sum(lines) FILTER (account = ''), 0)::BIGINT,
        count(DISTINCT account) FILTER (account <> ''), min(day), max(day), count(DISTINCT day),
        coalesce(sum(rounded), 0)::BIGINT FROM facts""",
    )
    amounts = _sums(facts, "currency", "amount")
    notes = [reason("values_rounded", count=rounded)] if rounded else []
    notes += [reason("rows_without_account", count=nameless)] if nameless else []
    notes += [reason("currency_unknown")] if "" in amounts else []
    return Reading(
        preset=casting.layout.preset.name,
        mapping=casting.layout.mapping,
        header=list(casting.table.names),
        delimiter=casting.table.delimiter,
        rows=Rows(good + faults.count, good, faults.count, nameless),
        accounts=accounts,
        days=Days(first, last, days),
        sums={"amount": amounts, "quantity": _sums(facts, "meter", "quantity")},
        errors=sorted(faults.listed, key=lambda fault: fault.row),
        bad_rows=sorted(faults.rows, key=lambda bad: bad.row),
        notes=notes,
        facts=facts,
    )


def plain_decimal(value: Decimal) -> str:
    """Exact digits without an exponent, two decimals at least: `9747747.93`, `100.00`, `0.0000008`."""
    whole, _, decimals = f"{value:f}".partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"


def _row(facts: DailyFacts, query: str) -> tuple[Any, ...]:
    return facts.con.execute(query).fetchone() or ()


def _sums(facts: DailyFacts, by: str, measure: str) -> dict[str, str]:
    found = facts.con.execute(
        f"SELECT {by}, sum({measure}) FROM facts WHERE {measure} IS NOT NULL GROUP BY {by} ORDER BY {by}"
    ).fetchall()
    return {name: plain_decimal(total) for name, total in found}
