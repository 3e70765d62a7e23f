"""Making a receipt for a customer, and putting on record that it was made. A person hands it out; nothing is mailed."""

import hashlib
from dataclasses import dataclass

from django.db import transaction

from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.core.words import Language
from proxeny.ledger import appending, keys
from proxeny.ledger.receipts import making
from proxeny.reports.receipts import page
from proxeny.reports.receipts.events import Kind
from proxeny.reports.receipts.scope import Scope
from proxeny.reports.receipts.showing import shows


@dataclass(frozen=True, slots=True)
class Made:
    """A receipt: its text, the same as a page for people, and a name for the files."""

    text: str
    page: str
    name: str


def make(scope: Scope, sequence: int, *, by: Actor, language: Language) -> Made:
    """Make a receipt of one of the entries of `scope`, and put on record who made it.

    Raises NotFound for an entry that is none of them; DoesNotHold where the record itself does not hold.
    """
    chosen = scope.chosen(sequence)
    signer = keys.signer()
    receipt = making.make(chosen.line.sequence, signer, shows)
    text = receipt.as_text()
    digest = hashlib.sha256(text.encode()).hexdigest()
    about = [scope.account.record, scope.record]
    if by.staff_id is not None:
        about.append(references.to("staff", by.staff_id))
    with transaction.atomic():
        appending.append(Kind.MADE, about=about, by=by, number=sequence, sha256=digest, what=scope.title)
    return Made(text, page.written(scope, receipt, language), f"receipt-{sequence}-{digest[:8]}")
