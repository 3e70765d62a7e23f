"""Who is asked for what: what nobody owns first, then product by product."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.catalogue import access, gaps
from proxeny.catalogue.duty import on_duty
from proxeny.catalogue.models import Module, Ownership, Product
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area
from proxeny.web.policy import StaffRequest, readers_of


@dataclass(frozen=True, slots=True)
class Owned:
    """One line: which team is asked, who of it is on duty, who heads it; `form` where it is being changed."""

    row: Ownership
    on_duty: Staff | None
    head: Staff | None
    form: forms.Form | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A product as a whole (`module` None) or a module of it, with those who are asked for it.

    `is_bare` tells that nobody is asked for it whatever it is; `form` is there where one is being added.
    """

    module: Module | None
    owned: list[Owned]
    is_bare: bool
    form: forms.Form | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A product with its parts; `rest` are the modules for which those are asked who are asked for the whole product."""

    product: Product
    parts: list[Part]
    rest: list[Module]


@dataclass(frozen=True, slots=True)
class Opened:
    """Which form is open: that of a row, or the one that adds to a product or a module of it."""

    form: forms.Form
    row: int | None = None
    module: int | None = None


@readers_of(Area.CATALOGUE)
@require_safe
def index(request: StaffRequest) -> HttpResponse:
    """Show what nobody owns, then who is asked for what, with a place to ask."""
    return page(request)


def page(
    request: StaffRequest, product: Product | None = None, opened: Opened | None = None, *, status: int = 200
) -> HttpResponse:
    """Show the page; `opened` is the form that is open in the section of that product."""
    products = list(access.products(request.actor).filter(retired_at=None))
    if product is not None and product not in products:
        products.append(product)
    context = {
        "sections": sections(request.actor, products, product, opened),
        "gaps": gaps.gaps(),
        "weak": gaps.weak_teams(),
        "left": gaps.left_turns(clock.today()),
        "products": products,
        "teams": access.teams(request.actor),
        "may_write": access.may_write(request.actor),
        "place": "owners",
    }
    return render(request, "catalogue/owners.html", context, status=status)


def section(
    request: StaffRequest, product: Product, opened: Opened | None = None, *, status: int = 200
) -> HttpResponse:
    """Show the section of one product alone, for htmx."""
    [one] = sections(request.actor, [product], product, opened)
    context: dict[str, Any] = {"section": one, "may_write": access.may_write(request.actor)}
    return render(request, "catalogue/_section_answer.html", context, status=status)


def sections(
    actor: Actor, products: Sequence[Product], there: Product | None = None, opened: Opened | None = None
) -> list[Section]:
    """Return the products with those who are asked; seven questions, however many there are."""
    rows = list(access.ownerships(actor).filter(ended_at=None, product__in=products))
    duty = on_duty({row.team_id for row in rows}, clock.today())
    modules: dict[int, list[Module]] = {}
    for module in access.modules(actor).filter(product__in=products, retired_at=None).order_by("name"):
        modules.setdefault(module.product_id, []).append(module)
    found = []
    for product in products:
        own = [row for row in rows if row.product_id == product.pk]
        here = opened if there and product.pk == there.pk else None
        parts = [_part(one, own, duty, here) for one in (None, *modules.get(product.pk, []))]
        told = [one for one in parts if one.module is None or one.owned or one.is_bare or one.form]
        rest = [one.module for one in parts if one.module and one not in told]
        found.append(Section(product, told, rest))
    return found


def _part(
    module: Module | None, rows: list[Ownership], duty: dict[int, Staff], opened: Opened | None
) -> Part:
    number = module.pk if module else None
    here = [row for row in rows if row.module_id == number]
    owned = [
        Owned(
            row,
            duty.get(row.team_id),
            row.team.head if row.team.head and row.team.head.is_active else None,
            opened.form if opened and opened.row == row.pk else None,
        )
        for row in sorted(here, key=lambda row: (bool(row.symptoms), row.pk))
    ]
    answering = {None, number}
    is_bare = not any(not row.symptoms and row.module_id in answering for row in rows)
    adding = opened.form if opened and opened.row is None and opened.module == number else None
    return Part(module, owned, is_bare, adding)
