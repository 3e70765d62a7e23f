"""Which meter and which days a reader wants to see, as the address says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

import numpy as np

from proxeny.web.accounts.consumption import History, Measure

SPANS = {"90": 90, "365": 365, "730": 730}
USUAL_SPAN = "365"
LEAST_DAYS, MOST_DAYS = 7, 3660


@dataclass(frozen=True, slots=True)
class Wanted:
    """The measures there are, the one to draw, the days.

    `span` is the key of a usual span, or nothing; `home` the one to come back to. `oldest` and `newest` are the
    days on record.
    """

    measures: tuple[Measure, ...]
    measure: Measure
    span: str
    home: str
    first: date
    last: date
    today: date
    oldest: date
    newest: date

    @property
    def days(self) -> int:
        """How many days that is."""
        return (self.last - self.first).days + 1


def wanted(history: History, asked: Mapping[str, str], today: date) -> Wanted:
    """Read an address. What it leaves open, or asks amiss, is the usual: all in money, and the year up to
    yesterday, or to today once today is on record.
    """
    found = history.measures
    measure = next((one for one in found if one.key == asked.get("meter")), found[0])
    newest = max(today - timedelta(days=1), history.last)
    home = asked["span"] if asked.get("span") in {*SPANS, "all"} else USUAL_SPAN
    made = partial(Wanted, found, measure, home=home, today=today, oldest=history.first, newest=newest)
    first, last = _day(asked.get("first")), _day(asked.get("last"))
    if first and last and first <= last:
        last = min(last, newest)
        return made(span="", first=_begin(min(first, last), last), last=last)
    first = newest - timedelta(days=SPANS[home] - 1) if home in SPANS else _begun(history)
    return made(span=home, first=_begin(first, newest), last=newest)


def _begun(history: History) -> date:
    """The first day on which anything was consumed: what was covered before it is all nought."""
    known = [
        int(found[0]) for values in history.values if (found := np.flatnonzero(np.nan_to_num(values))).size
    ]
    return history.first + timedelta(days=min(known, default=0))


def _begin(first: date, last: date) -> date:
    """Return a first day that leaves enough to be a picture, and not too much to be drawn."""
    return max(min(first, last - timedelta(days=LEAST_DAYS - 1)), last - timedelta(days=MOST_DAYS - 1))


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
