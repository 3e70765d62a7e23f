"""What can happen with evidence."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.identity.roles import Area
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    MADE = "bundle.made"


# Inside: how many entries somebody else's bundle has would tell those who see fewer that there are more.
kinds.register(
    {Kind.MADE: N_("%(actor)s made a bundle of evidence about %(what)s: %(entries)s entries")},
    area=Area.INSIDE,
)
