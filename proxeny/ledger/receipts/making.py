"""Making a receipt of an entry from the tables."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from proxeny.ledger.bundles import gathering
from proxeny.ledger.checking import Row
from proxeny.ledger.checkpointing import DoesNotHold
from proxeny.ledger.models import Entry
from proxeny.ledger.models.entry import Visibility
from proxeny.ledger.notes import Signer
from proxeny.ledger.receipts.receipt import Receipt
from proxeny.ledger.receipts.verifying import verify

Shows = Callable[[str, Mapping[str, Any]], bool]
"""Given the kind of an entry and what it says: may its text be shown to who gets the receipt?"""


def make(sequence: int, signer: Signer, shows: Shows) -> Receipt:
    """Make a receipt of the entry under the head as it is now, and verify it as anybody would.

    Where its text may not be shown, or was erased, only the commitment to it is part of the receipt. Raises ValueError for
    what was told in confidence: there is no receipt of that; DoesNotHold where the record itself does not hold.
    """
    row = _row(sequence)
    head = gathering.head(signer)
    if head is None or row.visibility != Visibility.OPEN:
        raise ValueError(f"of entry {sequence} there is no receipt")
    path = gathering.tree_of(head).path(sequence - 1)
    content = json.loads(row.content) if row.content is not None else {}
    if row.key is None or not shows(row.kind, content):
        row = row._replace(key=None, content=None)
    made = Receipt(str(signer.verifier), row, tuple(path), head.note)
    report = verify(made.as_text().encode(), key=signer.verifier)
    if not report.ok:
        raise DoesNotHold(f"line {sequence}: {report.breaks[0].kind} {report.breaks[0].detail}")
    return made


def _row(sequence: int) -> Row:
    [columns] = Entry.objects.filter(sequence=sequence).values_list(*gathering.COLUMNS)
    *line, key, content, order = columns
    return Row._make((*line, None if key is None else bytes(key), content, order is not None))
