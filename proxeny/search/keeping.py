"""Keeping the index: each change of a text is in it when the transaction of the change is done."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from proxeny.core.references import Reference
from proxeny.search.engines import engine
from proxeny.search.models import Document
from proxeny.search.ranking import TITLE_COUNTS
from proxeny.search.tokens import in_title, tokens

AT_ONCE = 500
LONGEST_TEXT = 200_000
_ADDRESSES = re.compile(r"\]\([^)\s]*\)|https?://\S+")


@dataclass(frozen=True, slots=True)
class Text:
    """What can be found of a thing.

    `title` counts double; `within` is where a hit leads; `area` and `account` say who may read it.
    """

    about: Reference
    within: Reference
    area: str
    at: datetime
    title: str = ""
    text: str = ""
    account: int | None = None


def put(one: Text) -> None:
    """Keep the text of a thing, in place of what was kept of it."""
    with transaction.atomic():
        had = Document.objects.select_for_update().filter(about=str(one.about)).first()
        before = tokens_of(had) if had else None
        row, laid = _row(one)
        if had:
            row.pk = had.pk
        row.save()
        engine().put(row.pk, laid, before)


def put_many(texts: Iterable[Text]) -> int:
    """Keep the texts of many things of which nothing was kept so far; return how many."""
    kept = 0
    batch: list[tuple[Document, list[str]]] = []
    for one in texts:
        batch.append(_row(one))
        if len(batch) == AT_ONCE:
            kept += _flush(batch)
    return kept + _flush(batch)


def drop(about: Reference) -> None:
    """Forget what was kept of a thing."""
    with transaction.atomic():
        if had := Document.objects.select_for_update().filter(about=str(about)).first():
            engine().drop(had.pk, tokens_of(had))
            had.delete()


def tokens_of(row: Document) -> list[str]:
    """Return the tokens of a document, as they are in the index: those of the title once more as such."""
    return _laid(tokens(row.title), tokens(row.text))


def lay_anew(documents: type[Document] = Document) -> int:
    """Make the index anew from the texts that are kept; return how many. `documents` is the model as a migration knows it."""
    engine().clear()
    laid = 0
    rows = documents.objects.order_by("pk")
    while batch := list(rows[:AT_ONCE]):
        cut = [(row, tokens(row.title), tokens(row.text)) for row in batch]
        for row, title, text in cut:
            row.within_number, row.length = _number(row.within), _length(title, text)
        documents.objects.bulk_update(batch, ["within_number", "length"])
        engine().put_many([(row.pk, _laid(title, text)) for row, title, text in cut])
        laid += len(batch)
        rows = documents.objects.filter(pk__gt=batch[-1].pk).order_by("pk")
    return laid


def _flush(batch: list[tuple[Document, list[str]]]) -> int:
    if not batch:
        return 0
    with transaction.atomic():
        Document.objects.bulk_create([row for row, _laid in batch])
        engine().put_many([(row.pk, laid) for row, laid in batch])
    count = len(batch)
    batch.clear()
    return count


def _row(one: Text) -> tuple[Document, list[str]]:
    """The document of a text, and its tokens as they are laid in the index."""
    title, text = one.title[:300], _ADDRESSES.sub(" ", one.text)[:LONGEST_TEXT]
    of_title, of_text = tokens(title), tokens(text)
    row = Document(
        about=str(one.about),
        kind=one.about.kind,
        within=str(one.within),
        within_number=_number(str(one.within)),
        account=one.account,
        area=one.area,
        title=title,
        text=text,
        length=_length(of_title, of_text),
        at=one.at,
    )
    return row, _laid(of_title, of_text)


def _laid(title: list[str], text: list[str]) -> list[str]:
    return [*title, *map(in_title, title), *text]


def _length(title: list[str], text: list[str]) -> int:
    """How long a document is; its title counts as often as ranking counts it."""
    return len(text) + TITLE_COUNTS * len(title)


def _number(reference: str) -> int | None:
    key = reference.partition(":")[2]
    return int(key) if key.isdecimal() else None
