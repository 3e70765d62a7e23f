"""Which entries there are receipts of, and which of their texts a customer may read."""

from collections.abc import Mapping
from typing import Any

from proxeny.cases.models import Audience, Step
from proxeny.core.sentences import N_

ROWS = "rows"
TABLES = frozenset(
    {
        "cases.attachment", "cases.case", "cases.message", "cases.solution", "cases.steppass", "cases.waiting",
        "promises.moveddate", "promises.promise",
    }
)  # fmt: skip
"""Fingerprints of rows (docs/ledger.md) tell nothing to who does not have our key, but they name the tables that they are of.
Of these a customer may know; that a remark of the reply check was passed over, for one, is ours to know."""
PROMISE = frozenset({"what", "who", "promiser", "to", "due_on", "made_on", "made_in"})
OPEN: Mapping[str, frozenset[str]] = {
    "promise.made": PROMISE,
    "promise.made-unsynced": PROMISE,
    "promise.moved": frozenset({"what", "from_day", "to_day", "word", "word_of"}),
    "promise.kept": frozenset({"what", "kept_on", "due_on", "is_late"}),
    "case.wrote": frozenset({"number", "to", "audience", "text", "files"}),
    "case.customer-wrote": frozenset({"number", "who", "text"}),
    "case.step-passed": frozenset({"number", "step"}),
    "case.step-skipped": frozenset({"number", "step"}),
}
"""The kinds, and what of their texts the customer knows or may know. A text that says more is not shown at all: what an entry
committed to is its whole text. So the proof that a promise was kept, or the reason why a gate was passed over, stay inside."""

WITHOUT_TEXT: Mapping[str, str] = {
    "promise.made": N_("%(actor)s noted a promise"),
    "promise.made-unsynced": N_("%(actor)s noted a promise"),
    "promise.moved": N_("%(actor)s moved the day of a promise"),
    "promise.kept": N_("%(actor)s noted that a promise was kept"),
    "case.wrote": N_("%(actor)s wrote"),
    "case.customer-wrote": N_("A message of the customer was kept"),
    "case.step-passed": N_("%(actor)s passed a step of a case"),
    "case.step-skipped": N_("%(actor)s passed a step of a case"),
}
"""How they read where the text is not shown."""


def shows(kind: str, content: Mapping[str, Any]) -> bool:
    """Tell whether a customer may read what an entry of that kind says."""
    if kind not in OPEN or content.get("audience", Audience.CUSTOMER) != Audience.CUSTOMER:
        return False
    said = {name: value for name, value in content.items() if name != ROWS}
    return _touches_no_other(content.get(ROWS)) and all(
        name in OPEN[kind] or not value for name, value in said.items()
    )


def _touches_no_other(rows: Any) -> bool:
    """Tell whether the fingerprints are only of rows that a customer may know of."""
    if not rows:
        return True
    tables = rows.get("tables") if isinstance(rows, Mapping) else None
    return isinstance(tables, Mapping) and tables.keys() <= TABLES


def is_solved(content: Mapping[str, Any] | None) -> bool:
    """Tell whether an entry about a step says that the case was solved."""
    return bool(content) and content is not None and content.get("step") == Step.SOLVED.value
