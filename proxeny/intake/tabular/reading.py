"""How text that could be read in two ways is to be read: what a person said, or what the column settled."""

from dataclasses import dataclass
from datetime import tzinfo
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Reading:
    """The answers to what a cell alone cannot tell; None where nobody has answered.

    `zone` turns times into days and gives times without an offset theirs; `currency` is used where the row
    names none; `days_from_1904` is the epoch of bare day numbers in the file.
    """

    zone: tzinfo | None = None
    day_first: bool | None = None
    decimal_mark: str | None = None
    currency: str | None = None
    days_from_1904: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the currencies that its sign or code may mean; empty where the cell names none."""

    value: Decimal
    currencies: frozenset[str] = frozenset()
