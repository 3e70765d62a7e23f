"""Articles."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from proxeny.core.actors import Actor
from proxeny.knowledge import access, texts
from proxeny.web.quick import address
from proxeny.web.search.kinds.kind import Kind, Line


def load(actor: Actor, numbers: Collection[int]) -> Mapping[int, Line]:
    """Return those of the articles that the actor may read."""
    return {
        one.pk: Line(
            href=address("article", one.pk),
            title=one.title,
            facts=tuple(filter(None, (str(one.get_kind_display()), one.product))),
        )
        for one in access.articles(actor).filter(pk__in=numbers)
    }


ARTICLES = Kind(
    "article",
    _("Articles"),
    "knowledge",
    ("article", "文章", "articles", "知识"),
    texts.findable,
    load,
    is_steady=True,
)
