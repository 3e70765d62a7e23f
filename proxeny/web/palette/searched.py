"""Finding things by their words, through the index of texts: for kinds that have no names to be spelt."""

from django.db.models import Q

from proxeny.search import finding
from proxeny.search.asking import ask

MOST = 4


def keys(words: str, within: Q) -> list[int]:
    """Return the numbers of the best that hold the words; a single letter means too many."""
    if len(words) < 2 and words.isascii():
        return []
    hits = finding.find(ask(words, {}).wanted, within, most=MOST)
    return [int(hit.document.about.partition(":")[2]) for hit in hits]
