"""Telling people of something, in the transaction in which it happened."""

from collections.abc import Iterable

from django.db import IntegrityError, transaction

from proxeny.core import clock, outbox
from proxeny.core.actors import Actor
from proxeny.core.laying_down import insert
from proxeny.core.phrased import Phrased
from proxeny.core.references import Reference
from proxeny.core.sentences import Sentence
from proxeny.identity.models import Staff
from proxeny.notices import choosing, hours, kinds
from proxeny.notices.events import NoticeWaiting
from proxeny.notices.models import Choice, Notice


def tell(
    people: Iterable[Staff | None],
    *,
    kind: str,
    about: Reference,
    text: Sentence,
    reason: Sentence,
    key: str,
    by: Actor | None = None,
    address: str = "",
) -> list[Notice]:
    """Tell each of `people` once that `text`, and why it is theirs to know; return the new notices.

    Left out are: whoever acted (`by`), who has left, who does not want this kind, and who may not see `about`: the kind's
    own check (`kinds.NoticeKind.sees`) is asked for each with the roles they hold now, and once more when they read.
    `key` names the occurrence: the same key for the same person is told once, however often it is said. `address` is where
    the notice leads, if not to the page of `about`. Raises ValueError for a kind that no package has registered.
    """
    known = kinds.kind_of(kind)
    if known is None:
        raise ValueError(f"nobody has registered notices of the kind {kind!r}")
    wanted = _wanted(known, people, by, str(about))
    now, told = clock.now(), []
    with transaction.atomic():
        for person, way in wanted:
            said = {
                "kind": kind,
                "about": str(about),
                "text": text.as_json(),
                "reason": reason.as_json(),
                "address": address,
                "at": now,
                "shown_from": hours.shown_from(way, now, hours.zone_of(person)),
            }
            if notice := _told(Notice(staff=person, key=key, **said)):
                told.append(notice)
                outbox.publish(NoticeWaiting(notice.pk, person.pk, notice.shown_from.isoformat()))
    return told


_HAD = Phrased(lambda staff, key: Notice.objects.filter(staff=staff, key=key).values_list("pk", flat=True))


def _told(notice: Notice) -> Notice | None:
    """Keep the notice, unless its reader was told the same before, or by somebody else at this very moment."""
    if _HAD(notice.staff_id, notice.key):
        return None
    try:
        with transaction.atomic():
            return insert(notice)
    except IntegrityError:
        return None


def _wanted(
    kind: kinds.NoticeKind, people: Iterable[Staff | None], by: Actor | None, about: str
) -> list[tuple[Staff, Choice.Way]]:
    """Who is to be told, each with when."""
    others = {
        person.pk: person
        for person in people
        if person and person.is_active and (by is None or person.pk != by.staff_id)
    }
    ways = choosing.ways_for(kind, others) if others else {}
    return [
        (person, ways[number])
        for number, person in others.items()
        if ways[number] != Choice.Way.NEVER and about in kind.sees(person.actor, [about])
    ]


def take_back(key: str) -> set[int]:
    """Remove what was told under `key` and nobody has read yet, as it no longer holds; return whose notices those were.

    They need not hear the opposite; whoever has read it does.
    """
    unread = Notice.objects.filter(key=key, read_at=None)
    with transaction.atomic():
        people = set(unread.values_list("staff_id", flat=True))
        unread.delete()
    return people
