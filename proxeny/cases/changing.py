"""Changing what is known of a case, also when somebody else changes it at the same moment, and taking it back."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from proxeny.accounts.changing import Change, made_by, merged, restored, texts, typed
from proxeny.accounts.merging import Texts
from proxeny.cases.events import Kind
from proxeny.cases.fields import OF_CASES
from proxeny.cases.guarding import guard, recorded
from proxeny.cases.keeping_up import keep_up, locked
from proxeny.cases.models import Case, PriorityOverride
from proxeny.cases.prioritising import by_rule
from proxeny.cases.texts import put_case
from proxeny.core.actors import Actor


def change(case: Case, new: Mapping[str, object], *, by: Actor, seen: Texts | None = None) -> Change:
    """Give the case new values, by field, as text; `seen` is what stood there when the person began.

    Another severity has the priority follow the rule, unless a person has set it against the rule. Raises NotFound for who
    may not change the case, ValidationError by field, and Conflict when somebody else has changed one meanwhile: then
    nothing is kept, and the conflict holds all that was wanted.
    """
    with transaction.atomic():
        row = guard(locked(case), by)
        return _kept(row, typed(OF_CASES, row, new), seen or {}, by)


def take_back(case: Case, sequence: int, *, by: Actor) -> Change:
    """Restore what stood before the change with that line; only who made it can. Doing it twice changes nothing more.

    Raises Overtaken, with who and when, if one of the fields was changed since; then nothing is restored.
    """
    with transaction.atomic():
        row = guard(locked(case), by)
        before = made_by(by, row.record, Kind.CHANGED, sequence)
        wanted = restored(before, texts(OF_CASES, row), row.record, [Kind.CHANGED])
        return _kept(row, typed(OF_CASES, row, wanted), {}, by, takes_back=sequence)


def _kept(case: Case, wanted: Texts, seen: Texts, by: Actor, **more: Any) -> Change:
    changes = merged(OF_CASES, case, wanted, seen, case.record, [Kind.CHANGED])
    if not changes:
        return Change()
    columns = list(changes)
    if "severity" in changes and not PriorityOverride.objects.filter(case=case, lifted_at=None).exists():
        case.priority = by_rule(case.account.level, case.severity)
        columns.append("priority")
    keep_up(case, *columns)  # another severity means other targets, and with them other times
    put_case(case)
    return Change(recorded(Kind.CHANGED, case, by, changes=changes, **more), changes)
