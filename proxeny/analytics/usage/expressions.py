"""Every question to the facts as an Ibis expression, over tables that are not bound to any engine.

Only what DuckDB, PostgreSQL and Spark answer alike is used: group aggregates, conditions, semi- and
anti-joins, truncation. The tables are `settled` (parts read as they are), `contested` (parts in which a later
batch may have replaced rows) and `chosen` (accounts). Binding them is the engine's matter: `binding` does it
for DuckDB.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, Table

Measure = Literal["auto", "amount", "quantity"]

FACTS = ibis.schema(
    {
        "account": "string",
        "meter": "string",
        "day": "date",
        "currency": "string",
        "quantity": "decimal(38, 12)",
        "amount": "decimal(38, 12)",
        "lines": "int32",
        "batch": "int64",
        "source": "string",
        "metered": "boolean",
    }
)
SETTLED, CONTESTED, CHOSEN = "settled", "contested", "chosen"
KEY = ("account", "meter", "day")


@dataclass(frozen=True)
class Choice:
    """Which facts a question is about; what is None is not narrowed.

    `accounts` is only a range, for passing over row groups; the accounts themselves stand in the table
    `chosen`.
    """

    chosen: bool = False
    accounts: tuple[str, str] | None = None
    meters: tuple[str, ...] | None = None
    first: date | None = None
    last: date | None = None
    undone: tuple[int, ...] = ()


def chosen_accounts() -> Table:
    """The table of accounts that a question names."""
    return ibis.table({"account": "string"}, name=CHOSEN)


def latest(choice: Choice, *, settled: bool, oldest: int | None) -> Table:
    """The facts that count: of each account, meter and day those of the highest batch, whole.

    `oldest` is the lowest batch in the contested parts, None where there are none: then this is a plain scan.
    What `choice` narrows is narrowed before it.
    """
    tables: list[Table] = []
    if settled or oldest is None:
        tables.append(narrowed(ibis.table(FACTS, name=SETTLED), choice))
    if oldest is not None:
        rows = narrowed(ibis.table(FACTS, name=CONTESTED), choice)
        # Nothing is replaced by the oldest batch, which is mostly the largest: it need not be looked up in.
        later = narrowed(ibis.table(FACTS, name=CONTESTED), choice).filter(_.batch > oldest)
        newer = later.select(*KEY, "batch").view()
        same = [rows[name] == newer[name] for name in KEY]
        tables.append(rows.anti_join(newer, [*same, rows.batch < newer.batch]))
    return tables[0] if len(tables) == 1 else ibis.union(*tables)


def narrowed(facts: Table, choice: Choice) -> Table:
    """Only the facts that `choice` is about."""
    wanted: list[BooleanValue] = []
    if choice.accounts:
        wanted.append(facts.account.between(*choice.accounts))
    if choice.meters is not None:
        wanted.append(facts.meter.isin(choice.meters))
    if choice.first:
        wanted.append(facts.day >= ibis.literal(choice.first))
    if choice.last:
        wanted.append(facts.day <= ibis.literal(choice.last))
    if choice.undone:
        wanted.append(facts.batch.notin(choice.undone))
    facts = facts.filter(wanted) if wanted else facts
    return facts.semi_join(chosen_accounts(), "account") if choice.chosen else facts


def daily(facts: Table) -> Table:
    """One row for each account, meter, day and currency, in order."""
    columns = ("account", "meter", "day", "currency", "quantity", "amount", "lines", "metered")
    return facts.select(*columns).order_by("account", "meter", "day", "currency")


def values(facts: Table, measure: Measure, money: Sequence[str]) -> Table:
    """Account, meter, currency, day, value as a float; in no order.

    With `auto`, meters in `money` are valued by amount, others by quantity. Quantities have no currency.
    """
    by_amount = ibis.literal(measure == "amount") if measure != "auto" else facts.meter.isin(tuple(money))
    return facts.select(
        account=_.account,
        meter=_.meter,
        currency=ibis.ifelse(by_amount, _.currency, ibis.literal("")),
        day=_.day,
        value=ibis.ifelse(by_amount, _.amount, _.quantity).cast("float64"),
    )


def totals(facts: Table) -> Table:
    """Exact sums by account and currency."""
    return (
        facts.group_by("account", "currency")
        .aggregate(
            amount=_.amount.sum(),
            lines=_.lines.sum().cast("int64"),
            first_day=_.day.min(),
            last_day=_.day.max(),
        )
        .order_by("account", "currency")
    )


def quantities(facts: Table) -> Table:
    """Exact sums of quantity by account and meter."""
    return (
        facts.group_by("account", "meter")
        .aggregate(quantity=_.quantity.sum(), lines=_.lines.sum().cast("int64"))
        .order_by("account", "meter")
    )


def meters(facts: Table) -> Table:
    """Each meter of each source: whether it is metered and carries money, its first and last day."""
    return (
        facts.group_by("meter", "source", "metered")
        .aggregate(money=_.amount.notnull().any(), first_day=_.day.min(), last_day=_.day.max())
        .order_by("meter", "source", "metered")
    )


def accounts(facts: Table) -> Table:
    """Each account's lines, first and last day."""
    return (
        facts.group_by("account")
        .aggregate(lines=_.lines.sum().cast("int64"), first_day=_.day.min(), last_day=_.day.max())
        .order_by("account")
    )


def unknown(facts: Table) -> Table:
    """Exact sums of the accounts that are *not* in the table `chosen`, by account and currency."""
    return totals(facts.anti_join(chosen_accounts(), "account"))


def by_period(facts: Table, unit: Literal["W", "M", "Q", "Y"]) -> Table:
    """Exact sums by account, meter, currency and the period's first day; weeks begin on Monday."""
    return (
        facts.mutate(period=_.day.truncate(unit))
        .group_by("account", "meter", "currency", "period")
        .aggregate(quantity=_.quantity.sum(), amount=_.amount.sum(), days=_.day.nunique())
        .order_by("account", "meter", "currency", "period")
    )


def windows(facts: Table, money: Sequence[str], lately: date) -> Table:
    """What each account consumed of each meter from the day `lately` on, and before it: exact sums, and days with a fact.

    Meters in `money` are valued by amount, others by quantity; `currency` is empty for these.
    """
    by_amount = facts.meter.isin(tuple(money))
    now = _.day >= ibis.literal(lately)
    return (
        facts.select(
            account=_.account,
            meter=_.meter,
            currency=ibis.ifelse(by_amount, _.currency, ibis.literal("")),
            metered=_.metered,
            day=_.day,
            value=ibis.ifelse(by_amount, _.amount, _.quantity),
        )
        .group_by("account", "meter", "currency")
        .aggregate(
            metered=_.metered.any(),
            now=_.value.sum(where=now),
            now_days=_.day.nunique(where=now),
            before=_.value.sum(where=~now),
            before_days=_.day.nunique(where=~now),
            first_day=_.day.min(),
            last_day=_.day.max(),
        )
        .order_by("account", "meter", "currency")
    )


Question = Callable[[Table], Table]
