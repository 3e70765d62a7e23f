"""What an import does to customers, people and contracts, where it does too much for a line each."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of imports."""

    CHANGED_BY_FILE = "account.changed-by-file"
    ASSIGNED_BY_FILE = "account.assigned-by-file"
    ASSIGNED_BACK = "account.assigned-back"
    CONTACTS_BY_FILE = "contact.by-file"
    CONTRACTS_BY_FILE = "contract.by-file"


kinds.register(
    {
        Kind.CHANGED_BY_FILE: N_("%(actor)s changed %(count)s customers as %(file)s says"),
        Kind.ASSIGNED_BY_FILE: N_(
            "%(actor)s gave %(count)s customers another level, spokesperson or sales colleague, as %(file)s says"
        ),
        Kind.ASSIGNED_BACK: N_(
            "%(actor)s took back %(file)s: %(count)s customers have their level, spokesperson and sales colleague of before"
        ),
        Kind.CONTACTS_BY_FILE: N_(
            "%(actor)s added %(made)s contacts and changed %(changed)s, as %(file)s says"
        ),
        Kind.CONTRACTS_BY_FILE: N_(
            "%(actor)s added %(made)s contracts and changed %(changed)s, as %(file)s says"
        ),
    }
)
