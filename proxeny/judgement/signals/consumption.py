"""Consumption: how much is consumed of late, against what this customer itself consumed before."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from proxeny.core.findings import Evidence
from proxeny.core.sentences import N_, Sentence
from proxeny.judgement.signals.known import LATELY, YEAR, Known
from proxeny.judgement.signals.scale import Scale
from proxeny.judgement.signals.signal import Reading, Readings, Signal

ENOUGH_BEFORE = 56
SHARE = Scale((0.0, 0), (0.5, 25), (0.8, 60), (1.0, 80), (1.3, 100))
"""Half of what it was: 25; as much as before: 80. A typical day of the last 28 against one of the 336 before them."""


@dataclass(frozen=True, slots=True)
class Series:
    """One meter of one customer: a typical day of late, and before; both None-free, in money or in the meter's unit."""

    meter: str
    currency: str
    now: float
    before: float
    days_before: int
    last_day: date


def read(known: Known) -> Readings:
    """Compare typical days; money counts where there is any, else the middle one of the meters."""
    readings = {}
    for account, rows in known.consumed.items():
        series = [_series(row, known.on) for row in rows]
        if reading := _reading(account, series, known.accounts[account].currency):
            readings[account] = reading
    return readings


def _series(row: dict[str, Any], on: date) -> Series:
    """A metered day without a fact is unknown; a day without a line is one on which nothing was bought."""
    began = max(row["first_day"], on - YEAR)
    lately = on - LATELY
    days_before = max(0, (lately - began).days)
    spoken_before = row["before_days"] if row["metered"] else days_before
    spoken_now = row["now_days"] if row["metered"] else LATELY.days - max(0, (began - lately).days)
    return Series(
        row["meter"],
        row["currency"],
        now=float(row["now"] or 0) / spoken_now if spoken_now else 0.0,
        before=float(row["before"] or 0) / spoken_before if spoken_before else 0.0,
        days_before=days_before,
        last_day=row["last_day"],
    )


def _reading(account: int, series: list[Series], home: str) -> Reading | None:
    chosen = _chosen([one for one in series if one.days_before >= ENOUGH_BEFORE and one.before > 0], home)
    if not chosen:
        return None
    shares = sorted(one.now / one.before for one in chosen)
    in_money = bool(chosen[0].currency)
    share = (
        sum(one.now for one in chosen) / sum(one.before for one in chosen)
        if in_money
        else shares[len(shares) // 2]
    )
    history = min(one.days_before for one in chosen)
    share_said = {"type": "share", "value": share}
    text = Sentence(N_("Consumes %(share)s of what it did before"), {"share": share_said})
    return Reading(
        SHARE.points(share),
        sure=min(1.0, history / (YEAR - LATELY).days),
        fresh_on=max(one.last_day for one in chosen),
        text=text,
        evidence=tuple(
            Evidence(
                Sentence(
                    N_("%(meter)s: %(share)s of before"),
                    {"meter": one.meter, "share": {"type": "share", "value": one.now / one.before}},
                ),
                f"account:{account}",
                "for" if one.now < one.before else "against",
            )
            for one in sorted(chosen, key=lambda one: one.now / one.before)[:3]
        ),
    )


def _chosen(series: list[Series], home: str) -> list[Series]:
    """Return the series in money of the customer's own currency, else of the commonest, else all that are counted."""
    by_currency: dict[str, list[Series]] = defaultdict(list)
    for one in series:
        by_currency[one.currency].append(one)
    counted = by_currency.pop("", [])
    if not by_currency:
        return counted
    return by_currency.get(home) or max(by_currency.values(), key=len)


SIGNAL = Signal(
    "consumption",
    N_("Consumption"),
    N_("Is as much consumed as before?"),
    N_("No consumption on record, or less than three months of it."),
    weight=20,
    read=read,
)
