"""Files of rows for tests: written as text, imported, and everything of customers as plain values."""

import hashlib
import io
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import translation

from proxeny.accounts.models import Account, Contact, Contract, ContractLine
from proxeny.core.actors import Actor
from proxeny.intake import importers, receiving, saying
from proxeny.intake.models import Batch
from tests.cast import SETTING_UP

Document = dict[str, Any]


def received(kind: str, text: str | bytes, **options: object) -> Batch:
    """Receive the text as a file of that kind."""
    content = text.encode() if isinstance(text, str) else text
    name = f"{kind}-{hashlib.sha256(content).hexdigest()[:6]}.csv"
    return receiving.receive(io.BytesIO(content), name, Batch.Kind(kind), by=SETTING_UP, options=options)


def imported(
    kind: str,
    text: str | bytes,
    *,
    by: Actor = SETTING_UP,
    mapping: Mapping[str, str] | None = None,
    **options: object,
) -> tuple[Batch, Document]:
    """Import the text; return the batch and its document, worded in English."""
    batch = received(kind, text, **options)
    batch.mapping = dict(mapping or {})
    with translation.override("en"):
        document = saying.said(importers.importer_of(kind).run(batch, by=by))
    batch.refresh_from_db()
    return batch, document


def errors(document: Document) -> list[tuple[int, str]]:
    """Return row and column of everything that was wrong."""
    return [(one["row"], one["column"]) for one in document["errors"]]


def everything() -> dict[str, list[dict[str, Any]]]:
    """Return every customer, person and contract as it stands, with its number and times; lines without theirs."""
    kept: Iterable[Any] = (Account, Contact, Contract)
    found = {model.__name__: list(model.objects.order_by("pk").values()) for model in kept}
    lines = ContractLine.objects.order_by("contract", "position").values(
        "contract", "position", "product", "quantity", "amount_minor"
    )
    return {**found, "lines": list(lines)}
