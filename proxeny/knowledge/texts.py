"""The text by which an article is found, and who finds it."""

from django.db.models import Q

from proxeny.core.actors import Actor
from proxeny.knowledge.access import AREA, may_read
from proxeny.knowledge.models import Article
from proxeny.search import keeping
from proxeny.search.keeping import Text


def keep(article: Article) -> None:
    """Keep the text of a published article as it is now; a draft or a retired one is not found."""
    if article.state != Article.State.PUBLISHED:
        keeping.drop(article.record)
        return
    keeping.put(
        Text(
            about=article.record,
            within=article.record,
            area=AREA,
            at=article.changed_at,
            title=article.title,
            text="\n".join(filter(None, (article.product, article.body))),
        )
    )


def findable(actor: Actor) -> Q:
    """Return which texts of articles the actor may find, as a condition on `search.models.Document`."""
    return Q(area=AREA, kind="article") if may_read(actor) else Q(pk=None)
