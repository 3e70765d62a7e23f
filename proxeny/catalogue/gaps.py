"""What nobody owns: products and modules for which no team is asked, and teams that are asked but cannot answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from proxeny.catalogue.duty import Duties, Turn
from proxeny.catalogue.models import Module, Ownership, Product, Rota
from proxeny.identity.models import Staff, Team

SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Gap:
    """A product (`modules` empty: all of it) or modules of it for which nobody is asked, whatever it is.

    `owned` are the rows that are there for some symptoms only.
    """

    product: Product
    modules: tuple[Module, ...] = ()
    owned: tuple[Ownership, ...] = ()


@dataclass(frozen=True, slots=True)
class Weak:
    """A team that is asked for something but has no members, or no head to complain to."""

    team: Team
    asked_for: int
    has_members: bool
    has_head: bool


@dataclass(frozen=True, slots=True)
class Left:
    """A turn of a rota whose colleague no longer belongs to the team; nobody is on duty then."""

    team: Team
    staff: Staff
    turn: Turn


def gaps() -> list[Gap]:
    """Return what is sold and has no standing owner, product by product."""
    sold: dict[int, list[Module]] = {}
    for module in Module.objects.filter(retired_at=None, product__retired_at=None).order_by("name"):
        sold.setdefault(module.product_id, []).append(module)
    owned: dict[int, list[Ownership]] = {}
    for row in Ownership.objects.filter(ended_at=None).select_related("team", "module", "product"):
        owned.setdefault(row.product_id, []).append(row)
    products = Product.objects.filter(retired_at=None)
    found = (_gap(one, sold.get(one.pk, []), owned.get(one.pk, [])) for one in products)
    return [gap for gap in found if gap]


def weak_teams() -> list[Weak]:
    """Return the teams that are asked for something and have no members or no head."""
    present = Q(memberships__left_at=None, memberships__staff__is_active=True)
    teams = Team.objects.select_related("head").annotate(
        members_here=Count("memberships", filter=present, distinct=True),
        asked_for=Count("owned", filter=Q(owned__ended_at=None), distinct=True),
    )
    found = []
    for team in teams.filter(asked_for__gt=0):
        has_head = team.head is not None and team.head.is_active
        if not team.members_here or not has_head:
            found.append(Weak(team, team.asked_for, bool(team.members_here), has_head))
    return found


def left_turns(on: date) -> list[Left]:
    """Return the first turn of each team, on the day or within two weeks, whose colleague has left."""
    teams = {team.pk: team for team in Team.objects.filter(pk__in=Rota.objects.values("team"))}
    duties, found = Duties(teams), []
    for number, team in teams.items():
        turns = duties.between(number, on, on + SOON)
        turn = next((one for one in turns if one.has_left), None)
        if turn and turn.staff:
            found.append(Left(team, turn.staff, turn))
    return found


def _gap(product: Product, modules: list[Module], rows: list[Ownership]) -> Gap | None:
    if any(row.module_id is None and not row.symptoms for row in rows):
        return None
    covered = {row.module_id for row in rows if not row.symptoms}
    bare = tuple(one for one in modules if one.pk not in covered)
    partly = tuple(row for row in rows if row.symptoms)
    if modules and covered and not bare:
        return None
    return Gap(product, bare if covered else (), partly)


def of_module(module: Module, rows: Iterable[Ownership]) -> bool:
    """Tell whether nobody is asked for the module, whatever it is; `rows` are those standing of its product."""
    return not any(not row.symptoms and row.module_id in (None, module.pk) for row in rows)
