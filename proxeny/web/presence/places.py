"""The things at which people can meet, each with the loader that lets in only who may see it.

A new kind is one line: the kind of its reference, and a function that raises NotFound for whoever may not see the thing.
"""

from collections.abc import Callable

from proxeny.accounts.access import account_for
from proxeny.accounts.talks.access import talk_for
from proxeny.cases.access import case_of_row
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.demand.access import defect_for, request_for
from proxeny.dispatch.access import order_for
from proxeny.identity.access import NotFound
from proxeny.knowledge.access import article_for
from proxeny.promises.access import promise_for
from proxeny.promises.concessions.access import concession_for

Loader = Callable[[Actor, int], object]

LOADERS: dict[str, Loader] = {
    "account": account_for,
    "article": article_for,
    "defect": defect_for,
    "promise": promise_for,
    "request": request_for,
    "case": case_of_row,
    "concession": concession_for,
    "order": order_for,
    "talk": talk_for,
}


def place_for(actor: Actor, text: str) -> Reference:
    """Return the reference that `text` spells, or raise NotFound: misspelt, missing and closed are the same."""
    try:
        about = Reference.parse(text)
        LOADERS[about.kind](actor, int(about.key))
    except (ValueError, KeyError, OverflowError):
        raise NotFound(text) from None
    return about
