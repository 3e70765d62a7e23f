"""Reading the conversation: a stretch of it at a time, messages and what happened between them in one order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe

from proxeny.cases import access
from proxeny.cases.models import Case, Message
from proxeny.core.phrased import Phrased
from proxeny.identity.models import Staff
from proxeny.web.cases.reader import Reader
from proxeny.web.cases.talk.lines import Line, line_html, lines
from proxeny.web.cases.talk.message_html import Around, bodies_of, message_html, named

SHOWN = 30
AT_ONCE = 200
"""Messages: how many a page shows at first, and how many more at a time."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the conversation as HTML. `earlier` counts the messages before it, `first` and `last` are its ends."""

    html: SafeString
    earlier: int
    first: int
    last: int
    is_empty: bool


NOTHING = Stretch(SafeString(""), 0, 0, 0, is_empty=True)


def latest(reader: Reader) -> Stretch:
    """Return the last messages, with what happened since the first of them."""
    found = _last(reader)
    shown = found[:SHOWN][::-1]
    earlier = _before(reader, shown[0]).count() if len(found) > SHOWN else 0
    return _stretch(reader, shown, earlier, since=shown[0].at if earlier else None, until=None)


def _last(reader: Reader) -> list[Message]:
    """The last messages, the latest first, and one more where there is one."""
    if access.merged_into(reader.case):
        return list(_loaded(reader).order_by("-at", "-pk")[: SHOWN + 1])
    return _last_of_one(access.eyes_of(reader.actor, reader.case))(reader.case.pk)


@cache
def _last_of_one(eyes: access.Eyes) -> Phrased[Message]:
    """The same for a case into which none was merged, which is nearly every one."""

    def phrase(case: int) -> QuerySet[Message]:
        found = Message.objects.filter(case=case, withdrawn_at=None)
        return named(access.open_to(eyes, found)).order_by("-at", "-pk")[: SHOWN + 1]

    return Phrased(phrase)


def before(reader: Reader, number: int) -> Stretch:
    """Return the messages before that one, the nearest ones where there are very many."""
    anchor = access.messages(reader.actor, reader.case).filter(pk=number).first()
    if anchor is None:
        return NOTHING
    rest = _before(reader, anchor)
    shown = list(named(rest).order_by("-at", "-pk")[:AT_ONCE])[::-1]
    earlier = rest.count() - len(shown) if len(shown) == AT_ONCE else 0
    return _stretch(reader, shown, earlier, since=shown[0].at if earlier else None, until=anchor.at)


def after(reader: Reader, number: int) -> Stretch:
    """Return the messages that came after that one, with what happened meanwhile."""
    shown = list(_loaded(reader).filter(pk__gt=number).order_by("at", "pk")[:AT_ONCE])
    anchor = access.messages(reader.actor, reader.case).filter(pk=number).values_list("at", flat=True).first()
    since = anchor if shown else None
    return _stretch(reader, shown, 0, since=since, until=None, opens=anchor)


def whole(reader: Reader) -> Stretch:
    """Return all of it."""
    return _stretch(reader, list(_loaded(reader).order_by("at", "pk")), 0, since=None, until=None)


def news(reader: Reader, number: int) -> QuerySet[Message]:
    """Return the messages of others that came after that one."""
    found = access.messages(reader.actor, reader.case).filter(pk__gt=number)
    own = reader.actor.staff_id
    return found.exclude(staff=own) if own is not None else found


def _loaded(reader: Reader) -> QuerySet[Message]:
    return named(access.messages(reader.actor, reader.case))


def _before(reader: Reader, message: Message) -> QuerySet[Message]:
    found = access.messages(reader.actor, reader.case)
    return found.filter(at__lt=message.at) | found.filter(at=message.at, pk__lt=message.pk)


def _stretch(
    reader: Reader,
    shown: Sequence[Message],
    earlier: int,
    *,
    since: datetime | None,
    until: datetime | None,
    opens: datetime | None = None,
) -> Stretch:
    hands_out = reader.may_write and not reader.case.is_confidential
    around = Around(reader.case, reader.inside, _names(shown), _origins(reader.case, shown), hands_out)
    between: list[Line] = []
    if shown or opens is None:
        has_merged = any(one.case_id != reader.case.pk for one in shown)
        trusted = access.eyes_of(reader.actor, reader.case).trusted
        between = lines(
            reader.rows,
            inside=reader.inside,
            trusted=trusted,
            has_merged=has_merged,
            since=since,
            until=until,
        )
    if opens is not None:  # what stands at the very moment of the last message is on the page already
        between = [line for line in between if line.at > opens]
    html = mark_safe("\n".join(_in_order(shown, between, around, bodies_of(shown, around))))  # noqa: S308  (escaped piece by piece)
    last = max((one.pk for one in shown), default=0)
    return Stretch(html, earlier, shown[0].pk if shown else 0, last, is_empty=not html)


def _in_order(
    messages: Iterable[Message], between: Iterable[Line], around: Around, bodies: Mapping[int, str]
) -> list[SafeString]:
    entries: list[tuple[datetime, int, int, Message | Line]] = [(one.at, 0, one.pk, one) for one in messages]
    entries += [(line.at, 1, place, line) for place, line in enumerate(between)]
    entries.sort(key=lambda entry: entry[:3])
    return [
        line_html(entry) if isinstance(entry, Line) else message_html(entry, around, bodies[entry.pk])
        for *_key, entry in entries
    ]


def _names(messages: Iterable[Message]) -> dict[int, str]:
    numbers = {one for message in messages for one in message.mentions}
    return dict(Staff.objects.filter(pk__in=numbers).values_list("pk", "name")) if numbers else {}


def _origins(case: Case, messages: Iterable[Message]) -> dict[int, Case]:
    others = {one.case_id for one in messages} - {case.pk}
    return Case.objects.in_bulk(others) if others else {}
