"""Made-up problems, small enough to try everything."""

import random
from collections.abc import Sequence

from proxeny.analytics.options.problem import Account, Line, Module, Needed, Pace, Problem, Upgrade

EDITIONS = ("standard", "extended", "full")


def small_world(seed: int, *, most_modules: int = 8) -> Problem:
    """A problem of few modules. In about half of them the goal cannot be reached; in a third there is much to choose from."""
    dice = random.Random(seed)
    rich = seed % 3 == 0
    names = [f"m{number}" for number in range(most_modules if rich else dice.randint(3, most_modules))]
    capabilities = [f"c{number}" for number in range(2 if rich else dice.randint(2, 5))]
    products = ["P", "Q"][: dice.randint(1, 2)]
    modules = tuple(_module(dice, name, names, capabilities, products) for name in names)
    lines = tuple(Line(name, name, dice.randint(1, 3)) for name in ("north", "south")[: dice.randint(0, 2)])
    needed = tuple(
        Needed(name, name, dice.randint(1, 4), _some(dice, [line.id for line in lines], 0.6))
        for name in dice.sample(capabilities, dice.randint(1, len(capabilities)))
    )
    return Problem(
        needed=needed,
        modules=modules,
        account=_open_account(products) if rich else _account(dice, modules, products),
        lines=lines,
        currency="CNY",
        pace=dice.choice(list(Pace)),
    )


def _module(
    dice: random.Random, name: str, names: Sequence[str], capabilities: Sequence[str], products: Sequence[str]
) -> Module:
    others = [one for one in names if one != name]
    needs = []
    for _ in range(dice.choice([0, 0, 0, 1, 1, 2])):
        pool = others if dice.random() < 0.8 else capabilities
        needs.append(frozenset(dice.sample(pool, min(len(pool), dice.choice([1, 1, 2])))))
    return Module(
        id=name,
        name=name,
        product=dice.choice(products),
        provides=frozenset(dice.sample(capabilities, dice.choice([0, 1, 1, 2, 2]))),
        needs=tuple(needs),
        excludes=_some(dice, others, 0.06),
        excludes_systems=_some(dice, ["old"], 0.1),
        editions=_some(dice, EDITIONS[: dice.randint(1, 3)], 0.5) if dice.random() < 0.5 else frozenset(),
        people=_some(dice, ["it", "finance"], 0.15),
        systems=_some(dice, ["sso"], 0.1),
        days=dice.choice([0, 1, 2, 3, 5, 8, 13]),
        cost=dice.choice([0, 10, 20, 30, 50, 70, 95]),
        risk=dice.choice([0.0, 0.05, 0.15, 0.3]),
        people_days=dice.randint(0, 6),
    )


def _open_account(products: Sequence[str]) -> Account:
    upgrades = tuple(Upgrade(name, "extended", 20, 2) for name in products)
    return Account(
        editions=dict.fromkeys(products, "standard"),
        upgrades=upgrades,
        people=frozenset({"it", "finance"}),
        systems=frozenset({"sso"}),
    )


def _account(dice: random.Random, modules: Sequence[Module], products: Sequence[str]) -> Account:
    names = [one.id for one in modules]
    in_place = _some(dice, names, 0.12)
    editions = {name: dice.choice(EDITIONS) for name in products if dice.random() < 0.8}
    upgrades = tuple(
        Upgrade(name, edition, dice.choice([0, 20, 40]), dice.choice([0, 2, 4]))
        for name in products
        for edition in EDITIONS
        if edition != editions.get(name) and dice.random() < 0.3
    )
    return Account(
        editions=editions,
        upgrades=upgrades,
        budget=dice.choice([None, None, 30, 60, 100, 150]),
        days=dice.choice([None, None, 4, 8, 14, 20]),
        people_days=dice.choice([None, None, 5, 9]),
        people=_some(dice, ["it", "finance"], 0.6),
        systems=_some(dice, ["old", "sso"], 0.5),
        in_place=in_place,
        stay=frozenset(one for one in sorted(in_place) if dice.random() < 0.4),
        never=frozenset(one for one in names if one not in in_place and dice.random() < 0.06),
    )


def _some(dice: random.Random, names: Sequence[str], chance: float) -> frozenset[str]:
    return frozenset(one for one in names if dice.random() < chance)
