"""Adding customers, and removing those that a batch had made."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F, ProtectedError, QuerySet

from proxeny.accounts.events import Kind
from proxeny.accounts.finding import search_key
from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.intake.models import Batch, RowChange
from proxeny.ledger import appending
from proxeny.ledger.reconciling import telling

AT_ONCE = 500


def add_by_reference(references: Iterable[str], *, by: Actor, batch: Batch, currency: str) -> int:
    """Add a customer for each reference that has none yet, named by its number; return how many were added.

    One entry in the ledger tells of all of them: their numbers stand in the file, whose hash it holds.
    """
    wanted = dict.fromkeys(references)
    now, made = clock.now(), 0
    with transaction.atomic():
        for chunk in _chunks(list(wanted)):
            standing = set(Account.objects.filter(reference__in=chunk).values_list("reference", flat=True))
            added = Account.objects.bulk_create(
                Account(
                    reference=reference,
                    name=reference,
                    currency=currency,
                    search_key=search_key(reference, reference),
                    added_at=now,
                    changed_at=now,
                )
                for reference in chunk
                if reference not in standing
            )
            RowChange.objects.bulk_create(
                RowChange(
                    batch=batch,
                    subject=str(account.record),
                    after={"reference": account.reference, "name": account.name},
                )
                for account in added
            )
            made += len(added)
        telling.lay([batch.record], by=by)
        if made:
            appending.append(
                Kind.ADDED_BY_FILE, about=[batch.record], by=by, count=made, file=batch.file_name
            )
    return made


def remove_made_by(batch: Batch, *, by: Actor) -> None:  # noqa: ARG001  (the batch's own entry tells who took it back)
    """Remove the customers that `batch` had made and that nothing else holds; the others stay."""
    made = RowChange.objects.filter(batch=batch, subject__startswith="account:", before__isnull=True)
    numbers = [subject.partition(":")[2] for subject in made.values_list("subject", flat=True)]
    for chunk in _chunks(numbers):
        untouched = Account.objects.filter(pk__in=chunk, changed_at=F("added_at"))
        if not _remove(untouched):
            for account in untouched:
                _remove(Account.objects.filter(pk=account.pk))


def _remove(accounts: QuerySet[Account]) -> bool:
    """Remove these customers, or none of them when somebody's work stands on one; tell which."""
    try:
        with transaction.atomic():
            accounts.delete()
    except ProtectedError:
        return False
    return True


def _chunks(values: list[str]) -> Iterable[list[str]]:
    return (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))
