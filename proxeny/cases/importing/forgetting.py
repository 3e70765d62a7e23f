"""Taking many texts out of the index at once, when an import of theirs is taken back."""

from collections.abc import Iterable, Sequence

from proxeny.core.references import Reference
from proxeny.intake.rows.shelf import chunks
from proxeny.search.engines import engine
from proxeny.search.keeping import tokens_of
from proxeny.search.models import Document


def forget(cases: Sequence[int], messages: Iterable[int]) -> None:
    """Forget the words of these cases and messages, by their numbers."""
    about = [str(Reference("case", str(number))) for number in cases]
    about += [str(Reference("message", str(number))) for number in messages]
    for chunk in chunks(about):
        rows = list(Document.objects.select_for_update().filter(about__in=chunk))
        for row in rows:
            engine().drop(row.pk, tokens_of(row))
        Document.objects.filter(pk__in=[row.pk for row in rows]).delete()
