"""The facts that can stand in the way of a goal, each of which can be thought away to see whether it is to blame."""

from dataclasses import dataclass
from enum import StrEnum

from proxeny.analytics.options.problem import Problem
from proxeny.analytics.options.ties import Ties


class Kind(StrEnum):
    """What a fact is about."""

    BUDGET = "budget"
    DATE = "date"
    PEOPLE_DAYS = "people_days"
    EXCLUSION = "exclusion"
    BLOCKED = "blocked"
    ONE_EDITION = "one_edition"
    STAY = "stay"
    NEVER = "never"
    SYSTEM = "system"
    PERSON = "person"
    EDITION = "edition"


FIXED = frozenset({Kind.EXCLUSION, Kind.BLOCKED, Kind.ONE_EDITION})
"""What nobody at the customer's or with us can change from one day to the next."""

LIMITS = frozenset({Kind.BUDGET, Kind.DATE, Kind.PEOPLE_DAYS})
"""Those that hold a figure down."""


@dataclass(frozen=True, order=True)
class Fact:
    """A fact: its kind and what it is about.

    `subject` is the module, role, system or product, nothing for a limit; `other` the second module of an exclusion, or
    the system that a module excludes.
    """

    kind: Kind
    subject: str = ""
    other: str = ""


def limits_of(problem: Problem) -> dict[Kind, int]:
    """Return the limits that there are, by their kind."""
    account = problem.account
    limits = {Kind.BUDGET: account.budget, Kind.DATE: account.days, Kind.PEOPLE_DAYS: account.people_days}
    return {kind: limit for kind, limit in limits.items() if limit is not None}


def facts_of(problem: Problem, ties: Ties) -> tuple[Fact, ...]:
    """Return the facts that limit the choice, those people find least telling first."""
    account = problem.account
    found = [Fact(kind) for kind in limits_of(problem)]
    found += [Fact(Kind.EXCLUSION, one, other) for one, other in sorted(ties.exclusions)]
    found += [Fact(Kind.BLOCKED, module, system) for module, system in sorted(ties.blocked)]
    found += [Fact(Kind.ONE_EDITION, product) for product in sorted(ties.editions)]
    found += [Fact(Kind.STAY, module) for module in sorted(account.stay & account.in_place)]
    new = [module for module in problem.modules if module.id not in account.in_place]
    found += [Fact(Kind.NEVER, module.id) for module in new if module.id in account.never]
    systems = {system for module in new for system in module.systems} - account.systems
    found += [Fact(Kind.SYSTEM, system) for system in sorted(systems)]
    people = {role for module in new for role in module.people} - account.people
    found += [Fact(Kind.PERSON, role) for role in sorted(people)]
    found += [Fact(Kind.EDITION, product) for product in sorted(ties.editions)]
    return tuple(found)
