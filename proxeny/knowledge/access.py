"""Loading articles; there is no way to get one without saying who asks."""

from django.db.models import Q, QuerySet

from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Role, may
from proxeny.knowledge.models import Article

AREA = "knowledge"
"""The area under which published articles are found by search; open to all who may `read`."""
PUBLISHED = Q(published_at__isnull=False, retired_at=None)


def may_read(actor: Actor) -> bool:
    """Tell whether published articles are open to the actor: to all who may read the dossier of any customer."""
    return may(actor, Area.DOSSIER)


def may_write(actor: Actor) -> bool:
    """Tell whether the actor may draft, change and publish: those who write dossiers."""
    return may(actor, Area.DOSSIER, write=True)


def articles(actor: Actor) -> QuerySet[Article]:
    """Return the articles that the actor may read.

    What is published; drafts and retired ones only for spokespersons and leads, and for who wrote them.
    """
    if not may_read(actor):
        return Article.objects.none()
    if actor.is_system or actor.holds(Role.SPOKESPERSON, Role.LEAD):
        return Article.objects.all()
    return Article.objects.filter(PUBLISHED | Q(written_by=actor.staff_id))


def article_for(actor: Actor, number: int, *, write: bool = False) -> Article:
    """Return one article, or raise NotFound."""
    found = articles(actor) if not write or may_write(actor) else Article.objects.none()
    related = ("written_by", "changed_by", "published_by", "retired_by")
    article = found.select_related(*related).filter(pk=number).first()
    if article is None:
        raise NotFound(f"article:{number}")
    return article
