"""In the documents of how many customers each clause stands."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from proxeny.analytics.arrays import Floats, Ints
from proxeny.analytics.boilerplate.clauses import Clause


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Each clause of all documents by its number, and the numbers of the customers whose documents hold it, each once."""

    numbers: dict[str, int]
    customers: list[Ints]
    of_all: int

    def spread(self, clause: Clause) -> int:
        """Return in the documents of how many customers a clause stands; it must be one of these documents."""
        return len(self.customers[self.numbers[clause.key]])

    def shared_with(self, shared: Sequence[Clause]) -> Floats:
        """Return how much of these clauses, by size, stands in the documents of each customer, [customers]."""
        found = [self.customers[self.numbers[clause.key]] for clause in shared]
        if not found:
            return np.zeros(self.of_all)
        sizes = np.repeat([float(clause.size) for clause in shared], [len(one) for one in found])
        return np.asarray(np.bincount(np.concatenate(found), sizes, minlength=self.of_all), dtype=np.float64)


def frequencies(documents: Sequence[Sequence[Clause]], owners: Ints) -> Frequencies:
    """Count the clauses of documents; `owners` [documents] are the customers' numbers, from 0 on."""
    numbers: dict[str, int] = {}
    clause_of: list[int] = []
    owner_of: list[int] = []
    for owner, own in zip(owners.tolist(), documents, strict=True):
        for clause in own:
            clause_of.append(numbers.setdefault(clause.key, len(numbers)))
            owner_of.append(owner)
    of_all = int(owners.max()) + 1 if len(owners) else 0
    pairs = np.unique(
        np.array(clause_of, dtype=np.int64) * max(1, of_all) + np.array(owner_of, dtype=np.int64)
    )
    which, customers = np.divmod(pairs, max(1, of_all))
    ends = np.cumsum(np.bincount(which, minlength=len(numbers)))[:-1]
    return Frequencies(numbers, np.split(customers, ends) if numbers else [], of_all)
