"""What every verb on articles does: find the row again under a lock, put the line on record."""

from typing import Any

from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.knowledge import access
from proxeny.knowledge.events import Kind
from proxeny.knowledge.models import Article
from proxeny.ledger import appending


def locked(article: Article, by: Actor) -> Article:
    """Return the row under a lock for who may change it, or raise NotFound."""
    found = access.articles(by) if access.may_write(by) else Article.objects.none()
    row = Article.objects.select_for_update().filter(pk=article.pk, pk__in=found.values("pk")).first()
    if row is None:
        raise NotFound(str(article.record))
    return row


def append(kind: Kind, article: Article, *, by: Actor, **content: Any) -> int:
    """Put a line about the article on record."""
    about = [article.record]
    if article.source:
        about.append(Reference.parse(article.source))
    return appending.append(kind, about=about, by=by, title=article.title, **content)


def colleague(by: Actor) -> int:
    """Return the number of the colleague who acts. Raises ValueError for the program itself: writing is a person's."""
    if by.staff_id is None:
        raise ValueError("an article is a person's: only a colleague can write or publish one")
    return by.staff_id
