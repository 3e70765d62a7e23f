"""What can happen to customers, their people and their contracts."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    ADDED = "account.added"
    ADDED_BY_FILE = "account.added-by-file"
    CHANGED = "account.changed"
    CONTACT_ADDED = "contact.added"
    CONTACT_CHANGED = "contact.changed"
    CONTACT_WITHDRAWN = "contact.withdrawn"
    CONTRACT_ADDED = "contract.added"
    CONTRACT_CHANGED = "contract.changed"


kinds.register(
    {
        Kind.ADDED: N_("%(actor)s added the customer %(name)s"),
        Kind.ADDED_BY_FILE: N_("%(actor)s added %(count)s customers that were named in %(file)s"),
        Kind.CHANGED: N_("%(actor)s changed %(name)s"),
        Kind.CONTACT_ADDED: N_("%(actor)s added %(name)s as a contact"),
        Kind.CONTACT_CHANGED: N_("%(actor)s changed the contact %(name)s"),
        Kind.CONTACT_WITHDRAWN: N_("%(actor)s took back that %(name)s was added as a contact"),
        Kind.CONTRACT_ADDED: N_("%(actor)s added the contract %(name)s"),
        Kind.CONTRACT_CHANGED: N_("%(actor)s changed the contract %(name)s"),
    }
)
