"""What can happen to the catalogue."""

from enum import StrEnum

from proxeny.core.sentences import N_
from proxeny.ledger import kinds


class Kind(StrEnum):
    """Kinds of entries of this package."""

    PRODUCT_ADDED = "product.added"
    PRODUCT_CHANGED = "product.changed"
    PRODUCT_RETIRED = "product.retired"
    PRODUCT_RESTORED = "product.restored"
    MODULE_ADDED = "module.added"
    MODULE_CHANGED = "module.changed"
    MODULE_RETIRED = "module.retired"
    MODULE_RESTORED = "module.restored"
    OWNER_SET = "ownership.set"
    OWNER_CHANGED = "ownership.changed"
    OWNER_ENDED = "ownership.ended"
    OWNER_RESTORED = "ownership.restored"
    ROTA_SET = "rota.set"
    ROTA_REMOVED = "rota.removed"
    STAND_IN_SET = "stand-in.set"
    STAND_IN_ENDED = "stand-in.ended"
    HOURS_SET = "team-hours.set"


kinds.register(
    {
        Kind.PRODUCT_ADDED: N_("%(actor)s added the product %(name)s to the catalogue"),
        Kind.PRODUCT_CHANGED: N_("%(actor)s changed the product %(name)s in the catalogue"),
        Kind.PRODUCT_RETIRED: N_("%(actor)s noted that the product %(name)s is no longer sold"),
        Kind.PRODUCT_RESTORED: N_("%(actor)s noted that the product %(name)s is sold again"),
        Kind.MODULE_ADDED: N_("%(actor)s added the module %(name)s to the catalogue"),
        Kind.MODULE_CHANGED: N_("%(actor)s changed the module %(name)s in the catalogue"),
        Kind.MODULE_RETIRED: N_("%(actor)s noted that the module %(name)s is no longer sold"),
        Kind.MODULE_RESTORED: N_("%(actor)s noted that the module %(name)s is sold again"),
        Kind.OWNER_SET: N_("%(actor)s noted that %(team)s is asked for %(name)s"),
        Kind.OWNER_CHANGED: N_("%(actor)s changed who is asked for %(name)s: %(team)s"),
        Kind.OWNER_ENDED: N_("%(actor)s noted that %(team)s is no longer asked for %(name)s"),
        Kind.OWNER_RESTORED: N_("%(actor)s noted that %(team)s is asked again for %(name)s"),
        Kind.ROTA_SET: N_("%(actor)s set who of %(team)s is on duty from %(begins_on)s on: %(names)s"),
        Kind.ROTA_REMOVED: N_("%(actor)s removed the rota of %(team)s that began on %(begins_on)s"),
        Kind.STAND_IN_SET: N_("%(actor)s noted that %(name)s stands in for %(team)s from %(begins_on)s to %(ends_on)s"),
        Kind.STAND_IN_ENDED: N_("%(actor)s took back that %(name)s stands in for %(team)s"),
        Kind.HOURS_SET: N_("%(actor)s set the hours in which %(team)s works"),
    }
)  # fmt: skip
