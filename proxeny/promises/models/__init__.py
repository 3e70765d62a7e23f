"""What is owed to customers, and what was given away to them."""

from proxeny.promises.models.concession import Concession, ConcessionLimit
from proxeny.promises.models.promise import MovedDate, Promise

__all__ = ["Concession", "ConcessionLimit", "MovedDate", "Promise"]
