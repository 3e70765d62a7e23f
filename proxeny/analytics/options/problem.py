"""What options are composed of: what is needed, the modules there are, and how things stand with the customer.

Amounts of money are whole numbers of the smallest unit that counts (`places` digits after the point of `currency`),
days are working days, `people_days` working days of the customer's own people.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

RISK_UNITS = 10_000
MOST_RISK = 0.99
RISKS = {"low": 0.05, "middle": 0.15, "high": 0.3}
"""The chances that levels of risk stand for: assumed, until it is known how often adopting went wrong."""


class Pace(StrEnum):
    """How modules are adopted: one after another, or side by side as soon as what they need is in use."""

    ONE_AFTER_ANOTHER = "one_after_another"
    SIDE_BY_SIDE = "side_by_side"


@dataclass(frozen=True)
class Line:
    """A line of the customer's business; `weight` says how much it matters beside the others."""

    id: str
    name: str
    weight: int = 1


@dataclass(frozen=True)
class Needed:
    """A capability that the goal needs, with the lines that need it; none: no line in particular."""

    id: str
    name: str
    weight: int = 1
    lines: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Module:
    """A module: what it provides, needs, excludes and takes.

    Each of `needs` is a choice, of which one is enough: modules, or capabilities that whichever module provides. It takes
    `people` (roles somebody must hold) and `systems` that must be there, and `excludes_systems` that must not. Without
    `editions` it comes in all. `risk` is the chance that adopting it goes wrong.
    """

    id: str
    name: str
    product: str = ""
    provides: frozenset[str] = frozenset()
    needs: tuple[frozenset[str], ...] = ()
    excludes: frozenset[str] = frozenset()
    excludes_systems: frozenset[str] = frozenset()
    editions: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    systems: frozenset[str] = frozenset()
    days: int = 0
    cost: int = 0
    risk: float = 0.0
    people_days: int = 0

    @property
    def risk_units(self) -> int:
        """The risk as a whole number that adds up: sums stand for the chance that at least one adoption goes wrong."""
        return round(-math.log1p(-min(self.risk, MOST_RISK)) * RISK_UNITS)


@dataclass(frozen=True)
class Upgrade:
    """That an edition of a product can be had, for so much and after so many days."""

    product: str
    edition: str
    cost: int = 0
    days: int = 0


@dataclass(frozen=True)
class Account:
    """How things stand with the customer; a limit that is None is none.

    What is `in_place` costs nothing and may be given up unless it must `stay`; what stands in `never` is not added.
    """

    editions: Mapping[str, str] = field(default_factory=dict)
    upgrades: tuple[Upgrade, ...] = ()
    budget: int | None = None
    days: int | None = None
    people_days: int | None = None
    people: frozenset[str] = frozenset()
    systems: frozenset[str] = frozenset()
    in_place: frozenset[str] = frozenset()
    stay: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Problem:
    """A goal's needs, the modules, and the customer; `date` is only for saying what the days reach to."""

    needed: tuple[Needed, ...]
    modules: tuple[Module, ...]
    account: Account
    lines: tuple[Line, ...] = ()
    goal: str = ""
    currency: str = ""
    places: int = 0
    pace: Pace = Pace.ONE_AFTER_ANOTHER
    date: str = ""

    def for_capabilities(self, wanted: Iterable[str]) -> "Problem":
        """Return the same with only these capabilities needed."""
        kept = frozenset(wanted)
        return replace(self, needed=tuple(one for one in self.needed if one.id in kept))

    def of_modules(self, kept: frozenset[str]) -> "Problem":
        """Return the same with only these modules there are; all that is in place must be among them."""
        modules = tuple(replace(one, excludes=one.excludes & kept) for one in self.modules if one.id in kept)
        return replace(self, modules=modules)

    def weight(self, capabilities: Iterable[str]) -> int:
        """Return the weight of these capabilities together."""
        counted = frozenset(capabilities)
        return sum(one.weight for one in self.needed if one.id in counted)


@dataclass(frozen=True)
class Choice:
    """Modules in use when all is done (those in place that are kept among them), and the upgrades that are taken."""

    modules: frozenset[str]
    upgrades: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True)
class Figures:
    """What a choice takes: working days, money, risk units, days of the customer's people."""

    days: int = 0
    cost: int = 0
    risk: int = 0
    people_days: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.days + other.days,
            self.cost + other.cost,
            self.risk + other.risk,
            self.people_days + other.people_days,
        )

    @property
    def chance_of_trouble(self) -> float:
        """The chance that at least one adoption goes wrong, taken as independent of each other."""
        return -math.expm1(-self.risk / RISK_UNITS)

    @property
    def axes(self) -> tuple[int, int, int]:
        """What options are weighed by: days, cost, risk."""
        return self.days, self.cost, self.risk


AXES = ("days", "cost", "risk")
