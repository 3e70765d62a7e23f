"""Loading the catalogue; there is no way to change it without saying who does."""

from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from proxeny.catalogue.models import Module, Ownership, Product, Rota, StandIn
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound
from proxeny.identity.models import Team
from proxeny.identity.roles import Area, may

T = TypeVar("T", bound=Model)


def may_write(actor: Actor) -> bool:
    """Tell whether the actor may change the catalogue and who is asked for what."""
    return may(actor, Area.CATALOGUE, write=True)


def products(actor: Actor, *, write: bool = False) -> QuerySet[Product]:
    """Return the products that the actor may read (or change): all or none."""
    return Product.objects.all() if may(actor, Area.CATALOGUE, write=write) else Product.objects.none()


def modules(actor: Actor, *, write: bool = False) -> QuerySet[Module]:
    """Return the modules that the actor may read (or change), with their products."""
    found = Module.objects.all() if may(actor, Area.CATALOGUE, write=write) else Module.objects.none()
    return found.select_related("product")


def ownerships(actor: Actor, *, write: bool = False) -> QuerySet[Ownership]:
    """Return who is asked for what, also what has ended, for those who may read (or change) it."""
    found = Ownership.objects.all() if may(actor, Area.CATALOGUE, write=write) else Ownership.objects.none()
    return found.select_related("product", "module__product", "team__head")


def teams(actor: Actor) -> QuerySet[Team]:
    """Return the teams that are asked, for those who may read the catalogue."""
    found = Team.objects.all() if may(actor, Area.CATALOGUE) else Team.objects.none()
    return found.select_related("head")


def teams_to_set(actor: Actor) -> QuerySet[Team]:
    """Return the teams whose rota and hours the actor may set: all or none."""
    found = Team.objects.all() if may_write(actor) else Team.objects.none()
    return found.select_related("head")


def product_for(actor: Actor, number: int, *, write: bool = False) -> Product:
    """Return one product, or raise NotFound."""
    return _one(products(actor, write=write), number, "product")


def module_for(actor: Actor, number: int, *, write: bool = False) -> Module:
    """Return one module with its product, or raise NotFound."""
    return _one(modules(actor, write=write), number, "module")


def ownership_for(actor: Actor, number: int, *, write: bool = False) -> Ownership:
    """Return one row of who is asked for what, or raise NotFound."""
    return _one(ownerships(actor, write=write), number, "ownership")


def team_for(actor: Actor, number: int) -> Team:
    """Return one team to read of, or raise NotFound."""
    return _one(teams(actor), number, "team")


def team_to_set(actor: Actor, number: int) -> Team:
    """Return one team whose rota and hours the actor may set, or raise NotFound."""
    return _one(teams_to_set(actor), number, "team")


def rota_to_set(actor: Actor, number: int) -> Rota:
    """Return one rota that the actor may set, or raise NotFound."""
    found = Rota.objects.select_related("team").filter(team__in=teams_to_set(actor).values("pk"))
    return _one(found, number, "rota")


def stand_in_to_set(actor: Actor, number: int) -> StandIn:
    """Return one who stands in, for who may set it, or raise NotFound."""
    found = StandIn.objects.select_related("team", "staff")
    return _one(found.filter(team__in=teams_to_set(actor).values("pk")), number, "stand-in")


def still_sold() -> Q:
    """Return the condition on modules that they, and their product, are still sold."""
    return Q(retired_at=None, product__retired_at=None)


def _one(found: QuerySet[T], number: int, kind: str) -> T:
    row = found.filter(pk=number).first()
    if row is None:
        raise NotFound(f"{kind}:{number}")
    return row
