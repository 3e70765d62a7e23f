"""Small bills for tests: written as a customer's system would write them, and brought in as a person would."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from proxeny.analytics.usage.reading.how import How
from proxeny.intake import receiving, saying
from proxeny.intake.models import Batch
from proxeny.usage import importing
from tests.cast import SETTING_UP

Row = tuple[str, str, date, float]
HEADER = "account,meter,day,quantity,amount,currency"


def written(path: Path, rows: Iterable[Row]) -> Path:
    """Write meter readings: account, meter, day, amount in yuan."""
    lines = [
        f"{account},{meter},{day},{amount * 10:.2f},{amount:.2f},CNY" for account, meter, day, amount in rows
    ]
    path.write_text("\n".join([HEADER, *lines]), "utf-8")
    return path


def bring_in(
    path: Path, how: How | None = None, *, create_accounts: bool = False
) -> tuple[Batch, dict[str, Any]]:
    """Import the file as consumption; return its batch and its document."""
    with path.open("rb") as stream:
        batch = receiving.receive(stream, path.name, Batch.Kind.USAGE, by=SETTING_UP)
    document = importing.import_usage(
        batch, how or How(preset="long"), by=SETTING_UP, create_accounts=create_accounts
    )
    return batch, saying.said(document)
