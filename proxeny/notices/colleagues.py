"""Telling colleagues what became of themselves: roles and teams. What happened comes from `identity` by the outbox."""

from datetime import timedelta

from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.models import RoleGrant, Staff
from proxeny.identity.roles import Role
from proxeny.notices import kinds, settling
from proxeny.notices.kinds import NoticeKind
from proxeny.notices.telling import tell

ROLE, TEAM = "staff.role", "staff.team"
CAME_WITH_IT = timedelta(minutes=1)

kinds.register(
    NoticeKind(
        ROLE,
        N_("Your roles"),
        N_("You are given a role or one ends: what you can see and do changes with it."),
        kinds.of_oneself,
    ),
    NoticeKind(
        TEAM,
        N_("Your teams"),
        N_("You are taken into a team, leave one, or head one."),
        kinds.of_oneself,
    ),
)
_ROLES = {
    True: N_("%(who)s made you %(role)s. You see more from now on."),
    False: N_("%(who)s ended your part as %(role)s. What it opened is closed now."),
}
_TEAMS = {
    "joined": N_("%(who)s took you into the team %(team)s."),
    "left": N_("%(who)s ended your part in the team %(team)s."),
    "heads": N_("%(who)s made you the head of the team %(team)s."),
}
YOURS = Sentence(N_("because it is about you"))


def role_changed(said: dict[str, object]) -> None:
    """Tell of a role given or ended; one who is new is not told of those they came with."""
    person = Staff.objects.get(pk=str(said["staff"]))
    if not said["is_held"]:
        settling.withdraw_unseen(person)
    if said["is_held"] and _came_with_it(person, str(said["role"])):
        return
    label = {"pattern": ROLE_WORDS[Role(str(said["role"]))], "values": {}}
    text = Sentence(_ROLES[bool(said["is_held"])], {"who": _who(said), "role": label})
    _tell(person, ROLE, text, said)


def team_changed(said: dict[str, object]) -> None:
    """Tell of a team joined, left or headed."""
    text = Sentence(_TEAMS[str(said["what"])], {"who": _who(said), "team": said["team"]})
    _tell(Staff.objects.get(pk=str(said["staff"])), TEAM, text, said)


def _who(said: dict[str, object]) -> object:
    """The colleague's name; what the program does by itself was asked for where it is administered."""
    return said["by_name"] if str(said["by"]).startswith("staff:") else {"pattern": N_("The administrator")}


def _tell(person: Staff, kind: str, text: Sentence, said: dict[str, object]) -> None:
    if person.reference != said["by"]:
        about = Reference.parse(person.reference)
        tell([person], kind=kind, about=about, text=text, reason=YOURS, key=f"entry:{said['entry']}")


def _came_with_it(person: Staff, role: str) -> bool:
    newest = RoleGrant.objects.filter(staff=person, role=role).order_by("-granted_at").first()
    return newest is not None and newest.granted_at - person.added_at < CAME_WITH_IT


ROLE_WORDS = {
    Role.SPOKESPERSON: N_("Spokesperson"),
    Role.LEAD: N_("Lead"),
    Role.OWNER: N_("Owner"),
    Role.PRODUCT: N_("Product"),
    Role.ENGINEER: N_("Engineer"),
    Role.SALES: N_("Sales"),
    Role.AUDITOR: N_("Auditor"),
}
