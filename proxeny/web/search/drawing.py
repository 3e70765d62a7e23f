"""What was found, as the page shows it: a thing once, its title marked, its best passages with who wrote them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.safestring import SafeString

from proxeny.cases.models import Audience, Message
from proxeny.core.actors import Actor
from proxeny.search.asking import Wanted
from proxeny.search.finding import Hit
from proxeny.web.search.kinds import Kind, Line, kind_of
from proxeny.web.search.kinds.reading import ByNumbers
from proxeny.web.search.looking import Looked, Result
from proxeny.web.search.marking import marked, passage, without_title

MOST_PASSAGES = 3


class Said(NamedTuple):
    """What a passage tells of its message."""

    number: int
    audience: str
    at: datetime
    author: str
    staff: str | None
    contact: str | None


def _phrase(_actor: Actor, numbers: Sequence[int]) -> "QuerySet[Message, tuple[Any, ...]]":
    fields = ("pk", "audience", "at", "author_name", "staff__name", "contact__name")
    return Message.objects.filter(pk__in=numbers, withdrawn_at=None).order_by().values_list(*fields)


_standing = ByNumbers(_phrase)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words around what was looked for. Of a message: where it stands, who wrote it, for whom, when."""

    html: SafeString
    href: str = ""
    by: str = ""
    audience: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """One result as it is drawn; `more` counts hits in it beyond the passages."""

    kind: Kind
    line: Line
    title: SafeString
    passages: list[Passage]
    more: int
    at: datetime


def drawn(actor: Actor, looked: Looked, results: Sequence[Result]) -> list[Drawn]:
    """Return the results ready to be drawn; what the actor may not see after all is left out."""
    lines: dict[tuple[str, int], Line] = {}
    for name in dict.fromkeys(row.kind for row in results):
        kind = kind_of(name)
        if kind is not None:
            loaded = kind.load(actor, [row.number for row in results if row.kind == name])
            lines.update(((name, number), line) for number, line in loaded.items())
    messages = _messages(actor, results)
    return [
        one
        for row in results
        if (line := lines.get((row.kind, row.number))) is not None
        and (one := _one(row, line, looked.marks, messages)) is not None
    ]


def _messages(actor: Actor, results: Sequence[Result]) -> dict[str, Said]:
    keys = [
        int(hit.document.about.partition(":")[2])
        for row in results
        for hit in _shown(row)
        if hit.document.kind == "message"
    ]
    return {f"message:{row[0]}": Said(*row) for row in _standing(actor, keys)}


def _shown(row: Result) -> list[Hit]:
    return row.hits[:MOST_PASSAGES]


def _one(row: Result, line: Line, marks: Sequence[Wanted], messages: dict[str, Said]) -> Drawn | None:
    kind = kind_of(row.kind)
    if kind is None:
        return None
    passages = []
    for hit in _shown(row):
        document = hit.document
        if document.kind != "message":
            text = without_title(document.text, line.title)
            if (html := passage(text, marks)) and "<mark>" in html:
                passages.append(Passage(html))
        elif message := messages.get(document.about):
            passages.append(_of_message(message, document.text, line, marks))
    at = max(hit.document.at for hit in row.hits)
    return Drawn(kind, line, marked(line.title, marks), passages, len(row.hits) - len(_shown(row)), at)


def _of_message(message: Said, text: str, line: Line, marks: Sequence[Wanted]) -> Passage:
    at = message.at if message.at.tzinfo else message.at.replace(tzinfo=UTC)
    return Passage(
        html=passage(text, marks),
        href=f"{line.href}#message-{message.number}",
        by=message.staff or message.contact or message.author,
        audience="" if message.audience == Audience.CUSTOMER else str(Audience(message.audience).label),
        at=at,
    )
