"""One module: what it provides, what it needs and excludes, what adopting it takes, who is asked for it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.catalogue import access
from proxeny.catalogue.models import Module
from proxeny.catalogue.tying import NEEDS
from proxeny.identity.roles import Area
from proxeny.web.catalogue.index import shelves_of
from proxeny.web.catalogue.owners import sections
from proxeny.web.policy import StaffRequest, readers_of


@readers_of(Area.CATALOGUE)
@require_safe
def show(request: StaffRequest, number: int) -> HttpResponse:
    """Show the module."""
    module = access.module_for(request.actor, number)
    [shelf] = shelves_of([module.product], request.actor)
    line = next(one for one in shelf.lines if one.module.pk == number)
    [section] = sections(request.actor, [module.product])
    asked = [part for part in section.parts if part.module is None or part.module.pk == number]
    needing = Module.objects.filter(ties__other=module, ties__tie=NEEDS, retired_at=None)
    context = {
        "module": module,
        "line": line,
        "asked": [owned for part in reversed(asked) for owned in part.owned],
        "is_bare": asked[-1].is_bare,
        "needing": needing.select_related("product").order_by("name"),
        "may_write": access.may_write(request.actor),
    }
    return render(request, "catalogue/module.html", context)
