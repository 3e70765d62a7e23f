"""Loading teams for those who may read their record."""

from django.db.models import Q, QuerySet

from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.models import Team
from proxeny.identity.roles import Area, Reach, right


def teams(actor: Actor) -> QuerySet[Team]:
    """Return the teams whose record the actor may read: all, or those that they belong to or head."""
    reach = right(actor, Area.TEAM_RECORDS).read
    if reach is Reach.ALL:
        return Team.objects.all()
    if reach is Reach.NONE or actor.staff_id is None:
        return Team.objects.none()
    own = Q(memberships__staff=actor.staff_id, memberships__left_at=None) | Q(head=actor.staff_id)
    return Team.objects.filter(pk__in=Team.objects.filter(own).values("pk"))


def team_for(actor: Actor, number: int) -> Team:
    """Return one team, or raise NotFound."""
    if found := teams(actor).select_related("head").filter(pk=number).first():
        return found
    raise NotFound(f"team:{number}")
