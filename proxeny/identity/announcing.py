"""What became of colleagues, announced for those who have something to do about it.

The events are kept in the transaction of the change. `by` and `by_name` say who did it, `entry` is the line of the ledger
that holds it: the same event delivered twice has the same number.
"""

from dataclasses import dataclass

from proxeny.core import outbox
from proxeny.core.actors import Actor
from proxeny.core.outbox import Event
from proxeny.identity.models import Staff, Team


@dataclass(frozen=True)
class RoleChanged(Event):
    """A colleague was given a role, or it ended."""

    staff: int
    role: str
    is_held: bool
    by: str
    by_name: str
    entry: int


@dataclass(frozen=True)
class TeamChanged(Event):
    """A colleague joined a team, left it, or heads it now (`joined`, `left`, `heads`)."""

    staff: int
    team: str
    what: str
    by: str
    by_name: str
    entry: int


@dataclass(frozen=True)
class StaffLeft(Event):
    """A colleague has left."""

    staff: int
    name: str
    by: str
    by_name: str
    entry: int


def role_changed(staff: Staff, role: str, *, is_held: bool, by: Actor, entry: int) -> None:
    """Announce that `staff` holds the role from now on, or no longer."""
    outbox.publish(RoleChanged(staff.pk, str(role), is_held, by.reference, by.name, entry))


def team_changed(team: Team, staff: Staff, what: str, *, by: Actor, entry: int) -> None:
    """Announce what became of `staff` in the team."""
    outbox.publish(TeamChanged(staff.pk, team.name, what, by.reference, by.name, entry))


def staff_left(staff: Staff, *, by: Actor, entry: int) -> None:
    """Announce that `staff` has left."""
    outbox.publish(StaffLeft(staff.pk, staff.name, by.reference, by.name, entry))
