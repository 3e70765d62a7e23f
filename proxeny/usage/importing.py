"""Importing consumption: the facts are written first, and count from the one transaction that names them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from proxeny.accounts import adding
from proxeny.accounts.models import Account
from proxeny.analytics.usage.dailyfacts import DailyFacts
from proxeny.analytics.usage.reading.how import How
from proxeny.analytics.usage.reading.reading import read
from proxeny.analytics.usage.reading.reasons import ReadingError
from proxeny.analytics.usage.reading.result import Reading
from proxeny.analytics.usage.store.part import Part as StoredPart
from proxeny.analytics.usage.store.writing import write_batch
from proxeny.core import clock, outbox
from proxeny.core.actors import Actor
from proxeny.intake import concluding, receiving, undoing
from proxeny.intake.models import Batch
from proxeny.usage import store
from proxeny.usage.events import ConsumptionChanged
from proxeny.usage.models import Part
from proxeny.usage.reasons import explain, sentence_of
from proxeny.usage.upkeep import take_pulses

Progress = Callable[[int, int], None]
MOST_NAMED = 100


def import_usage(
    batch: Batch, how: How, *, by: Actor, create_accounts: bool = False, progress: Progress | None = None
) -> dict[str, Any]:
    """Read the batch's file and make its facts count; return the document that is printed.

    Lines of customers that nobody has added are set aside: they lie with the facts under the number they came with, are
    named, and count from the moment that customer is added. Raises ReadingError, and imports nothing, where the file cannot
    be read; `progress` ends the import by raising.
    """
    concluding.begin(batch)
    bad_rows = receiving.path_of(batch).with_suffix(".bad.csv")
    try:
        with read(
            receiving.path_of(batch),
            how,
            progress=progress,
            limits=store.limits(),
            bad_rows_to=bad_rows,
            explain=explain,
        ) as reading:
            return keep(batch, reading, bad_rows, by, create_accounts=create_accounts)
    except ReadingError as error:
        bad_rows.unlink(missing_ok=True)
        concluding.fail(batch, sentence_of(error.reason))
        raise
    except BaseException:
        bad_rows.unlink(missing_ok=True)
        concluding.cancel(batch)
        raise


def look_at(path: Path, how: How, *, progress: Progress | None = None) -> dict[str, Any]:
    """Return the document that importing `path` would give now, and import nothing."""
    with read(path, how, progress=progress, limits=store.limits(), explain=explain) as reading:
        return report_of(reading)


def keep(
    batch: Batch, reading: Reading, bad_rows: Path, by: Actor, *, create_accounts: bool
) -> dict[str, Any]:
    """Write the facts, then let them count, their new customers be, and the batch be done: all in one transaction."""
    parts = write_batch(reading.facts, store.folder(), batch.pk)
    has_bad_rows = reading.rows.bad > 0
    if not has_bad_rows:
        bad_rows.unlink(missing_ok=True)
    with transaction.atomic():
        if create_accounts:
            seen = [reference for reference in reading.accounts_seen()["account"].to_pylist() if reference]
            adding.add_by_reference(seen, by=by, batch=batch, currency=_currency(reading))
        report = report_of(reading)
        batch.preset, batch.mapping = reading.preset, dict(reading.mapping)
        name_parts(batch, parts)
        kept = str(bad_rows.relative_to(settings.FILES_FOLDER)) if has_bad_rows else ""
        concluding.conclude(batch, report, by=by, bad_rows_path=kept)
    return concluding.document(batch, report)


def keep_parts(batch: Batch, facts: DailyFacts) -> None:
    """Write facts that did not come from a file, and let them count."""
    name_parts(batch, write_batch(facts, store.folder(), batch.pk))


def name_parts(batch: Batch, parts: Iterable[StoredPart]) -> None:
    """Name the written files in the manifest: from the end of this transaction on they count."""
    with transaction.atomic():
        Part.objects.bulk_create(_row(batch, part) for part in parts)
        _announce(batch)


def _announce(batch: Batch) -> None:
    """Have what is laid down from the facts be laid down anew."""
    take_pulses.enqueue()
    outbox.publish(ConsumptionChanged(batch.pk))


def _row(batch: Batch, part: StoredPart) -> Part:
    return Part(
        batch=batch,
        path=part.path,
        rows=part.rows,
        first_day=part.first_day,
        last_day=part.last_day,
        described=part.as_dict(),
        added_at=clock.machine_now(),
    )


def _known(reading: Reading) -> set[str]:
    seen = [reference for reference in reading.accounts_seen()["account"].to_pylist() if reference]
    known: set[str] = set()
    for start in range(0, len(seen), 500):
        known.update(
            Account.objects.filter(reference__in=seen[start : start + 500]).values_list(
                "reference", flat=True
            )
        )
    return known


def report_of(reading: Reading) -> dict[str, Any]:
    """Return what is told of a reading: which of its rows count now, which are set aside, what was wrong."""
    known = _known(reading)
    seen = reading.accounts_seen().to_pylist()
    strangers = [one for one in seen if one["account"] not in known]
    aside = sum(one["lines"] for one in strangers)
    strangers.sort(key=lambda one: -one["lines"])
    return {
        "preset": reading.preset,
        "mapping": dict(reading.mapping),
        "rows": {
            "read": reading.rows.read,
            "good": reading.rows.good - aside,
            "bad": reading.rows.bad,
            "aside": aside,
        },
        "accounts": reading.accounts,
        "days": reading.days.count,
        "first_day": reading.days.first.isoformat() if reading.days.first else None,
        "last_day": reading.days.last.isoformat() if reading.days.last else None,
        "sums": reading.sums,
        "aside": [{"account": one["account"], "rows": one["lines"]} for one in strangers[:MOST_NAMED]],
        "aside_accounts": len(strangers),
        "errors": [
            {"row": fault.row, "column": fault.column, "reason": sentence_of(fault.reason).as_json()}
            for fault in reading.errors
        ],
        "notes": [sentence_of(note).as_json() for note in reading.notes],
    }


def _currency(reading: Reading) -> str:
    """Return the currency of new customers: that of the file if it has one only, else the installation's."""
    named = [currency for currency in reading.sums["amount"] if currency]
    return named[0] if len(named) == 1 else str(settings.CURRENCY)


def take_back(batch: Batch, by: Actor) -> None:
    """Let the batch's facts no longer count; customers made for it go too, unless something else holds them."""
    Part.objects.filter(batch=batch, is_live=True).update(is_live=False, retired_at=clock.machine_now())
    adding.remove_made_by(batch, by=by)
    _announce(batch)


undoing.register(Batch.Kind.USAGE, take_back)
