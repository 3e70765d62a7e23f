"""The kinds of texts that are searched: one file each, and one line here, in the order in which they are counted."""

from proxeny.web.search.kinds.articles import ARTICLES
from proxeny.web.search.kinds.cases import CASES
from proxeny.web.search.kinds.concessions import CONCESSIONS
from proxeny.web.search.kinds.demand import DEFECTS, REQUESTS
from proxeny.web.search.kinds.kind import Kind, Line
from proxeny.web.search.kinds.promises import PROMISES

__all__ = ["KINDS", "Kind", "Line", "kind_of"]

KINDS: tuple[Kind, ...] = (CASES, ARTICLES, DEFECTS, PROMISES, CONCESSIONS, REQUESTS)


def kind_of(name: str) -> Kind | None:
    """Return the kind whose texts are called so: of a message, that of cases."""
    return next((kind for kind in KINDS if name == kind.name or name in kind.parts), None)
