"""What can happen with receipts."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    MADE = "receipt.made"


kinds.register({Kind.MADE: N_("%(actor)s made a receipt for the customer of entry %(number)s: %(what)s")})
