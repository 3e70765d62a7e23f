"""The problem as CP-SAT takes it: one variable for each module, edition, needed capability and fact.

A fact is in force where its variable holds. So the same model composes options (all in force), finds the facts that clash (each
an assumption) and the fewest that must give way (as many in force as can be).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from proxeny.analytics.options.facts import Fact, Kind, facts_of, limits_of
from proxeny.analytics.options.lazily import cp_sat
from proxeny.analytics.options.problem import AXES, Choice, Figures, Module, Pace, Problem, Upgrade
from proxeny.analytics.options.ties import Ties

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    Linear = cp_model.LinearExprT

MOST_WEIGHT, MOST_SUM = 1_000_000, 10**15


class Model:
    """A problem's model; money in it is counted in `unit`, the largest amount of which all costs are multiples."""

    def __init__(self, problem: Problem, ties: Ties) -> None:
        self.problem, self.ties = problem, ties
        self.cp: cp_model.CpModel = cp_sat().CpModel()
        self.facts = facts_of(problem, ties)
        self.holds = {fact: self.cp.new_bool_var("") for fact in self.facts}
        self.takes = {module.id: self.cp.new_bool_var("") for module in problem.modules}
        self.covers = {one.id: self.cp.new_bool_var("") for one in problem.needed}
        self.editions = {
            (product, edition): self.cp.new_bool_var("")
            for product in sorted(ties.editions)
            for edition in sorted(ties.editions[product])
        }
        self._new = [one for one in problem.modules if one.id not in problem.account.in_place]
        self._upgrades = [
            (one, self.editions[one.product, one.edition])
            for one in problem.account.upgrades
            if (one.product, one.edition) in self.editions
        ]
        self._provide()
        self._respect_facts()
        self._respect_editions()
        self.unit = math.gcd(*(one.cost for one in self._new), *(one.cost for one, _ in self._upgrades)) or 1
        self._reckon()
        self._keep_limits()

    def hold(self, facts: Iterable[Fact] | None = None) -> Model:
        """Put these facts in force, all of them if none are named."""
        for fact in self.facts if facts is None else facts:
            self.cp.add(self.holds[fact] == 1)
        return self

    def cover(self, capabilities: Iterable[str] | None = None) -> Model:
        """Have these capabilities covered, all that are needed if none are named."""
        for one in self.covers if capabilities is None else capabilities:
            self.cp.add(self.covers[one] == 1)
        return self

    @property
    def axes(self) -> Mapping[str, Linear]:
        """The figures that options are weighed by, cost in `unit`."""
        return {"days": self.days, "cost": self.cost, "risk": self.risk}

    def in_units(self, figures: Figures) -> tuple[int, int, int]:
        """Return the figures on the axes as the model counts them, a cost that is no multiple rounded down."""
        return figures.days, figures.cost // self.unit, figures.risk

    def at_most(self, axis: str, value: int) -> None:
        """Hold the figure on an axis at or under `value`, as the model counts it."""
        self.cp.add(self.axes[axis] <= value)

    @property
    def limited(self) -> Mapping[Kind, tuple[Linear, int]]:
        """What each kind of limit holds down, and how much one of it is."""
        return {
            Kind.BUDGET: (self.cost, self.unit),
            Kind.DATE: (self.days, 1),
            Kind.PEOPLE_DAYS: (self.people_days, 1),
        }

    def given_way(self, facts: Collection[Fact]) -> Linear:
        """Return how many of these facts are not in force."""
        return len(facts) - _sum((1, self.holds[fact]) for fact in facts)

    def missing(self) -> Linear:
        """Return the weight of the needed capabilities that are not covered."""
        weights = [one.weight for one in self.problem.needed]
        return sum(weights) - _sum(zip(weights, self.covers.values(), strict=True))

    def balanced(self, scale: Figures) -> Linear:
        """Return the sum of the axes, each as a share of what `scale` has on it."""
        weights = [max(1, MOST_WEIGHT // max(1, size)) for size in self.in_units(scale)]
        # Sums must stay within what the solver can count.
        totals = self.in_units(self._total)
        top = max(weight * total for weight, total in zip(weights, totals, strict=True))
        if top > MOST_SUM:
            weights = [max(1, weight * MOST_SUM // top) for weight in weights]
        return _sum((weight, self.axes[axis]) for axis, weight in zip(AXES, weights, strict=True))

    def neat(self) -> Linear:
        """Return what a choice should have least of beside its figures: modules given up, then new ones and upgrades."""
        kept = [
            (-1 - len(self._new) - len(self._upgrades), self.takes[one])
            for one in self.problem.account.in_place
        ]
        new = [(1, self.takes[one.id]) for one in self._new] + [(1, taken) for _, taken in self._upgrades]
        return _sum((*kept, *new))

    def choice(self, has: Callable[[cp_model.IntVar], bool]) -> Choice:
        """Return what a solution chose, without upgrades that none of its modules asks for."""
        current = self.problem.account.editions
        modules = frozenset(one for one, taken in self.takes.items() if has(taken))
        asking = {
            one.product
            for one in self._new
            if one.id in modules and one.editions and current.get(one.product) not in one.editions
        }
        upgrades = (pair for pair, taken in self.editions.items() if pair[0] in asking and has(taken))
        return Choice(modules, frozenset(upgrades))

    def _provide(self) -> None:
        for one, covered in self.covers.items():
            providers = [self.takes[name] for name in sorted(self.ties.providers.get(one, ()))]
            self.cp.add_bool_or(providers).only_enforce_if(covered)

    def _respect_facts(self) -> None:
        account = self.problem.account
        for fact, holds in self.holds.items():
            if fact.kind is Kind.EXCLUSION:
                self.cp.add_bool_or(~self.takes[fact.subject], ~self.takes[fact.other], ~holds)
            elif fact.kind in {Kind.BLOCKED, Kind.NEVER}:
                self.cp.add_implication(holds, ~self.takes[fact.subject])
            elif fact.kind is Kind.STAY:
                self.cp.add_implication(holds, self.takes[fact.subject])
        for module in self._new:
            for role in sorted(module.people - account.people):
                self.cp.add_implication(self.holds[Fact(Kind.PERSON, role)], ~self.takes[module.id])
            for system in sorted(module.systems - account.systems):
                self.cp.add_implication(self.holds[Fact(Kind.SYSTEM, system)], ~self.takes[module.id])

    def _respect_editions(self) -> None:
        account = self.problem.account
        had = {*account.editions.items(), *((one.product, one.edition) for one in account.upgrades)}
        for product, editions in self.ties.editions.items():
            taken = [self.editions[product, edition] for edition in sorted(editions)]
            self.cp.add(sum(taken) <= 1).only_enforce_if(self.holds[Fact(Kind.ONE_EDITION, product)])
            for edition in sorted(editions):
                if (product, edition) not in had:
                    held = self.holds[Fact(Kind.EDITION, product)]
                    self.cp.add_implication(held, ~self.editions[product, edition])
        for module in self._new:
            if module.editions:
                within = [self.editions[module.product, edition] for edition in sorted(module.editions)]
                self.cp.add_bool_or(within).only_enforce_if(self.takes[module.id])

    def _reckon(self) -> None:
        """Say what the choice takes, and let modules come after what they need."""
        taken = [(one, self.takes[one.id]) for one in self._new]
        paid: list[tuple[Module | Upgrade, cp_model.IntVar]] = [*taken, *self._upgrades]
        self.cost = _sum((one.cost // self.unit, var) for one, var in paid)
        self.risk = _sum((one.risk_units, var) for one, var in taken)
        self.people_days = _sum((one.people_days, var) for one, var in taken)
        total = sum(one.days for one, _ in paid)
        money = sum(one.cost for one, _ in paid)
        self._total = Figures(total, money, sum(one.risk_units for one, _ in taken))
        self._beside = self.problem.pace is Pace.SIDE_BY_SIDE
        self._ends = {one.id: self.cp.new_int_var(0, total, "") for one in self._new} if self._beside else {}
        self._turns = {one: self.cp.new_int_var(0, len(self.ties.circles), "") for one in self.ties.circles}
        for module in self.problem.modules:
            for need in self.ties.needs[module.id]:
                self._need(module, need)
        if not self._beside:
            self.days: Linear = _sum((one.days, var) for one, var in paid)
            return
        self.days = span = self.cp.new_int_var(0, total, "")
        for upgrade, has in self._upgrades:
            self.cp.add(span >= upgrade.days).only_enforce_if(has)
        for module, var in taken:
            self.cp.add(self._ends[module.id] >= module.days).only_enforce_if(var)
            self.cp.add(span >= self._ends[module.id]).only_enforce_if(var)
            for upgrade, has in self._upgrades:
                if upgrade.product == module.product:
                    later = upgrade.days + module.days
                    self.cp.add(self._ends[module.id] >= later).only_enforce_if([var, has])

    def _need(self, module: Module, need: Collection[str]) -> None:
        """Have one of `need` there if the module is; where the order counts, one that comes before it."""
        takes, in_place = self.takes, self.problem.account.in_place
        circle = self.ties.circles.get(module.id, frozenset())
        ordered = module.id not in in_place and (self._beside or not circle.isdisjoint(need))
        if not ordered:
            self.cp.add_bool_or([takes[one] for one in sorted(need)]).only_enforce_if(takes[module.id])
            return
        links = []
        for one in sorted(need):
            link = takes[module.id] if len(need) == 1 else self.cp.new_bool_var("")
            self.cp.add_implication(link, takes[one])
            links.append(link)
            if one in in_place:
                continue
            if self._beside:
                self.cp.add(self._ends[module.id] >= self._ends[one] + module.days).only_enforce_if(link)
            if one in circle:
                self.cp.add(self._turns[module.id] >= self._turns[one] + 1).only_enforce_if(link)
        self.cp.add_bool_or(links).only_enforce_if(takes[module.id])

    def _keep_limits(self) -> None:
        for kind, limit in limits_of(self.problem).items():
            expression, unit = self.limited[kind]
            self.cp.add(expression <= limit // unit).only_enforce_if(self.holds[Fact(kind)])


def _sum(terms: Iterable[tuple[int, Linear]]) -> Linear:
    pairs = list(terms)
    total: Linear = cp_sat().LinearExpr.weighted_sum(
        [term for _, term in pairs], [weight for weight, _ in pairs]
    )
    return total
