"""What can happen to colleagues, teams and the calendar."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    STAFF_ADDED = "staff.added"
    STAFF_LEFT = "staff.left"
    ROLE_GRANTED = "staff.role-granted"
    ROLE_ENDED = "staff.role-ended"
    TEAM_FOUNDED = "team.founded"
    TEAM_JOINED = "team.joined"
    TEAM_LEFT = "team.left"
    TEAM_HEADED = "team.headed"
    CALENDAR_CONFIRMED = "calendar.confirmed"
    CALENDAR_CORRECTED = "calendar.corrected"
    CALENDAR_RESTORED = "calendar.restored"


kinds.register(
    {
        Kind.STAFF_ADDED: N_("%(actor)s added %(name)s"),
        Kind.STAFF_LEFT: N_("%(actor)s recorded that %(name)s has left: %(reason)s"),
        Kind.ROLE_GRANTED: N_("%(actor)s made %(name)s %(role)s"),
        Kind.ROLE_ENDED: N_("%(actor)s ended %(name)s’s part as %(role)s"),
        Kind.TEAM_FOUNDED: N_("%(actor)s founded the team %(name)s"),
        Kind.TEAM_JOINED: N_("%(name)s joined the team %(team)s"),
        Kind.TEAM_LEFT: N_("%(name)s left the team %(team)s"),
        Kind.TEAM_HEADED: N_("%(name)s now heads the team %(team)s"),
        Kind.CALENDAR_CONFIRMED: N_("%(actor)s confirmed the calendar of %(year)s"),
        Kind.CALENDAR_CORRECTED: N_("%(actor)s made %(day)s a %(day_kind)s: %(reason)s"),
        Kind.CALENDAR_RESTORED: N_("%(actor)s took back the correction of %(day)s"),
    }
)
