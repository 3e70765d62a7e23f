"""What a choice takes, and which facts it goes against: plain arithmetic, by which every answer of the solver is checked."""

from collections.abc import Iterable, Iterator

from proxeny.analytics.options.facts import Fact, Kind, limits_of
from proxeny.analytics.options.problem import Choice, Figures, Module, Pace, Problem, Upgrade
from proxeny.analytics.options.ties import Ties


class Unordered(ValueError):  # noqa: N818  (a finding about the choice)
    """The modules cannot be adopted in any order: one needs what is not there, or they need each other in a round."""


def new_modules(problem: Problem, ties: Ties, choice: Choice) -> list[Module]:
    """Return the modules that are to be adopted."""
    return [ties.by_id[one] for one in sorted(choice.modules - problem.account.in_place)]


def figures_of(problem: Problem, ties: Ties, choice: Choice) -> Figures:
    """Return what a choice takes. Raises Unordered where its modules cannot be adopted in any order."""
    new = new_modules(problem, ties, choice)
    upgrades = [one for one in problem.account.upgrades if (one.product, one.edition) in choice.upgrades]
    ends = _ends(problem, ties, choice, {one.product: one.days for one in upgrades})
    paid: list[Module | Upgrade] = [*new, *upgrades]
    if problem.pace is Pace.SIDE_BY_SIDE:
        days = max([0, *ends.values(), *(one.days for one in upgrades)])
    else:
        days = sum(one.days for one in paid)
    return Figures(
        days=days,
        cost=sum(one.cost for one in paid),
        risk=sum(one.risk_units for one in new),
        people_days=sum(one.people_days for one in new),
    )


def measured(figures: Figures, kind: Kind) -> int:
    """Return what a kind of limit holds down."""
    held_down = {Kind.BUDGET: figures.cost, Kind.DATE: figures.days, Kind.PEOPLE_DAYS: figures.people_days}
    return held_down[kind]


def covered(problem: Problem, ties: Ties, choice: Choice) -> frozenset[str]:
    """Return the needed capabilities that a choice provides."""
    return frozenset(
        one.id for one in problem.needed if ties.providers.get(one.id, frozenset()) & choice.modules
    )


def broken(problem: Problem, ties: Ties, choice: Choice) -> frozenset[Fact]:
    """Return the facts that a choice goes against. Raises Unordered as `figures_of` does."""
    return frozenset(
        (*_over_limits(problem, ties, choice), *_against_modules(problem, ties, choice),
         *_against_editions(problem, ties, choice))
    )  # fmt: skip


def _ends(problem: Problem, ties: Ties, choice: Choice, upgrade_days: dict[str, int]) -> dict[str, int]:
    """When each module is in use if each begins as soon as it can; what is in place is from the start."""
    in_place = problem.account.in_place & choice.modules
    ends = dict.fromkeys(in_place, 0)
    for one in in_place:
        if not all(need & choice.modules for need in ties.needs[one]):
            raise Unordered(one)
    waiting = set(choice.modules - in_place)
    while waiting:
        # The next to end among those that can begin: what ends later cannot let another one end before it.
        able = {
            one: _begin(ties, one, ends, upgrade_days) + ties.by_id[one].days
            for one in sorted(waiting)
            if all(need & ends.keys() for need in ties.needs[one])
        }
        if not able:
            raise Unordered(", ".join(sorted(waiting)))
        soonest = min(able, key=lambda one: able[one])
        ends[soonest] = able[soonest]
        waiting.remove(soonest)
    return ends


def _begin(ties: Ties, module: str, ends: dict[str, int], upgrade_days: dict[str, int]) -> int:
    ready = [min(ends[one] for one in need if one in ends) for need in ties.needs[module]]
    return max([upgrade_days.get(ties.by_id[module].product, 0), *ready])


def _over_limits(problem: Problem, ties: Ties, choice: Choice) -> Iterator[Fact]:
    figures = figures_of(problem, ties, choice)
    for kind, limit in limits_of(problem).items():
        if measured(figures, kind) > limit:
            yield Fact(kind)


def _against_modules(problem: Problem, ties: Ties, choice: Choice) -> Iterator[Fact]:
    account = problem.account
    yield from (Fact(Kind.STAY, one) for one in (account.stay & account.in_place) - choice.modules)
    yield from (Fact(Kind.EXCLUSION, *pair) for pair in ties.exclusions if choice.modules.issuperset(pair))
    yield from (Fact(Kind.BLOCKED, *pair) for pair in ties.blocked if pair[0] in choice.modules)
    for module in new_modules(problem, ties, choice):
        if module.id in account.never:
            yield Fact(Kind.NEVER, module.id)
        yield from (Fact(Kind.SYSTEM, one) for one in module.systems - account.systems)
        yield from (Fact(Kind.PERSON, one) for one in module.people - account.people)


def _against_editions(problem: Problem, ties: Ties, choice: Choice) -> Iterator[Fact]:
    account = problem.account
    offered = {(one.product, one.edition) for one in account.upgrades}
    for product in ties.editions:
        taken = {edition for of, edition in choice.upgrades if of == product}
        if any((product, edition) not in offered for edition in taken):
            yield Fact(Kind.EDITION, product)
        have = taken or {account.editions.get(product, "")}
        if len(taken) > 1 or any(not _comes_in(one, have) for one in _of(problem, ties, choice, product)):
            yield Fact(Kind.ONE_EDITION if len(taken) > 1 else Kind.EDITION, product)


def _of(problem: Problem, ties: Ties, choice: Choice, product: str) -> Iterable[Module]:
    return (one for one in new_modules(problem, ties, choice) if one.product == product)


def _comes_in(module: Module, editions: Iterable[str]) -> bool:
    return not module.editions or bool(module.editions & frozenset(editions))
