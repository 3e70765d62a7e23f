"""Products and modules, who is asked for what, and when teams work."""

from proxeny.catalogue.models.duty import Rota, RotaTurn, StandIn, TeamHours
from proxeny.catalogue.models.ownership import Ownership
from proxeny.catalogue.models.product import Capability, Module, ModuleTie, Product

__all__ = [
    "Capability", "Module", "ModuleTie", "Ownership", "Product", "Rota", "RotaTurn", "StandIn", "TeamHours",
]  # fmt: skip
