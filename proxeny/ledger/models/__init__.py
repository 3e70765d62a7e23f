"""The rows of the ledger. Only this package touches them; the database refuses to change or remove one."""

from proxeny.ledger.models.entry import Entry, Subject
from proxeny.ledger.models.payload import Payload

__all__ = ["Entry", "Payload", "Subject"]
