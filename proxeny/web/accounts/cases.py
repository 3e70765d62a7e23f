"""The cases of a customer, on its page: those that are open first, in the order of the queue."""

from collections.abc import Sequence
from dataclasses import dataclass

from proxeny.accounts.models import Account
from proxeny.cases import access
from proxeny.cases.models import Case
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.roles import Area, may
from proxeny.web.cases.queue.rows import RELATED, SHOWN, Row, dress
from proxeny.web.lists.reader import Reader

MOST = 8


@dataclass(frozen=True, slots=True)
class Cases:
    """The first few, whether there are more, and whether the reader may open one."""

    rows: Sequence[Row]
    has_more: bool
    may_open: bool


def cases_of(account: Account, actor: Actor) -> Cases:
    """Return the cases of the customer that the actor may see; one query."""
    found: list[Case] = list(
        access.cases(actor)
        .filter(account=account, merged_into=None)
        .select_related(*RELATED)
        .only(*SHOWN)
        .order_by("place", "pk")[: MOST + 1]
    )
    return Cases(
        rows=dress(found[:MOST], Reader(actor, clock.today())),
        has_more=len(found) > MOST,
        may_open=may(actor, Area.INSIDE, write=True),
    )
