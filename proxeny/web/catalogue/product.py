"""One product: what it is, its modules, who is asked for it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.catalogue import access
from proxeny.identity.roles import Area
from proxeny.web.catalogue.index import shelves_of
from proxeny.web.catalogue.owners import sections
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.CATALOGUE)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show the product."""
    product = access.product_for(request.actor, number)
    [shelf], [section] = shelves_of([product], request.actor), sections(request.actor, [product])
    context = {
        "product": product,
        "shelf": shelf,
        "section": section,
        "may_write": access.may_write(request.actor),
    }
    return render(request, "catalogue/product.html", context)
