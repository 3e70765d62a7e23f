"""What the made-up vendor consists of: plain rows, as its own systems would export them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works there; `roles` are role names, `signs_in` tells who uses the workbench."""

    username: str
    name: str
    team: str
    roles: tuple[str, ...] = ()
    heads_team: bool = False
    signs_in: bool = False


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer company; `meters` holds what it consumes in a usual year, in yuan, by meter."""

    reference: str
    name: str
    industry: str
    region: str
    level: str
    since: date
    spokesperson: str
    sales: str
    meters: Mapping[str, int]
    credit_limit: int = 0
    may_overdraw: bool = False

    @property
    def yearly(self) -> int:
        """What the customer consumes in a usual year, in yuan."""
        return sum(self.meters.values())


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at a customer: part, stance and influence in the words that the file uses."""

    reference: str
    name: str
    part: str
    title: str
    stance: str
    influence: str
    is_sponsor: bool = False
    left_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a contract, for the whole period, in yuan."""

    product: str
    quantity: int
    amount: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """A contract; both ends of the period belong to it."""

    number: str
    reference: str
    starts_on: date
    ends_on: date
    edition: str
    renews_by_itself: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Daily consumption of one customer on one meter.

    `days` are offsets from `first_day`, ascending, without those on which nothing was recorded; `quantity` is
    in the meter's unit, `minor` the amount in fen; the three have one shape.
    """

    reference: str
    meter: str
    first_day: date
    days: NDArray[np.int64]
    quantity: NDArray[np.float64]
    minor: NDArray[np.int64]

    def day(self, position: int) -> date:
        """Return the date of the record at `position`."""
        return self.first_day + timedelta(days=int(self.days[position]))

    def amounts(self, length: int) -> NDArray[np.float64]:
        """Return yuan a day for `length` days, NaN where nothing was recorded."""
        values = np.full(length, np.nan)
        values[self.days] = self.minor / 100
        return values


@dataclass(frozen=True, slots=True)
class Order:
    """One line of an order at the wholesale partner; goods sent back have a negative quantity."""

    reference: str
    at: datetime
    item: str
    quantity: int
    price: Decimal


@dataclass(frozen=True, slots=True)
class Word:
    """What a colleague once judged of a customer: when, how, why, the chance of renewal, until when."""

    reference: str
    by: str
    on: date
    band: str
    reason: str
    forecast: float | None
    expires_on: date


@dataclass(frozen=True, slots=True)
class Planted:
    """Something that was put into the series on purpose, as it can be measured there.

    `change` is relative to the weeks before `since`; `per_month` is what it amounts to, in yuan. `on_docket`
    tells whether a person should be asked about it today.
    """

    reference: str
    meter: str
    what: str
    since: date
    change: float
    per_month: int
    on_docket: bool = True


@dataclass(frozen=True)
class Vendor:
    """The vendor as of the morning of `today`: nothing is later than yesterday but the ends of contracts."""

    name: str
    today: date
    seed: int
    colleagues: tuple[Colleague, ...]
    customers: tuple[Customer, ...]
    people: tuple[Person, ...]
    agreements: tuple[Agreement, ...]
    series: tuple[Series, ...]
    corrections: tuple[Series, ...]
    orders: tuple[Order, ...]
    words: tuple[Word, ...]
    planted: tuple[Planted, ...] = field(default=())

    @property
    def teams(self) -> tuple[str, ...]:
        """The names of the teams, in the order in which their members are listed."""
        return tuple(dict.fromkeys(colleague.team for colleague in self.colleagues))
