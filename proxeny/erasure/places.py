"""Every table there is, with what its package says it may hold of people."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model

from proxeny.accounts import erasing as accounts
from proxeny.accounts.models import Account
from proxeny.cases import erasing as cases
from proxeny.catalogue import erasing as catalogue
from proxeny.core.erasing import Held
from proxeny.core.erasing import tables as core
from proxeny.demand import erasing as demand
from proxeny.desk import erasing as desk
from proxeny.dispatch import erasing as dispatch
from proxeny.docket import erasing as docket
from proxeny.erasure import erasing as erasure
from proxeny.identity import erasing as identity
from proxeny.intake import erasing as intake
from proxeny.judgement import erasing as judgement
from proxeny.knowledge import erasing as knowledge
from proxeny.ledger import erasing as ledger
from proxeny.notices import erasing as notices
from proxeny.promises import erasing as promises
from proxeny.search import erasing as search
from proxeny.search.models import Document
from proxeny.usage import erasing as usage

TABLES: tuple[Held, ...] = (
    *accounts.HELD, *cases.HELD, *promises.HELD, *demand.HELD, *dispatch.HELD, *judgement.HELD, *docket.HELD,
    *knowledge.HELD, *catalogue.HELD, *usage.HELD, *intake.HELD, *search.HELD, *notices.HELD, *desk.HELD, *identity.HELD,
    *erasure.HELD, *ledger.HELD, *core.HELD,
)  # fmt: skip

WRITERS: Mapping[type[Model], Callable[[int, dict[str, Any]], None]] = {
    Account: accounts.rename,
    Document: search.lay_anew,
}
"""Tables of which something else follows from the columns that change: their packages write them."""

ELSEWHERE = ("search_tokens", "django_session", "core_cache")
"""Tables that no model of ours stands for: the index beside the documents, who is signed in, what is kept for minutes."""


def to_write_anew() -> list[str]:
    """Return the tables that may hold words of people, and so what is left of removed ones."""
    kept = {held.table for held in TABLES if held.columns}
    return sorted({*kept, ledger.TABLE, *ELSEWHERE})
