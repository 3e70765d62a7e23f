"""Numbers of cases."""

from django.db.models import F

from proxeny.cases.models import CaseNumber

OPEN, CONFIDENTIAL = "open", "confidential"
# So far apart that the two never meet, and whoever sees one series learns nothing of the other.
BEGINS = {OPEN: 1000, CONFIDENTIAL: 9_000_000_000}


def next_number(*, is_confidential: bool = False, count: int = 1) -> int:
    """Return the first of `count` numbers that nobody has; must run in the transaction that uses them.

    The row is locked until then, so two cases opened at the same moment never get the same.
    """
    series = CONFIDENTIAL if is_confidential else OPEN
    CaseNumber.objects.get_or_create(series=series, defaults={"last": BEGINS[series]})
    CaseNumber.objects.filter(series=series).update(last=F("last") + count)
    last: int = CaseNumber.objects.values_list("last", flat=True).get(series=series)
    return last - count + 1
