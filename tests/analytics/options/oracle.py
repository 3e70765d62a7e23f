"""Options by trying everything: another reading of docs/options.md, without a solver and without the code under test."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, product

from proxeny.analytics.options.problem import Module, Pace, Problem, Upgrade

Fact = tuple[str, str, str]
FIXED = {"exclusion", "blocked", "one_edition"}
LIMITS = {"budget": 1, "date": 0, "people_days": 3}
Triple = tuple[int, int, int]


@dataclass(frozen=True)
class Row:
    """Something that could be chosen: what it provides, takes (days, cost, risk, person-days), and goes against."""

    modules: frozenset[str]
    covers: frozenset[str]
    takes: tuple[int, int, int, int]
    against: frozenset[Fact]


class Oracle:
    """All that could be chosen in a problem of a few modules."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.modules = {one.id: one for one in problem.modules}
        self.wanted = frozenset(one.id for one in problem.needed)
        self.in_place = problem.account.in_place

    @cached_property
    def rows(self) -> list[Row]:
        """Everything that can be adopted in some order, with every edition it could be had in."""
        found = []
        for chosen in subsets(self.modules):
            modules = frozenset(chosen)
            rows = (self._row(modules, editions) for editions in self._editions(modules))
            found += [row for row in rows if row]
        return found

    def having(self, held: Collection[Fact], wanted: Collection[str]) -> list[Row]:
        """What goes against none of these facts and covers these capabilities."""
        names, facts = frozenset(wanted), frozenset(held)
        return [row for row in self.rows if not row.against & facts and names <= row.covers]

    def within(self, given: Collection[Fact]) -> Iterator[Row]:
        """What goes against nothing else."""
        return (row for row in self.rows if row.against <= frozenset(given))

    def front(self) -> set[Triple]:
        """The figures of what covers everything, goes against nothing, and is not beaten."""
        found = {row.takes[:3] for row in self.within(()) if row.covers >= self.wanted}
        return {one for one in found if not any(_beats(other, one) for other in found)}

    def missing(self, row: Row) -> int:
        """The weight of what a row leaves out."""
        return sum(one.weight for one in self.problem.needed if one.id not in row.covers)

    def smallest_changes(self) -> tuple[int, list[frozenset[Fact]]]:
        """The least weight that must be left out whatever changes, and the sets of changes for it of which no part will do."""
        able = [row for row in self.rows if not any(kind in FIXED for kind, _, _ in row.against)]
        reach = min(map(self.missing, able))
        sets = {row.against for row in able if self.missing(row) == reach}
        return reach, sorted((one for one in sets if not any(other < one for other in sets)), key=len)

    def clashing_sets(self) -> set[frozenset[Fact]]:
        """The smallest sets of facts that, held together, leave no way to what any facts could ever allow."""
        attainable = frozenset[str]().union(*(row.covers for row in self.rows))
        ways = {row.against for row in self.rows if row.covers >= attainable}
        found: set[frozenset[Fact]] = {frozenset()}
        for way in (one for one in ways if not any(other < one for other in ways)):
            grown = {one if one & way else one | {fact} for one in found for fact in way}
            found = {one for one in grown if not any(other < one for other in grown)}
        return found - {frozenset()}

    def _row(self, modules: frozenset[str], editions: dict[str, frozenset[str]]) -> Row | None:
        upgrades = [
            one
            for one in self.problem.account.upgrades
            if one.edition in editions.get(one.product, ()) and one.edition != self._had(one.product)
        ]
        days = self._days(modules, upgrades)
        if days is None:
            return None
        new = [self.modules[one] for one in modules - self.in_place]
        paid: list[Module | Upgrade] = [*new, *upgrades]
        takes = (
            days,
            sum(one.cost for one in paid),
            sum(one.risk_units for one in new),
            sum(one.people_days for one in new),
        )
        covers = frozenset(one for name in modules for one in self.modules[name].provides) & self.wanted
        against = {*self._over(takes), *self._clashing(modules), *self._lacking(new), *self._unhad(editions)}
        return Row(modules, covers, takes, frozenset(against))

    def _had(self, product: str) -> str:
        return self.problem.account.editions.get(product, "")

    def _editions(self, modules: frozenset[str]) -> Iterator[dict[str, frozenset[str]]]:
        """Every way to have the editions that the new modules ask for; products they ask nothing of stay as they are."""
        bound: dict[str, list[Module]] = {}
        for one in self.problem.modules:
            if one.id in modules - self.in_place and one.editions:
                bound.setdefault(one.product, []).append(one)
        choices = []
        for name, asking in bound.items():
            known = {edition for one in asking for edition in one.editions} | {self._had(name)} - {""}
            known |= {one.edition for one in self.problem.account.upgrades if one.product == name}
            sets = [frozenset(some) for some in subsets(known) if some]
            choices.append([(name, some) for some in sets if all(one.editions & some for one in asking)])
        for pairs in product(*choices):
            yield dict(pairs)

    def _days(self, modules: frozenset[str], upgrades: list[Upgrade]) -> int | None:
        """When all is in use; None where no order will do. Ends are lowered from never, as long as any can be."""
        waits: dict[str, int] = {}
        for upgrade in upgrades:
            waits[upgrade.product] = max(waits.get(upgrade.product, 0), upgrade.days)
        never = float("inf")
        ends = {one: 0 if one in self.in_place else never for one in modules}
        for _ in modules:
            for one in modules - self.in_place:
                ready = [
                    min((ends[name] for name in some), default=never) for some in self._met(one, modules)
                ]
                module = self.modules[one]
                ends[one] = min(ends[one], max([waits.get(module.product, 0), *ready]) + module.days)
        if never in ends.values() or not all(all(self._met(one, modules)) for one in self.in_place & modules):
            return None
        if self.problem.pace is Pace.SIDE_BY_SIDE:
            return int(max([0, *ends.values(), *(one.days for one in upgrades)]))
        return sum(self.modules[one].days for one in modules - self.in_place) + sum(
            one.days for one in upgrades
        )

    def _met(self, one: str, modules: frozenset[str]) -> list[set[str]]:
        """For each need that counts, the chosen modules that meet it."""
        found = []
        for need in self.modules[one].needs:
            meets = {name for name, other in self.modules.items() if name in need or other.provides & need}
            counts = bool(meets & self.in_place) if one in self.in_place else one not in meets
            if counts and one not in meets:
                found.append(meets & modules)
        return found

    def _over(self, takes: tuple[int, int, int, int]) -> Iterator[Fact]:
        account = self.problem.account
        limits = {"budget": account.budget, "date": account.days, "people_days": account.people_days}
        for kind, limit in limits.items():
            if limit is not None and takes[LIMITS[kind]] > limit:
                yield kind, "", ""

    def _clashing(self, modules: frozenset[str]) -> Iterator[Fact]:
        for one, other in combinations(sorted(modules), 2):
            if {one, other} <= self.in_place:
                continue
            if other in self.modules[one].excludes or one in self.modules[other].excludes:
                yield "exclusion", one, other
        yield from (("stay", one, "") for one in self.problem.account.stay - modules)

    def _lacking(self, new: Iterable[Module]) -> Iterator[Fact]:
        account = self.problem.account
        for one in new:
            yield from (("blocked", one.id, system) for system in one.excludes_systems & account.systems)
            yield from (("system", system, "") for system in one.systems - account.systems)
            yield from (("person", role, "") for role in one.people - account.people)
            if one.id in account.never:
                yield "never", one.id, ""

    def _unhad(self, editions: dict[str, frozenset[str]]) -> Iterator[Fact]:
        for name, some in editions.items():
            offered = {one.edition for one in self.problem.account.upgrades if one.product == name}
            if not some <= offered | {self._had(name)}:
                yield "edition", name, ""
            if len(some) > 1:
                yield "one_edition", name, ""


def subsets(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Every choice of some of the names, the smallest first."""
    every = sorted(names)
    return chain.from_iterable(combinations(every, size) for size in range(len(every) + 1))


def _beats(one: Triple, other: Triple) -> bool:
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))
