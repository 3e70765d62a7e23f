"""Drafting an article."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.changing import typed
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.knowledge import access, recording
from proxeny.knowledge.events import Kind
from proxeny.knowledge.fields import FIELDS
from proxeny.knowledge.models import Article


def draft(
    *,
    title: str,
    body: str,
    by: Actor,
    kind: Article.Kind = Article.Kind.ARTICLE,
    language: Article.Language = Article.Language.CHINESE,
    product: str = "",
    source: str = "",
) -> Article:
    """Draft an article; nobody but those who write articles reads it until it is published.

    `source` is the reference of what it was learned from. Raises NotFound for who may not write any, ValidationError, by
    field, ValueError for the program itself.
    """
    staff = recording.colleague(by)
    if not access.may_write(by):
        raise NotFound("article")
    if source:
        _check(source)
    now = clock.now()
    article = Article(source=source, written_by_id=staff, written_at=now, changed_by_id=staff, changed_at=now)
    new = {"title": title, "body": body, "kind": kind, "language": language, "product": product}
    for name, text in typed(FIELDS, article, new).items():
        setattr(article, name, text)
    with transaction.atomic():
        article.save()
        recording.append(Kind.DRAFTED, article, by=by, article_kind=article.kind, language=article.language)
    return article


def _check(source: str) -> None:
    try:
        Reference.parse(source)
    except ValueError:
        raise ValidationError({"source": _("That names nothing on record.")}) from None
