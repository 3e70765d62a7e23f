"""Keeping the index: each change of a text is in it when the transaction of the change is done."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from proxeny.core.references import Reference
from proxeny.search.engines import engine
from proxeny.search.models import Document
from proxeny.search.tokens import tokens

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
        row = _row(one)
        if had:
            row.pk = had.pk
        row.save()
        engine().put(row.pk, tokens_of(row), before)


def put_many(texts: Iterable[Text]) -> int:
    """Keep the texts of many things of which nothing was kept so far; return how many."""
    kept = 0
    batch: list[Document] = []
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
    """Return the tokens of a document, as they are in the index."""
    return tokens(f"{row.title}\n{row.text}")


def _flush(batch: list[Document]) -> int:
    if not batch:
        return 0
    with transaction.atomic():
        made = Document.objects.bulk_create(batch)
        engine().put_many([(row.pk, tokens_of(row)) for row in made])
    count = len(batch)
    batch.clear()
    return count


def _row(one: Text) -> Document:
    text = _ADDRESSES.sub(" ", one.text)[:LONGEST_TEXT]
    return Document(
        about=str(one.about),
        kind=one.about.kind,
        within=str(one.within),
        account=one.account,
        area=one.area,
        title=one.title[:300],
        text=text,
        length=len(text),
        at=one.at,
    )
