"""How often a defect came again, whom it troubles and who waits, as far as the one who asks may know: from linked cases."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from proxeny.accounts.models import Account
from proxeny.cases import access as cases
from proxeny.cases.models import Case
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import access
from proxeny.demand.models import Defect
from proxeny.demand.weighing import Weight, weights


@dataclass(slots=True)
class Trouble:
    """The cases that show a defect.

    `count` and `affected` are how many cases and customers there are, `waiting` the customers whose case is not solved, with
    what they bring in a year; `came_back` is how many cases came after it was last fixed. `cases` are those that the reader
    may see; of the others the numbers are all that is told.
    """

    count: int = 0
    affected: int = 0
    came_back: int = 0
    waiting: Weight = field(default_factory=Weight)
    cases: list[Case] = field(default_factory=list)

    @property
    def accounts(self) -> list[Account]:
        """The customers that the reader may see, each once."""
        return list({case.account_id: case.account for case in self.cases}.values())

    @property
    def elsewhere(self) -> int:
        """How many cases there are that the reader may not see."""
        return self.count - len(self.cases)

    @property
    def repeats(self) -> int:
        """How often it came again after the first time."""
        return max(0, self.count - 1)


def of(defects: Iterable[Defect], actor: Actor) -> dict[int, Trouble]:
    """Return for each defect the cases that show it; three queries for any number of defects."""
    rows = {one.pk: one for one in defects}
    found: dict[int, Trouble] = defaultdict(Trouble)
    whose: dict[int, set[int]] = defaultdict(set)
    waits: dict[int, list[Account]] = defaultdict(list)
    links = access.links(actor).filter(defect__in=list(rows))
    links = links.filter(case__merged_into=None).select_related("case__account")
    linked = list(links.order_by("-at", "-pk"))
    seen = set(cases.cases(actor).filter(pk__in=[one.case_id for one in linked]).values_list("pk", flat=True))
    for one in linked:
        trouble, fixed_at = found[one.defect_id], rows[one.defect_id].fixed_at
        trouble.count += 1
        trouble.came_back += fixed_at is not None and one.case.opened_at > fixed_at
        whose[one.defect_id].add(one.case.account_id)
        if one.case.solved_at is None and one.case.closed_at is None:
            waits[one.defect_id].append(one.case.account)
        if one.case_id in seen:
            trouble.cases.append(one.case)
    for number, weight in weights(waits, clock.today()).items():
        found[number].waiting = weight
    for number, accounts in whose.items():
        found[number].affected = len(accounts)
    return found
