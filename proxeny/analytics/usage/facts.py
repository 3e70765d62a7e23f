"""The one place where consumption is asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

import pyarrow as pa

from proxeny.analytics.engine import Engine
from proxeny.analytics.usage import expressions
from proxeny.analytics.usage.binding import ask
from proxeny.analytics.usage.expressions import Choice, Measure, Question
from proxeny.analytics.usage.nature import Nature
from proxeny.analytics.usage.panel import Panel, in_blocks, panel_of
from proxeny.analytics.usage.snapshot import Snapshot
from proxeny.analytics.usage.store.part import Part

BLOCK = 500
"""Accounts in one block of panels: with three meters and two years about a million values."""


@dataclass(frozen=True)
class Meter:
    """One meter over all its sources. Metered where any of them is; carries money where any does."""

    name: str
    nature: Nature
    money: bool
    sources: tuple[str, ...]
    first_day: date
    last_day: date


@dataclass(frozen=True)
class Facts:
    """Questions to one snapshot. Safe to use from several threads; answers are Arrow tables unless said
    otherwise.

    Late data counts: of an account, meter and day only the rows of the latest batch are seen. Days are
    inclusive. Amounts and quantities are exact decimals, except in panels.
    """

    engine: Engine
    snapshot: Snapshot

    def daily(
        self,
        accounts: Sequence[str] | None = None,
        meters: Sequence[str] | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> pa.Table:
        """account, meter, day, currency, quantity, amount, lines, metered; in that order."""
        return self._ask(expressions.daily, accounts, meters, first, last)

    def day_values(self, day: date) -> pa.Table:
        """`daily` of a single day: only the parts that hold the day are opened."""
        return self.daily(first=day, last=day)

    def totals(
        self, accounts: Sequence[str] | None = None, first: date | None = None, last: date | None = None
    ) -> pa.Table:
        """account, currency, amount, lines, first_day, last_day."""
        return self._ask(expressions.totals, accounts, None, first, last)

    def quantities(
        self, accounts: Sequence[str] | None = None, first: date | None = None, last: date | None = None
    ) -> pa.Table:
        """account, meter, quantity, lines."""
        return self._ask(expressions.quantities, accounts, None, first, last)

    def accounts(self) -> pa.Table:
        """account, lines, first_day, last_day of every account, the empty name included."""
        return self._ask(expressions.accounts)

    def unknown(self, known_accounts: Sequence[str]) -> pa.Table:
        """`totals` of the accounts that are not among the known ones: what was imported and waits for an
        account.
        """
        return ask(self.engine, self.snapshot, Choice(), expressions.unknown, known_accounts)

    def periods(
        self,
        accounts: Sequence[str],
        unit: Literal["W", "M", "Q", "Y"] = "M",
        meters: Sequence[str] | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> pa.Table:
        """account, meter, currency, period (its first day), quantity, amount, days with a fact."""
        return self._ask(lambda facts: expressions.by_period(facts, unit), accounts, meters, first, last)

    def windows(self, accounts: Sequence[str] | None, first: date, lately: date, last: date) -> pa.Table:
        """account, meter, currency, metered, now, now_days, before, before_days, first_day, last_day.

        `now` is what was consumed from the day `lately` on, `before` from `first` to the day before that.
        """
        money = [meter.name for meter in self.meters.values() if meter.money]
        return self._ask(lambda facts: expressions.windows(facts, money, lately), accounts, None, first, last)

    def monthly(self, account: str) -> pa.Table:
        """`periods` of one account by month."""
        return self.periods([account], "M")

    @cached_property
    def meters(self) -> dict[str, Meter]:
        """Every meter by name. Taken from the manifest's notes on the parts where those are complete."""
        found: dict[str, Meter] = {}
        unlisted = [part for part in self.snapshot.parts if self._must_be_asked(part)]
        for part in self.snapshot.parts:
            if part not in unlisted and part.meters is not None:
                for seen in part.meters:
                    one = Meter(
                        seen.meter, part.nature, seen.money, (part.source,), seen.first_day, seen.last_day
                    )
                    _merge(found, one)
        for one in self._asked_meters(tuple(unlisted)):
            _merge(found, one)
        return dict(sorted(found.items()))

    def panel(self, accounts: Sequence[str], first: date, last: date, measure: Measure = "auto") -> Panel:
        """The series of these accounts from `first` to `last` as one matrix; `auto` takes amounts where there
        are any.

        Series without a fact in these days are not in it.
        """
        money = [meter.name for meter in self.meters.values() if meter.money]
        ordered = sorted(accounts)
        span = (ordered[0], ordered[-1]) if ordered else ("", "")
        choice = Choice(chosen=True, accounts=span, first=first, last=last)
        rows = ask(
            self.engine,
            self.snapshot,
            choice,
            lambda facts: expressions.values(facts, measure, money),
            ordered,
        )
        natures = {meter.name: meter.nature for meter in self.meters.values()}
        lines = [meter for meter in self.meters.values() if meter.nature == "lines"]
        spoken = {
            sources: self.snapshot.covered(sources, first, last)
            for sources in {meter.sources for meter in lines}
        }
        covered = {meter.name: spoken[meter.sources] for meter in lines}
        return panel_of(rows, first, last, natures, covered)

    def panels(
        self, accounts: Sequence[str], first: date, last: date, measure: Measure = "auto", block: int = BLOCK
    ) -> Iterator[Panel]:
        """`panel` for many accounts, `block` at a time, so that memory stays bounded."""
        for some in in_blocks(accounts, block):
            yield self.panel(some, first, last, measure)

    def _ask(
        self,
        question: Question,
        accounts: Sequence[str] | None = None,
        meters: Sequence[str] | None = None,
        first: date | None = None,
        last: date | None = None,
    ) -> pa.Table:
        span = (min(accounts), max(accounts)) if accounts else None
        choice = Choice(
            chosen=accounts is not None,
            accounts=span,
            meters=None if meters is None else tuple(meters),
            first=first,
            last=last,
        )
        return ask(self.engine, self.snapshot, choice, question, accounts)

    def _must_be_asked(self, part: Part) -> bool:
        return part.meters is None or bool(part.batches & self.snapshot.undone)

    def _asked_meters(self, parts: tuple[Part, ...]) -> list[Meter]:
        if not parts:
            return []
        rows = ask(
            self.engine,
            Snapshot(self.snapshot.folder, parts, self.snapshot.undone),
            Choice(),
            expressions.meters,
        )
        return [
            Meter(
                row["meter"],
                "metered" if row["metered"] else "lines",
                row["money"],
                (row["source"],),
                row["first_day"],
                row["last_day"],
            )
            for row in rows.to_pylist()
        ]


def _merge(found: dict[str, Meter], one: Meter) -> None:
    known = found.setdefault(one.name, one)
    if known is not one:
        found[one.name] = Meter(
            one.name,
            "metered" if "metered" in {known.nature, one.nature} else "lines",
            known.money or one.money,
            tuple(sorted({*known.sources, *one.sources})),
            min(known.first_day, one.first_day),
            max(known.last_day, one.last_day),
        )
