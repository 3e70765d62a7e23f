"""What the palette answers: to nothing typed, where one was last; to words, what they may mean."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.desk import visiting
from proxeny.identity.roles import may
from proxeny.web.palette.found import Found, Group
from proxeny.web.palette.kinds import KINDS

RECENT = 8
LOOKED_AT = 40
"""So many of the latest visits are looked at: some may be closed to the actor by now."""


def recent(actor: Actor) -> list[Group]:
    """Return what the actor opened lately and may still see."""
    visited = visiting.latest(actor, LOOKED_AT)
    seen: dict[Reference, Found] = {}
    for kind in KINDS:
        keys = [about.key for about in visited if about.kind == kind.name]
        if keys and may(actor, kind.area):
            seen.update(_by_reference(kind.name, kind.again(actor, keys)))
    lines = [seen[about] for about in visited if about in seen][:RECENT]
    return [Group("recent", _("Recent"), lines)] if lines else []


def answer(actor: Actor, words: str) -> list[Group]:
    """Return by kind what the actor may mean by `words`, of what they may see."""
    groups = (
        Group(kind.name, kind.title, kind.find(actor, words)) for kind in KINDS if may(actor, kind.area)
    )
    return [*(group for group in groups if group.lines), _everywhere(words)]


def _everywhere(words: str) -> Group:
    """The last line, behind all others: a search of everything for these words."""
    href = f"{reverse('search')}?{urlencode({'q': words})}"
    name = gettext("Search everything for “%(words)s”") % {"words": words}
    return Group("search", _("Search"), [Found(href=href, name=name, icon="search", is_weak=True)])


def _by_reference(kind: str, found: Mapping[str, Found]) -> dict[Reference, Found]:
    return {Reference(kind, key): one for key, one in found.items()}
