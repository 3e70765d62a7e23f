"""Settling one's notices: reading them, being done with them, and thinking again. Only ever one's own."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F, Q, QuerySet

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.models import Staff
from proxeny.notices import reading
from proxeny.notices.models import Notice


def read(numbers: Iterable[int], *, actor: Actor) -> int:
    """Mark the groups of these notices as read; return how many notices were not. Again changes nothing."""
    return _open(numbers, actor).filter(read_at=None).update(read_at=clock.now())


def read_all(*, actor: Actor) -> int:
    """Mark all that is shown as read; what waits for working hours stays as it is."""
    shown = reading.own(actor).filter(done_at=None, read_at=None, shown_from__lte=clock.now())
    return shown.update(read_at=clock.now())


def unread(numbers: Iterable[int], *, actor: Actor) -> int:
    """Mark these notices themselves as not read, so that their groups stand out again."""
    return reading.own(actor).filter(pk__in=list(numbers), done_at=None).update(read_at=None)


def done(numbers: Iterable[int], *, actor: Actor) -> int:
    """Put the groups of these notices away; return how many notices that were. What comes later opens a new group."""
    now = clock.now()
    with transaction.atomic():
        groups = _open(numbers, actor)
        ids = list(groups.values_list("pk", flat=True))
        Notice.objects.filter(pk__in=ids, read_at=None).update(read_at=now)
        return Notice.objects.filter(pk__in=ids).update(done_at=now)


def undone(numbers: Iterable[int], *, actor: Actor) -> int:
    """Bring back the groups of these notices as they were put away, with what was unread unread again."""
    with transaction.atomic():
        ids: set[int] = set()
        for one in reading.own(actor).filter(pk__in=list(numbers)).exclude(done_at=None):
            together = reading.own(actor).filter(kind=one.kind, about=one.about, done_at=one.done_at)
            ids.update(together.values_list("pk", flat=True))
        Notice.objects.filter(pk__in=ids, read_at=F("done_at")).update(read_at=None)
        return Notice.objects.filter(pk__in=ids).update(done_at=None)


def withdraw_unseen(person: Staff) -> int:
    """Remove what the person was told and may no longer see; return how many notices that were."""
    kept = list(Notice.objects.filter(staff=person))
    standing = {one.pk for one in reading.seen(person.actor, kept)}
    gone, _ = Notice.objects.filter(pk__in=[one.pk for one in kept if one.pk not in standing]).delete()
    return gone


def _open(numbers: Iterable[int], actor: Actor) -> QuerySet[Notice]:
    """The open, shown notices of the groups that these notices belong to."""
    own = reading.own(actor)
    groups = Q(pk=None)
    for kind, about in own.filter(pk__in=list(numbers)).values_list("kind", "about"):
        groups |= Q(kind=kind, about=about)
    return own.filter(groups, done_at=None, shown_from__lte=clock.now())
