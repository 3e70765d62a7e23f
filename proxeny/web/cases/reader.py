"""One case and who looks at it."""

from dataclasses import dataclass
from functools import cached_property

from proxeny.cases import access
from proxeny.cases.models import Case
from proxeny.core.actors import Actor
from proxeny.web.cases.rows import Rows


@dataclass(frozen=True)
class Reader:
    """Who looks at which case: `inside` opens what after-sales says among itself, `may_write` the verbs.

    `rows` loads what belongs to the case, each sort once for the whole page.
    """

    actor: Actor
    case: Case
    inside: bool
    may_write: bool

    @cached_property
    def rows(self) -> Rows:
        """The rows beside the case, as they are when first looked at."""
        return Rows(self.case)


def reader_of(actor: Actor, number: int, *, write: bool = False) -> Reader:
    """Return the case of that number for this reader, or raise NotFound."""
    case = access.case_for(actor, number, write=write)
    return Reader(actor, case, access.sees_inside(actor, case), access.may_write(actor, case))
