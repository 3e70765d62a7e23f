"""Taking what is erased out of the index: texts are dropped or laid anew, never left as tokens."""

from collections.abc import Collection
from typing import Any

from django.db.models import Q

from proxeny.core.erasing import OURS, REFERENCE, Held
from proxeny.core.references import Reference
from proxeny.core.sentences import N_
from proxeny.search import keeping
from proxeny.search.engines import engine
from proxeny.search.models import Document
from proxeny.search.ranking import TITLE_COUNTS
from proxeny.search.tokens import tokens

TEXTS = N_("texts in the search")

HELD = (
    Held(
        Document, kind=TEXTS, texts=("title", "text"), account="account", of_lines=True, secret=Q(area="confidential"),
        never={"about": REFERENCE, "kind": OURS, "within": REFERENCE, "area": OURS},
    ),
)  # fmt: skip


def texts_of(references: Collection[str]) -> set[int]:
    """Return the texts of these that can be found."""
    return set(Document.objects.filter(about__in=references).values_list("pk", flat=True))


def drop(texts: Collection[int]) -> None:
    """Forget these texts."""
    for about in Document.objects.filter(pk__in=texts).values_list("about", flat=True):
        keeping.drop(Reference.parse(about))


def lay_anew(number: int, changes: dict[str, Any]) -> None:
    """Keep a document with other texts, and its tokens with it."""
    row = Document.objects.get(pk=number)
    before = keeping.tokens_of(row)
    for name, value in changes.items():
        setattr(row, name, value)
    row.length = len(tokens(row.text)) + TITLE_COUNTS * len(tokens(row.title))
    row.save()
    engine().put(row.pk, keeping.tokens_of(row), before)
