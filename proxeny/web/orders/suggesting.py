"""Which team is asked, while one types what shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from proxeny.catalogue import asking
from proxeny.catalogue.models import Module, Product
from proxeny.identity.models import Team
from proxeny.identity.roles import Area
from proxeny.web.policy import StaffRequest, writers_of

M = TypeVar("M", Module, Product)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which teams are suggested, which others there are, and which is chosen; `picked` is the one that was put there."""

    suggested: list[asking.Suggestion]
    others: list[Team]
    chosen: int | None
    picked: int | None
    is_asked: bool

    @property
    def is_nobodys(self) -> bool:
        """Tell whether somebody asked, and nobody owns it."""
        return self.is_asked and not self.suggested


def choice(given: Mapping[str, str], seen: str = "") -> Choice:
    """Return the teams to choose from for what a form holds: the best stands there until somebody chooses another.

    `seen` is what the case itself says; it counts where nothing is typed.
    """
    module = _one(Module.objects.select_related("product"), given.get("module", ""))
    product = _one(Product.objects.all(), given.get("product", ""))
    text = given.get("symptom", "").strip() or seen
    suggested = asking.whom(product, module, text) if product or module or text else []
    best = suggested[0].team.pk if suggested else None
    chosen, picked = (_number(given.get(name, "")) for name in ("team", "picked"))
    named = {one.team.pk for one in suggested}
    others = list(Team.objects.exclude(pk__in=named).order_by("name"))
    if chosen not in named | {one.pk for one in others} or chosen == picked:
        chosen = best
    return Choice(suggested, others, chosen, best, bool(product or module or text))


@writers_of(Area.INSIDE)
@require_safe
def suggestions(request: StaffRequest) -> HttpResponse:
    """Show the field of the team again, for what is typed by now."""
    return render(request, "orders/_team.html", {"choice": choice(request.GET.dict())})


def _one(rows: QuerySet[M], number: str) -> M | None:
    key = _number(number)
    return None if key is None else rows.filter(pk=key).first()


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
