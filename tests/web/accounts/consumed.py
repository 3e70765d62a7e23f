"""Consumption for tests of pages: facts written and named as an import does it, without a file to read."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import pyarrow as pa

from proxeny.accounts.models import Account
from proxeny.analytics.usage.dailyfacts import FACT_SCHEMA, DailyFacts
from proxeny.analytics.usage.nature import Nature
from proxeny.analytics.usage.store.writing import write_batch
from proxeny.core import clock
from proxeny.intake.models import Batch
from proxeny.usage import store
from proxeny.usage.models import Part


def consume(
    account: Account,
    first: date,
    amounts: Sequence[float | None],
    *,
    meter: str = "storage",
    currency: str = "CNY",
    nature: Nature = "metered",
) -> None:
    """Put daily amounts on record, each with a tenth of it as quantity; None is a day without record."""
    rows = [
        {
            "account": account.reference,
            "meter": meter,
            "day": first + timedelta(days=index),
            "currency": currency,
            "quantity": Decimal(str(amount)) / 10,
            "amount": Decimal(str(amount)),
            "lines": 1,
        }
        for index, amount in enumerate(amounts)
        if amount is not None
    ]
    now = clock.machine_now()
    batch = Batch.objects.create(
        kind=Batch.Kind.USAGE, state=Batch.State.DONE, file_name="u.csv", by="system:test", started_at=now
    )
    facts = DailyFacts.of_arrow(pa.Table.from_pylist(rows, FACT_SCHEMA), nature, "test")
    for part in write_batch(facts, store.folder(), batch.pk):
        Part.objects.create(
            batch=batch,
            path=part.path,
            rows=part.rows,
            first_day=part.first_day,
            last_day=part.last_day,
            described=part.as_dict(),
            added_at=now,
        )
