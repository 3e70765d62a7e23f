"""How much a request weighs: how many customers ask for it, and what they bring in a year, each currency for itself."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from proxeny.accounts.models import Account
from proxeny.accounts.worth import contracted
from proxeny.core.money import Money


@dataclass(frozen=True, slots=True)
class Weight:
    """Customers and what they bring in a year: `sums` has one amount for each currency, the largest group first.

    `unpriced` is how many of them have no running contract: their amount is not known, not nought.
    """

    count: int = 0
    sums: tuple[Money, ...] = ()
    unpriced: int = 0
    accounts: tuple[Account, ...] = field(default=(), compare=False)

    @property
    def written(self) -> str:
        """The sums as a file has them: 124000.00 CNY."""
        return " ".join(f"{one.amount:f} {one.currency}" for one in self.sums)


def weights(groups: Mapping[int, Iterable[Account]], on: date) -> dict[int, Weight]:
    """Return the weight of the customers in each group, each counted once; one question for all groups together."""
    sets = {key: {one.pk: one for one in accounts} for key, accounts in groups.items()}
    everybody = {number: one for accounts in sets.values() for number, one in accounts.items()}
    worth = contracted(everybody.values(), on) if everybody else {}
    return {key: weigh(accounts.values(), worth) for key, accounts in sets.items()}


def weigh(accounts: Iterable[Account], worth: Mapping[int, Money]) -> Weight:
    """Return the weight of different customers, of whom `worth` says what each brings in a year."""
    customers = sorted(accounts, key=lambda one: one.pk)
    amounts: dict[str, list[Money]] = defaultdict(list)
    for one in customers:
        if one.pk in worth:
            amounts[worth[one.pk].currency].append(worth[one.pk])
    largest = sorted(amounts.items(), key=lambda item: (-len(item[1]), item[0]))
    sums = tuple(sum(found[1:], start=found[0]) for _currency, found in largest)
    priced = sum(len(found) for found in amounts.values())
    return Weight(len(customers), sums, len(customers) - priced, tuple(customers))
