"""What an admission opens (docs/access.md, “By exception”): the one place where loaders ask about it.

An actor carries where they are let in only while they look under an admission; for everybody else these answer without
a question to the database. It opens nothing but the separate channel, and for looking only.
"""

from dataclasses import replace

from proxeny.core import clock
from proxeny.core.actors import Actor, Admitted
from proxeny.identity.models import Admission
from proxeny.identity.roles import Area, Reach, right


def accounts_of(actor: Actor) -> frozenset[int]:
    """Return the customers into whose whole channel the actor is let in."""
    return frozenset(one.account for one in actor.admitted if not one.case)


def admits(actor: Actor, account: int, case: int) -> bool:
    """Tell whether the actor is let into what was told in the case of that number of that customer."""
    return bool(actor.admitted) and not actor.admitted.isdisjoint(
        {Admitted(account), Admitted(account, case)}
    )


def may_ask(actor: Actor) -> bool:
    """Tell whether the actor may ask to be let in: who reads the inside of all customers, and not the separate channel."""
    reads_all = right(actor, Area.INSIDE).read is Reach.ALL
    return actor.staff_id is not None and reads_all and right(actor, Area.CONFIDENTIAL).read is not Reach.ALL


def may_decide(actor: Actor) -> bool:
    """Tell whether the actor may be the second person: who reads the separate channel of all customers."""
    return actor.staff_id is not None and right(actor, Area.CONFIDENTIAL).read is Reach.ALL


def is_live(admission: Admission) -> bool:
    """Tell whether it was granted, nobody has ended it, and its hours are not over by the machine's own clock."""
    until = admission.until
    return until is not None and admission.ended_at is None and until > clock.machine_now()


def under(actor: Actor, admission: Admission) -> Actor | None:
    """Return the actor as they look under their own admission; None where it is not theirs, not live, or they lost the role."""
    if admission.asked_by_id != actor.staff_id or not is_live(admission) or not may_ask(actor):
        return None
    return replace(actor, admitted=frozenset({Admitted(admission.account, admission.case)}))
