"""Being there: who has the same thing before them, and who is writing.

None of it is evidence: a row a person and thing, overwritten by each sign of life and swept away afterwards. Who may know
of whom is decided by the caller, who has loaded the thing for the actor. Times are the machine's: somebody who looks at
another day as if it were today is there all the same.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.queue import task
from proxeny.core.references import Reference
from proxeny.desk.models import Presence

State = Presence.State
SEEN_FOR = timedelta(seconds=60)
EDITING_FOR = timedelta(seconds=45)
AWAY_FOR = timedelta(minutes=10)
KEPT_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Somebody:
    """Another person who is there, and what they are doing."""

    number: int
    name: str
    state: Presence.State

    @property
    def is_editing(self) -> bool:
        """Tell whether they are writing."""
        return self.state == State.EDITING

    @property
    def is_away(self) -> bool:
        """Tell whether they have left it open and turned to something else."""
        return self.state == State.AWAY


def here(actor: Actor, about: Reference, state: Presence.State = State.SEEN) -> None:
    """Note that the actor is there now, doing that. One row a person: several windows of theirs count once."""
    if actor.staff_id is None:
        raise ValueError("only a colleague can be there")
    sign = Presence(staff_id=actor.staff_id, about=str(about), state=state, seen_at=clock.machine_now())
    Presence.objects.bulk_create(
        [sign], update_conflicts=True, unique_fields=["staff", "about"], update_fields=["state", "seen_at"]
    )


def gone(actor: Actor, about: Reference) -> None:
    """Note that the actor has closed it. Twice is the same as once."""
    Presence.objects.filter(staff=actor.staff_id or 0, about=str(about)).delete()


def others(actor: Actor, about: Reference) -> list[Somebody]:
    """Return who else is there, those who write first.

    Seen within a minute counts as there, a sign of writing holds for 45 seconds; whoever gave no sign for longer, or
    said so, is away, and after ten minutes not there at all.
    """
    now = clock.machine_now()
    signs = Presence.objects.filter(about=str(about), seen_at__gt=now - AWAY_FOR, staff__is_active=True)
    found = [
        Somebody(sign.staff_id, sign.staff.name, _state(sign, now))
        for sign in signs.exclude(staff=actor.staff_id or 0).select_related("staff")
    ]
    order = [State.EDITING, State.SEEN, State.AWAY]
    return sorted(found, key=lambda one: (order.index(one.state), one.name, one.number))


def version(people: Iterable[Somebody]) -> str:
    """Return a short name for who is there and what they do: the same as long as nothing changes."""
    said = ",".join(f"{one.number}:{one.state}:{one.name}" for one in people)
    return hashlib.sha256(said.encode()).hexdigest()[:12]


@task(priority=-50)
def sweep_presence() -> int:
    """Delete signs of life older than an hour; return how many."""
    deleted, _ = Presence.objects.filter(seen_at__lt=clock.machine_now() - KEPT_FOR).delete()
    return deleted


def _state(sign: Presence, now: datetime) -> Presence.State:
    age = now - sign.seen_at
    if sign.state == State.AWAY or age > SEEN_FOR:
        return State.AWAY
    return State.EDITING if sign.state == State.EDITING and age <= EDITING_FOR else State.SEEN
