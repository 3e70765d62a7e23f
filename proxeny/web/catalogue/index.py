"""What is sold: the products, each with its modules."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.catalogue import access
from proxeny.catalogue.asking import names
from proxeny.catalogue.matching import Said
from proxeny.catalogue.models import Module, ModuleTie, Ownership, Product
from proxeny.catalogue.tying import EXCLUDES, NEEDS
from proxeny.core.actors import Actor
from proxeny.identity.models import Team
from proxeny.identity.roles import Area
from proxeny.web.policy import StaffRequest, readers_of

LONGEST = 80


@dataclass(frozen=True, slots=True)
class Line:
    """A module as the table shows it; `team` is who is asked for it, whatever it is."""

    module: Module
    provides: list[str]
    needs: list[Module]
    excludes: list[Module]
    team: Team | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """A product with its modules; `team` is who is asked for all of it."""

    product: Product
    lines: list[Line]
    team: Team | None


@readers_of(Area.CATALOGUE)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show what the address asks for: `q` narrows, `retired` shows also what is no longer sold."""
    typed, retired = request.GET.get("q", "")[:LONGEST].strip(), "retired" in request.GET
    found = access.products(request.actor)
    found = found if retired else found.filter(retired_at=None)
    shelves = narrowed(shelves_of(list(found), request.actor, retired=retired), typed)
    context = {
        "shelves": shelves,
        "typed": typed,
        "retired": retired,
        "is_any": bool(shelves) or access.products(request.actor).exists(),
        "bare": [one for one in shelves if not one.lines],
        "may_write": access.may_write(request.actor),
        "place": "catalogue",
    }
    return render(request, "catalogue/index.html", context)


def shelves_of(products: Sequence[Product], actor: Actor, *, retired: bool = True) -> list[Shelf]:
    """Return the products with their modules and who is asked for them; six questions, however many there are."""
    ties = Prefetch("ties", ModuleTie.objects.select_related("other__product").order_by("other__name"))
    modules = access.modules(actor).filter(product__in=products).prefetch_related("provides", ties)
    modules = modules if retired else modules.filter(retired_at=None)
    rows = Ownership.objects.filter(ended_at=None, product__in=products).select_related("team")
    asked = {(one.product_id, one.module_id): one.team for one in rows if not one.symptoms}
    lines: dict[int, list[Line]] = {}
    for module in modules.order_by("name"):
        tied = list(module.ties.all())
        line = Line(
            module,
            [one.name for one in module.provides.all()],
            [one.other for one in tied if one.tie == NEEDS],
            [one.other for one in tied if one.tie == EXCLUDES],
            asked.get((module.product_id, module.pk)) or asked.get((module.product_id, None)),
        )
        lines.setdefault(module.product_id, []).append(line)
    return [Shelf(one, lines.get(one.pk, []), asked.get((one.pk, None))) for one in products]


def narrowed(shelves: list[Shelf], typed: str) -> list[Shelf]:
    """Return what is called so or provides it: a product with all its modules, or those of its modules that do."""
    if not typed:
        return shelves
    found = []
    for shelf in shelves:
        if _is_in(typed, names(shelf.product)):
            found.append(shelf)
        elif lines := [one for one in shelf.lines if _is_in(typed, [*names(one.module), *one.provides])]:
            found.append(Shelf(shelf.product, lines, shelf.team))
    return found


def _is_in(typed: str, texts: list[str]) -> bool:
    plain = typed.casefold()
    return Said("\n".join(texts)).holds(typed) or any(plain in text.casefold() for text in texts)
