"""Changing an article, also when somebody else changes it at the same moment, and taking it back."""

from collections.abc import Mapping

from django.db import transaction

from proxeny.accounts.changing import Change, made_by, merged, restored, typed
from proxeny.accounts.changing import texts as texts_of
from proxeny.accounts.merging import Texts
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.knowledge import recording, texts
from proxeny.knowledge.events import Kind
from proxeny.knowledge.fields import FIELDS
from proxeny.knowledge.models import Article


def change(article: Article, new: Mapping[str, object], *, by: Actor, seen: Texts | None = None) -> Change:
    """Give the article new values, by field, as text; `seen` is what stood there when the person began.

    What is published has a new version then. Raises NotFound, ValidationError by field, and Conflict when somebody else has
    changed one meanwhile: then nothing is kept, and the conflict holds all that was wanted.
    """
    with transaction.atomic():
        row = recording.locked(article, by)
        return _kept(row, typed(FIELDS, row, new), seen or {}, by)


def take_back(article: Article, sequence: int, *, by: Actor) -> Change:
    """Restore what stood before the change with that line; only who made it can. Doing it twice changes nothing more.

    Raises Overtaken, with who and when, if one of the fields was changed since; then nothing is restored.
    """
    with transaction.atomic():
        row = recording.locked(article, by)
        recorded = made_by(by, row.record, Kind.CHANGED, sequence)
        wanted = restored(recorded, texts_of(FIELDS, row), row.record, [Kind.CHANGED])
        return _kept(row, typed(FIELDS, row, wanted), {}, by, takes_back=sequence)


def _kept(row: Article, wanted: Texts, seen: Texts, by: Actor, **more: int) -> Change:
    changes = merged(FIELDS, row, wanted, seen, row.record, [Kind.CHANGED])
    if not changes:
        return Change()
    row.changed_at, row.changed_by_id = clock.now(), recording.colleague(by)
    if row.state == Article.State.PUBLISHED:
        row.version += 1
    row.save(update_fields=[*changes, "changed_at", "changed_by", "version"])
    sequence = recording.append(Kind.CHANGED, row, by=by, changes=changes, version=row.version, **more)
    texts.keep(row)
    return Change(sequence, changes)
