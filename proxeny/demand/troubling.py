"""How often a defect came again and whom it troubles, as far as the one who asks may know: derived from linked cases."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from proxeny.accounts.models import Account
from proxeny.cases import access as cases
from proxeny.cases.models import Case
from proxeny.core.actors import Actor
from proxeny.demand import access
from proxeny.demand.models import Defect


@dataclass(slots=True)
class Trouble:
    """The cases that show a defect.

    `count` and `affected` are how many cases and customers there are, `cases` those that the reader may see; of the others
    the number is all that is told.
    """

    count: int = 0
    affected: int = 0
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
    """Return for each defect the cases that show it; two queries for any number of defects."""
    found: dict[int, Trouble] = defaultdict(Trouble)
    whose: dict[int, set[int]] = defaultdict(set)
    links = access.links(actor).filter(defect__in=[one.pk for one in defects])
    links = links.filter(case__merged_into=None).select_related("case__account")
    linked = list(links.order_by("-at", "-pk"))
    seen = set(cases.cases(actor).filter(pk__in=[one.case_id for one in linked]).values_list("pk", flat=True))
    for one in linked:
        trouble = found[one.defect_id]
        trouble.count += 1
        whose[one.defect_id].add(one.case.account_id)
        if one.case_id in seen:
            trouble.cases.append(one.case)
    for number, accounts in whose.items():
        found[number].affected = len(accounts)
    return found
