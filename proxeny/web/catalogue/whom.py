"""“出什么事找哪个技术部门”: which team is asked, answered while one types."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.catalogue import access, asking
from proxeny.catalogue.asking import Suggestion
from proxeny.catalogue.models import Module, Product
from proxeny.core.actors import Actor
from proxeny.identity.roles import Area
from proxeny.web.policy import StaffRequest, readers_of

MOST = 6
LONGEST_NUMBER = 15


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, and the teams that own it; `is_asked` tells that there was anything to answer."""

    product: Product | None
    module: Module | None
    text: str
    found: list[Suggestion]
    is_asked: bool


@readers_of(Area.CATALOGUE)
@require_safe
def answers(request: StaffRequest) -> HttpResponse:
    """Answer for `product`, `module` (a number or a name) and `text`; without htmx as a page."""
    answer = answer_of(request.actor, request.GET)
    context = {
        "answer": answer,
        "may_write": access.may_write(request.actor),
        "products": access.products(request.actor).filter(retired_at=None),
        "place": "owners",
    }
    is_part = request.htmx  # type: ignore[attr-defined]
    return render(request, "catalogue/_answers.html" if is_part else "catalogue/whom.html", context)


def answer_of(actor: Actor, given: Mapping[str, str]) -> Answer:
    """Return the answer to what an address asks. What is named and not in the catalogue is looked for in the text."""
    product, module = _product(actor, given.get("product", "")), _module(actor, given.get("module", ""))
    named = [
        given.get("product", "") if product is None else "",
        given.get("module", "") if module is None else "",
    ]
    text = " ".join(filter(None, (*named, given.get("text", "")))).strip()
    if module and product and module.product_id != product.pk:
        module = None
    is_asked = bool(product or module or text)
    found = asking.whom(product, module, text)[:MOST] if is_asked else []
    return Answer(
        product or (module.product if module else None), module, given.get("text", ""), found, is_asked
    )


def _product(actor: Actor, name: str) -> Product | None:
    if _is_number(name):
        return access.products(actor).filter(pk=int(name)).first()
    return (
        next((one for one in access.products(actor) if asking.is_called(one, name)), None) if name else None
    )


def _module(actor: Actor, name: str) -> Module | None:
    if _is_number(name):
        return access.modules(actor).filter(pk=int(name)).first()
    found = [one for one in access.modules(actor) if asking.is_called(one, name)] if name else []
    return found[0] if len(found) == 1 else None


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdigit() and len(name) <= LONGEST_NUMBER
