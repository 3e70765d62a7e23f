"""What is typed into the queue: words of a case or of its messages, its number, its customer."""

from django.db.models import Q

from proxeny.accounts.access import accounts
from proxeny.accounts.finding import matching
from proxeny.cases import texts
from proxeny.cases.models import Case
from proxeny.core.references import Reference
from proxeny.search import finding
from proxeny.search.asking import ask
from proxeny.web.lists.filters import Rows, Values
from proxeny.web.lists.reader import Reader

MOST_HITS = 200
MOST_DIGITS = 18


def typed(rows: Rows, values: Values, reader: Reader) -> Rows:
    """Keep the cases in which the words stand, of so many hits the latest; a merged one brings the one it is part of."""
    words = values[0]
    hits = finding.find(ask(words, {}).wanted, texts.findable(reader.actor), most=MOST_HITS)
    numbers = {int(Reference.parse(hit.document.within).key) for hit in hits}
    merged = Case.objects.filter(pk__in=numbers, merged_into__isnull=False)
    numbers.update(merged.values_list("merged_into", flat=True))  # type: ignore[arg-type]
    fits = Q(pk__in=numbers) | Q(account__in=matching(accounts(reader.actor), words).values("pk"))
    bare = words.removeprefix("#")
    if bare.isascii() and bare.isdigit() and len(bare) <= MOST_DIGITS:
        fits |= Q(number=int(bare))
    return rows.filter(fits)
