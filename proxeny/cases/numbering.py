"""Numbers of cases."""

from django.db import connection

from proxeny.cases.models import CaseNumber

OPEN, CONFIDENTIAL = "open", "confidential"
# So far apart that the two never meet, and whoever sees one series learns nothing of the other.
BEGINS = {OPEN: 1000, CONFIDENTIAL: 9_000_000_000}


def next_number(*, is_confidential: bool = False, count: int = 1) -> int:
    """Return the first of `count` numbers that nobody has; must run in the transaction that uses them.

    The row is locked until then, so two cases opened at the same moment never get the same.
    """
    series = CONFIDENTIAL if is_confidential else OPEN
    last = _moved_on(series, count)
    if last is None:
        CaseNumber.objects.get_or_create(series=series, defaults={"last": BEGINS[series]})
        last = _moved_on(series, count)
    assert last is not None
    return last - count + 1


def _moved_on(series: str, count: int) -> int | None:
    """Move the series on and return where it stands; None for one of which nothing was given yet."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_casenumber SET last = last + %s WHERE series = %s", [count, series])
        cursor.execute("SELECT last FROM cases_casenumber WHERE series = %s", [series])
        found = cursor.fetchone()
    return None if found is None else int(found[0])
