"""Publishing an article: from then on all who may read dossiers read and find it. And taking that back."""

from django.db import transaction

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.knowledge import recording, texts
from proxeny.knowledge.events import Kind
from proxeny.knowledge.models import Article

FIELDS = ["published_at", "published_by", "version"]


def publish(article: Article, *, by: Actor) -> Article:
    """Publish a draft. One that is published or retired stays as it is. Raises NotFound."""
    staff = recording.colleague(by)
    with transaction.atomic():
        row = recording.locked(article, by)
        if row.state != Article.State.DRAFT:
            return row
        row.published_at, row.published_by_id = clock.now(), staff
        row.version += 1
        row.save(update_fields=FIELDS)
        recording.append(Kind.PUBLISHED, row, by=by, version=row.version)
        texts.keep(row)
    return row


def take_back(article: Article, *, by: Actor) -> Article:
    """Make a published article a draft again; that it could be read stays on record. Raises NotFound."""
    with transaction.atomic():
        row = recording.locked(article, by)
        if row.state != Article.State.PUBLISHED:
            return row
        row.published_at, row.published_by = None, None
        row.save(update_fields=FIELDS)
        recording.append(Kind.PUBLISHING_TAKEN_BACK, row, by=by, version=row.version)
        texts.keep(row)
    return row
