"""The rows of the ledger. Only this package touches them; the database refuses to change or remove one."""

from proxeny.ledger.models.checkpoint import Anchor, Checkpoint
from proxeny.ledger.models.entry import Entry, Subject
from proxeny.ledger.models.payload import Erased, Payload
from proxeny.ledger.models.verification import Verification

__all__ = ["Anchor", "Checkpoint", "Entry", "Erased", "Payload", "Subject", "Verification"]
