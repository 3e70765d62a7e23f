"""Teams: founding them, joining and leaving, and who heads them."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock, references
from proxeny.core.actors import Actor
from proxeny.identity import announcing
from proxeny.identity.events import Kind
from proxeny.identity.models import Staff, Team, TeamMembership
from proxeny.ledger import appending


def found(name: str, *, by: Actor) -> Team:
    """Found a team. Raises ValidationError when the name is empty or taken, whatever its case."""
    name = " ".join(name.split())
    with transaction.atomic():
        if not name:
            raise ValidationError(_("The team needs a name."))
        if Team.objects.filter(name__iexact=name).exists():
            raise ValidationError(_("There is a team of that name already."))
        team = Team.objects.create(name=name, founded_at=clock.now())
        appending.append(Kind.TEAM_FOUNDED, about=[references.to("team", team.pk)], by=by, name=name)
    return team


def join(team: Team, staff: Staff, *, by: Actor) -> TeamMembership:
    """Take `staff` into the team; again changes nothing. Raises ValidationError for one who has left."""
    if not staff.is_active:
        raise ValidationError(_("%(name)s has left and joins no team.") % {"name": staff.name})
    with transaction.atomic():
        standing, is_new = TeamMembership.objects.get_or_create(
            team=team, staff=staff, left_at=None, defaults={"joined_at": clock.now()}
        )
        if is_new:
            _record(Kind.TEAM_JOINED, team, staff, by=by)
    return standing


def leave(team: Team, staff: Staff, *, by: Actor) -> None:
    """End the membership from now on; one who headed the team no longer does."""
    with transaction.atomic():
        if not TeamMembership.objects.filter(team=team, staff=staff, left_at=None).update(
            left_at=clock.now()
        ):
            return
        Team.objects.filter(pk=team.pk, head=staff).update(head=None)
        _record(Kind.TEAM_LEFT, team, staff, by=by)


def head(team: Team, staff: Staff, *, by: Actor) -> None:
    """Make `staff` the head of the team. Raises ValidationError unless they belong to it."""
    with transaction.atomic():
        if not TeamMembership.objects.filter(team=team, staff=staff, left_at=None).exists():
            raise ValidationError(_("Only one who belongs to the team can head it."))
        if Team.objects.filter(pk=team.pk).exclude(head=staff).update(head=staff):
            _record(Kind.TEAM_HEADED, team, staff, by=by)


def _record(kind: Kind, team: Team, staff: Staff, *, by: Actor) -> None:
    about = [references.to("team", team.pk), references.to("staff", staff.pk)]
    entry = appending.append(kind, about=about, by=by, name=staff.name, team=team.name)
    announcing.team_changed(team, staff, _ANNOUNCED[kind], by=by, entry=entry)


_ANNOUNCED = {Kind.TEAM_JOINED: "joined", Kind.TEAM_LEFT: "left", Kind.TEAM_HEADED: "heads"}
