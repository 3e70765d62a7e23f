"""What the catalogue may hold of a customer's people: a name that somebody put where it does not belong."""

from proxeny.catalogue.models import Capability, Module, Ownership, Product, Rota, StandIn, TeamHours
from proxeny.core.erasing import ACTOR, CODE, PRODUCT, Held
from proxeny.core.sentences import N_

CATALOGUE = N_("the catalogue")

HELD = (
    Held(TeamHours, never={"hours": "hours of the week", "country": CODE, "zone": CODE, "changed_by": ACTOR}),
    Held(Rota, never={"set_by": ACTOR}),
    Held(StandIn, never={"said_by": ACTOR}),
    Held(Ownership, kind=CATALOGUE, lists=("symptoms",), never={"set_by": ACTOR, "ended_by": ACTOR}),
    Held(
        Product, kind=CATALOGUE, texts=("about",),
        never={"name": PRODUCT, "also_called": PRODUCT, "editions": PRODUCT, "added_by": ACTOR},
    ),
    Held(Capability, never={"name": PRODUCT}),
    Held(
        Module, kind=CATALOGUE, texts=("about", "risk_because"),
        never={
            "name": PRODUCT, "also_called": PRODUCT, "editions": PRODUCT, "cost_currency": CODE, "added_by": ACTOR,
        },
    ),
)  # fmt: skip
