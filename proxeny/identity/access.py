"""Loading colleagues and teams; each loader checks who asks."""

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet

from proxeny.core.actors import Actor
from proxeny.identity.models import Staff, Team
from proxeny.identity.roles import Area, may


class NotFound(ObjectDoesNotExist):
    """There is no such thing for this actor: it is missing, or must not be known to exist."""


def staff_list(actor: Actor, *, write: bool = False) -> QuerySet[Staff]:
    """Return all colleagues for those who may see them."""
    return Staff.objects.all() if may(actor, Area.PEOPLE, write=write) else Staff.objects.none()


def staff_for(actor: Actor, number: int, *, write: bool = False) -> Staff:
    """Return one colleague, or raise NotFound."""
    if found := staff_list(actor, write=write).filter(pk=number).first():
        return found
    raise NotFound(f"staff:{number}")


def teams(actor: Actor) -> QuerySet[Team]:
    """Return all teams for those who may see them."""
    return Team.objects.all() if may(actor, Area.PEOPLE) else Team.objects.none()
