"""Which tables of this package are evidence."""

from proxeny.catalogue.models import (
    Capability,
    Module,
    ModuleTie,
    Ownership,
    Product,
    Rota,
    RotaTurn,
    StandIn,
    TeamHours,
)
from proxeny.core.sentences import N_
from proxeny.ledger.rows.declaring import not_evidence, on_record

on_record(Product, N_("Product"), belongs=("product", ""))
on_record(Capability, N_("Capability"))
on_record(Module, N_("Module"), belongs=("module", ""))
on_record(ModuleTie, N_("Tie of two modules"), belongs=("module", "module_id"))
on_record(Ownership, N_("Team that is asked"), belongs=("product", "product_id"))
on_record(Rota, N_("Rota"), belongs=("team", "team_id"))
on_record(RotaTurn, N_("Turn of a rota"))
on_record(StandIn, N_("Standing in"), belongs=("team", "team_id"))
on_record(TeamHours, N_("Hours of a team"), belongs=("team", "team_id"))
not_evidence("what a module provides is told by the line of the module", Module.provides.through)
