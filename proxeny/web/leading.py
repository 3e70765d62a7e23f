"""Where references lead: the page of what they name, for a reader who may go there."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from proxeny.accounts import access as accounts
from proxeny.accounts.glass import access as glass
from proxeny.accounts.talks import access as talks
from proxeny.cases import access as cases
from proxeny.catalogue import access as catalogue
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.demand import access as demand
from proxeny.dispatch import access as dispatch
from proxeny.knowledge import access as knowledge
from proxeny.promises import access as promises
from proxeny.promises.concessions import access as concessions
from proxeny.reports import access as reports

Loads = Callable[[Actor], QuerySet[Any]]
PAGES: Mapping[str, tuple[Loads, str, str]] = {
    "account": (accounts.accounts, "account", "pk"),
    "case": (cases.cases, "case", "number"),
    "promise": (promises.promises, "promise", "pk"),
    "concession": (concessions.concessions, "concession", "pk"),
    "talk": (talks.talks, "talk", "pk"),
    "order": (dispatch.orders, "order", "pk"),
    "complaint": (dispatch.complaints, "order-complaint", "pk"),
    "defect": (demand.defects, "defect", "pk"),
    "request": (demand.requests, "request", "pk"),
    "article": (knowledge.articles, "article", "pk"),
    "product": (catalogue.products, "product", "pk"),
    "module": (catalogue.modules, "module", "pk"),
    "admission": (glass.admissions, "glass-admission", "pk"),
    "team": (reports.teams, "team", "pk"),
}
"""What has a page: how it is loaded for a reader, its route, and the column that its address holds."""


def addresses(actor: Actor, references: Iterable[str]) -> dict[str, str]:
    """Return the addresses of those of the references whose page is open to the actor; one query for each kind."""
    wanted: dict[str, set[str]] = {}
    for text in references:
        about = Reference.parse(text)
        if about.kind in PAGES and about.key.isascii() and about.key.isdigit():
            wanted.setdefault(about.kind, set()).add(about.key)
    found: dict[str, str] = {}
    for kind, keys in wanted.items():
        found.update(_of_kind(actor, kind, keys))
    return found


def _of_kind(actor: Actor, kind: str, keys: Collection[str]) -> dict[str, str]:
    loads, route, column = PAGES[kind]
    rows = loads(actor).filter(pk__in=keys).values_list("pk", column)
    return {f"{kind}:{number}": reverse(route, args=[shown]) for number, shown in rows}
