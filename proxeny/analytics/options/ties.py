"""What modules are to each other, worked out once: who provides, what each need can be met by, who excludes whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from proxeny.analytics.options.problem import Module, Problem

Names = frozenset[str]


@dataclass(frozen=True)
class Ties:
    """The ties of a problem's modules, all by the modules' ids.

    What is in place works as it is: of its needs only those count that what is in place meets, and what is in place does
    not exclude each other. `editions` are, for each product, all editions that its modules name or the customer can have.
    `circles` are modules that may come to need each other in a round: of them, none can be the first.
    """

    by_id: Mapping[str, Module]
    providers: Mapping[str, Names]
    needs: Mapping[str, tuple[Names, ...]]
    exclusions: frozenset[tuple[str, str]]
    blocked: frozenset[tuple[str, str]]
    editions: Mapping[str, Names]
    circles: Mapping[str, Names]

    def cone(self, capabilities: Iterable[str], in_place: Names = frozenset()) -> Names:
        """Return the modules that can have to do with these capabilities: what provides them and what that may need.

        What is in place may need others, too, when some of it is given up.
        """
        providing = [module for one in capabilities for module in self.providers.get(one, ())]
        return _reached([*providing, *in_place], self.needs)

    def attainable(self, in_place: Names) -> Names:
        """Return the modules that could be had if nothing but the needs counted, each after what it needs."""
        had = set(in_place)
        while True:
            more = {
                one
                for one, needs in self.needs.items()
                if one not in had and all(choice & had for choice in needs)
            }
            if not more:
                return frozenset(had)
            had |= more


def ties_of(problem: Problem) -> Ties:
    """Work out the ties of a problem's modules."""
    by_id = {module.id: module for module in problem.modules}
    providers: dict[str, set[str]] = {}
    for module in problem.modules:
        for capability in module.provides:
            providers.setdefault(capability, set()).add(module.id)
    in_place = problem.account.in_place
    needs = {one.id: _choices(one, by_id, providers) for one in problem.modules}
    for name in in_place:
        needs[name] = tuple(choice for choice in needs[name] if choice & in_place)
    return Ties(
        by_id=by_id,
        providers={one: frozenset(some) for one, some in providers.items()},
        needs=needs,
        exclusions=_exclusions(problem),
        blocked=_blocked(problem),
        editions=_editions(problem),
        circles=_circles(needs, in_place),
    )


def _choices(
    module: Module, by_id: Mapping[str, Module], providers: Mapping[str, set[str]]
) -> tuple[Names, ...]:
    """What each need can be met by; one that the module meets itself is none."""
    found = []
    for need in module.needs:
        meets = {one for one in need if one in by_id}.union(*(providers.get(one, ()) for one in need))
        if module.id not in meets:
            found.append(frozenset(meets))
    return tuple(found)


def _exclusions(problem: Problem) -> frozenset[tuple[str, str]]:
    in_place = problem.account.in_place
    pairs = {
        (min(module.id, other), max(module.id, other))
        for module in problem.modules
        for other in module.excludes
    }
    return frozenset(pair for pair in pairs if not in_place.issuperset(pair))


def _blocked(problem: Problem) -> frozenset[tuple[str, str]]:
    account = problem.account
    return frozenset(
        (module.id, system)
        for module in problem.modules
        if module.id not in account.in_place
        for system in module.excludes_systems & account.systems
    )


def _editions(problem: Problem) -> dict[str, Names]:
    """The editions of the products that have a module, not in place, which does not come in all of them."""
    account, found = problem.account, dict[str, set[str]]()
    for module in problem.modules:
        if module.editions and module.id not in account.in_place:
            found.setdefault(module.product, set()).update(module.editions)
    for upgrade in account.upgrades:
        if upgrade.product in found:
            found[upgrade.product].add(upgrade.edition)
    for product, edition in account.editions.items():
        if product in found:
            found[product].add(edition)
    return {product: frozenset(editions) for product, editions in found.items()}


def _circles(needs: Mapping[str, tuple[Names, ...]], in_place: Names) -> dict[str, Names]:
    """For each module that may be in a round, all those that may be in one with it."""
    open_needs = {one: choices for one, choices in needs.items() if one not in in_place}
    # Peel off what needs nothing that is left, then whatever is left and not needed: rounds remain, and ways between them.
    left = {one: frozenset[str]().union(*choices) - in_place for one, choices in open_needs.items()}
    while loose := [one for one, after in left.items() if not after & left.keys()]:
        for one in loose:
            del left[one]
    round_needs = {one: (after.intersection(left),) for one, after in left.items()}
    reach = {one: _reached(round_needs[one][0], round_needs) for one in left}
    return {
        one: frozenset(other for other in reach[one] if one in reach[other])
        for one in left
        if one in reach[one]
    }


def _reached(start: Iterable[str], needs: Mapping[str, tuple[Names, ...]]) -> Names:
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(other for choice in needs.get(one, ()) for other in choice)
    return frozenset(found)
