"""The page of a search."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from proxeny.core.actors import Actor
from proxeny.search.asking import LONGEST
from proxeny.web.policy import StaffRequest, colleagues
from proxeny.web.search import helping, names
from proxeny.web.search.drawing import drawn
from proxeny.web.search.kinds import KINDS
from proxeny.web.search.looking import ON_A_PAGE, Count, Looked, look
from proxeny.web.search.rows import rows


@colleagues
@require_safe
def show(request: StaffRequest) -> HttpResponse:
    """Show what holds the words in `q`; to htmx only that, to a person the whole page."""
    typed = request.GET.get("q", "").lstrip()[:LONGEST]
    looked = look(request.actor, typed)
    pages = Paginator(looked.results, ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "typed": typed,
        "looked": looked,
        "page": page,
        "results": rows(drawn(request.actor, looked, list(page.object_list))),
        "facets": _facets(typed, looked),
        "offers": helping.offers(typed),
        "customers": _customers(request.actor, looked) if looked.is_near or not looked.results else [],
    }
    if request.htmx:  # type: ignore[attr-defined]
        return render(request, "search/_found.html", context)
    return render(request, "search/show.html", {**context, "explained": helping.explained()})


def _facets(typed: str, looked: Looked) -> list[dict[str, Any]]:
    """How much there is of each kind, each a link that asks for that kind alone; the sum of them leads back to all."""
    titles = {kind.name: kind.title for kind in KINDS} | {
        "message": _("Messages"),
        "account": _("Accounts"),
        "contact": _("People at customers"),
    }
    scope = looked.narrowing.scope
    bare = helping.without("in", typed)
    shown = [
        {
            "title": titles[name],
            "count": _count(count),
            "href": _address(f"{bare} {helping.written('in', name)}".strip()),
            "is_current": scope == name,
        }
        for name in titles
        if (count := looked.counts.get(name)) is not None
    ]
    if not shown or (len(shown) == 1 and not scope):
        return []
    everything = {"title": _("Everything"), "count": "", "href": _address(bare), "is_current": not scope}
    return [everything, *shown]


def _count(count: Count) -> str:
    return f"{count.number}+" if count.is_least else str(count.number)


def _customers(actor: Actor, looked: Looked) -> list[dict[str, str]]:
    """Words that name a customer: the same search, among what is that customer's."""
    if looked.narrowing.documents:
        return []
    words = [one.text for one in looked.asked.wanted]
    found = []
    for word, name in names.customers_within(actor, words):
        rest = " ".join(one for one in words if one != word)
        quoted = f'"{name}"' if " " in name else name
        asked = f"{helping.written('account', quoted)} {rest}"
        found.append({"name": name, "rest": rest, "href": _address(asked)})
    return found


def _address(typed: str) -> str:
    return f"{reverse('search')}?{urlencode({'q': typed})}"
