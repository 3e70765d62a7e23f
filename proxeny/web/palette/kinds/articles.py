"""Articles in the palette."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from proxeny.core.actors import Actor
from proxeny.core.spelling import marks
from proxeny.identity.roles import Area
from proxeny.knowledge import access, texts
from proxeny.knowledge.models import Article
from proxeny.web.palette import searched
from proxeny.web.palette.found import Found, Kind


def find(actor: Actor, words: str) -> list[Found]:
    """Return the published articles that hold the words."""
    numbers = searched.keys(words, texts.findable(actor))
    known = access.articles(actor).in_bulk(numbers) if numbers else {}
    return [_found(known[number], words) for number in numbers if number in known]


def again(actor: Actor, keys: Sequence[str]) -> Mapping[str, Found]:
    """Return those of the articles that the actor may read."""
    seen = access.articles(actor).in_bulk([int(key) for key in keys])
    return {str(number): _found(article) for number, article in seen.items()}


def _found(article: Article, words: str = "") -> Found:
    return Found(
        href=reverse("article", args=[article.pk]),
        name=article.title,
        icon="knowledge",
        note=" · ".join(filter(None, (article.get_kind_display(), article.product))),
        span=marks.span(article.title, words) if words else None,
        is_gone=article.state == Article.State.RETIRED,
    )


ARTICLES = Kind("article", _("Knowledge"), Area.DOSSIER, find, again)
