"""Parts of what somebody may see, so that each can be asked along an index: the latest, a customer's, a kind's, a case's."""

from typing import Any

from django.db.models import Q

LATEST, OF_KIND = "search_latest", "search_latest_of_kind"
BY_ACCOUNT, BY_NUMBER = "search_by_account", "search_by_number"
_ALONG = {"within_number": BY_NUMBER, "account": BY_ACCOUNT, "kind": OF_KIND}


def parts_of(within: Q) -> list[Q]:
    """Return conditions of which one is met wherever `within` is: one for each of its alternatives."""
    within = _bare(within)
    if within.negated:
        return [within]
    if within.connector == Q.OR:
        return [part for child in within.children if child != ("pk", None) for part in parts_of(_as_q(child))]
    for place, child in enumerate(within.children):
        if isinstance(child, Q) and len(parts := parts_of(child)) != 1:
            rest = Q(*within.children[:place], *within.children[place + 1 :])
            return [part & rest for part in parts]
    return [within]


def along(part: Q) -> str:
    """Return the index that leads to the latest of a part soonest."""
    pinned = _pinned(part)
    return next((index for field, index in _ALONG.items() if field in pinned), LATEST)


def _pinned(part: Q) -> set[str]:
    """The fields for which a part names its few values."""
    part = _bare(part)
    if part.negated or (part.connector == Q.OR and len(part.children) > 1):
        return set()
    found: set[str] = set()
    for child in part.children:
        if isinstance(child, Q):
            found |= _pinned(child)
        elif isinstance(child, tuple):
            field, _sign, lookup = child[0].partition("__")
            is_named = not lookup or (lookup == "in" and isinstance(child[1], (list, tuple)))
            if is_named and not (field == "kind" and lookup):
                found.add(field)
    return found


def _bare(within: Q) -> Q:
    """The condition without others around it that say nothing more."""
    while len(within.children) == 1 and isinstance(within.children[0], Q) and not within.negated:
        within = within.children[0]
    return within


def _as_q(child: Any) -> Q:
    return child if isinstance(child, Q) else Q(child)
