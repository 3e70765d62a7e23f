"""Reading one's inbox: what is open or done, grouped by what it is about, newest first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import QuerySet

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.core.sentences import Sentence
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff
from proxeny.notices import hours, kinds
from proxeny.notices.models import Choice, Notice

MOST_READ = 300
MOST_COUNTED = 100
_UNREAD = (
    "SELECT COUNT(*) FROM (SELECT DISTINCT kind, about FROM notices_notice WHERE staff_id = %s "
    "AND done_at IS NULL AND read_at IS NULL AND shown_from <= %s LIMIT %s) unread"
)


@dataclass(frozen=True, slots=True)
class Group:
    """Notices of one kind about the same thing, newest first."""

    kind: kinds.NoticeKind
    notices: list[Notice]

    @property
    def newest(self) -> Notice:
        """The notice that stands for the group."""
        return self.notices[0]

    @property
    def number(self) -> int:
        """The number by which the group is called: that of its newest notice."""
        return self.newest.pk

    @property
    def about(self) -> Reference:
        """What it concerns."""
        return Reference.parse(self.newest.about)

    @property
    def is_unread(self) -> bool:
        """Tell whether anything in it has not been read."""
        return any(one.read_at is None for one in self.notices)

    @property
    def said(self) -> list[tuple[Sentence, Sentence, datetime]]:
        """What each notice says, why one was told, and when."""
        return [
            (Sentence.from_json(one.text), Sentence.from_json(one.reason), one.at) for one in self.notices
        ]


@dataclass(frozen=True, slots=True)
class Inbox:
    """What lies before a person; `waiting` notices show up when work begins again."""

    groups: list[Group]
    waiting: int = 0

    @property
    def unread(self) -> int:
        """How many groups have something unread in them."""
        return sum(group.is_unread for group in self.groups)


def inbox(actor: Actor) -> Inbox:
    """Return what is open: what the actor was told, may still see, and has not done with."""
    opened = own(actor).filter(done_at=None)
    shown = _visible(actor, opened.filter(shown_from__lte=clock.now()).order_by("-shown_from", "-pk"))
    return Inbox(_grouped(shown), opened.filter(shown_from__gt=clock.now()).count())


def archive(actor: Actor) -> Inbox:
    """Return what the actor is done with, as far as it is kept and they may still see it."""
    return Inbox(_grouped(_visible(actor, own(actor).exclude(done_at=None).order_by("-done_at", "-pk"))))


def unread_count(actor: Actor) -> int:
    """Return how many groups of the actor's inbox have something unread, a hundred at most: one query of an index."""
    if not actor.staff_id:
        return 0
    now = connection.ops.adapt_datetimefield_value(clock.now())
    with connection.cursor() as cursor:  # every page asks this, and the ORM took longer to phrase it
        cursor.execute(_UNREAD, [actor.staff_id, now, MOST_COUNTED])
        return int(cursor.fetchone()[0])


def notice_for(actor: Actor, number: int) -> Notice:
    """Return a notice of the actor's own that they may still see, or raise NotFound: also for those of others."""
    if found := _visible(actor, own(actor).filter(pk=number)):
        return found[0]
    raise NotFound(f"notice:{number}")


def waits_until(actor: Actor) -> datetime | None:
    """Return when work begins again for the actor, or None during working hours."""
    now = clock.now()
    if (person := Staff.objects.filter(pk=actor.staff_id or 0).first()) is None:
        return None
    begins = hours.shown_from(Choice.Way.WORKING_HOURS, now, hours.zone_of(person))
    return begins if begins > now else None


def own(actor: Actor) -> QuerySet[Notice]:
    """Return the actor's own notices; the program itself has none."""
    return Notice.objects.filter(staff=actor.staff_id) if actor.staff_id else Notice.objects.none()


def seen(actor: Actor, notices: Iterable[Notice]) -> list[Notice]:
    """Return those that the actor may still see, asking each kind's check once."""
    found = list(notices)
    about: dict[str, set[str]] = defaultdict(set)
    for one in found:
        about[one.kind].add(one.about)
    visible = {
        name: set(kind.sees(actor, references)) if (kind := kinds.kind_of(name)) else set()
        for name, references in about.items()
    }
    return [one for one in found if one.about in visible[one.kind]]


def _visible(actor: Actor, notices: QuerySet[Notice]) -> list[Notice]:
    return seen(actor, notices[:MOST_READ])


def _grouped(notices: list[Notice]) -> list[Group]:
    groups: dict[tuple[str, str], Group] = {}
    for one in notices:
        if kind := kinds.kind_of(one.kind):
            groups.setdefault((one.kind, one.about), Group(kind, [])).notices.append(one)
    return list(groups.values())
