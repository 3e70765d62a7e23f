"""A made-up vendor in bulk: its customers, and their consumption straight into the store."""

from datetime import date

from django.db import transaction

from proxeny.accounts import adding
from proxeny.analytics.usage import made_up
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.intake.models import Batch
from proxeny.intake.receiving import receive_nothing
from proxeny.usage import importing, store

BENCH = Actor.system("bench")


def make(accounts: int, meters: int, first: date, last: date) -> None:
    """Add the customers and a batch with all of their days."""
    batch = batch_of_facts(accounts, meters, first, last)
    adding.add_by_reference(
        (f"A{number:06d}" for number in range(accounts)), by=BENCH, batch=batch, currency="CNY"
    )


def add_day(accounts: int, meters: int, day: date) -> None:
    """Add a batch with one more day."""
    batch_of_facts(accounts, meters, day, day)


def batch_of_facts(accounts: int, meters: int, first: date, last: date) -> Batch:
    """Add a batch with these days of all customers."""
    batch = receive_nothing(Batch.Kind.USAGE, f"{first}-{last}", by=BENCH)
    facts = made_up.facts(accounts, meters, first, last, store.limits())
    with transaction.atomic():
        importing.keep_parts(batch, facts)
        Batch.objects.filter(pk=batch.pk).update(state=Batch.State.DONE, finished_at=clock.now())
    return batch
