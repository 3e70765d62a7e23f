"""Loading batches; each loader checks who asks."""

from django.db.models import QuerySet

from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, may
from proxeny.intake.models import Batch


def batches(actor: Actor, *, write: bool = False) -> QuerySet[Batch]:
    """Return all batches for those who may import."""
    return Batch.objects.all() if may(actor, Area.IMPORTS, write=write) else Batch.objects.none()


def batch_for(actor: Actor, number: int, *, write: bool = False) -> Batch:
    """Return one batch, or raise NotFound."""
    if found := batches(actor, write=write).filter(pk=number).first():
        return found
    raise NotFound(f"batch:{number}")
