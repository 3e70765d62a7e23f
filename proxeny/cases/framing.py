"""Who stands behind a case: who asks, on whose behalf, who decides, who pays, and which conclusion they hope for."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from proxeny.accounts.changing import Change, made_by, merged, restored, texts, typed
from proxeny.accounts.merging import Texts
from proxeny.cases.events import Kind
from proxeny.cases.fields import OF_FRAMING
from proxeny.cases.guarding import guard, recorded
from proxeny.cases.keeping_up import locked
from proxeny.cases.models import Case, Framing
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.phrased import Phrased


def framing_of(case: Case) -> Framing:
    """Return who stands behind the case, each person with what is known of them; unsaved where nobody has said anything."""
    return _FRAMED.first(case.pk) or Framing(case=case, changed_at=case.opened_at)


_PEOPLE = ("asked_by", "on_behalf_of", "decides", "pays")
_FRAMED = Phrased(lambda case: Framing.objects.select_related(*_PEOPLE).filter(case=case)[:1])


def frame(case: Case, new: Mapping[str, object], *, by: Actor, seen: Texts | None = None) -> Change:
    """Write down who stands behind the case, by field, as text; people are spelt contact:3 and are of this customer.

    Raises NotFound, ValidationError by field, and Conflict, as `changing.change` does.
    """
    with transaction.atomic():
        case = guard(locked(case), by)
        row = _row(case)
        return _kept(row, typed(OF_FRAMING, row, new), seen or {}, by)


def take_back(case: Case, sequence: int, *, by: Actor) -> Change:
    """Restore what stood before the change with that line; see `changing.take_back` for what is raised."""
    with transaction.atomic():
        case = guard(locked(case), by)
        row = _row(case)
        before = made_by(by, case.record, Kind.FRAMED, sequence)
        wanted = restored(before, texts(OF_FRAMING, row), case.record, [Kind.FRAMED])
        return _kept(row, typed(OF_FRAMING, row, wanted), {}, by, takes_back=sequence)


def _row(case: Case) -> Framing:
    """The row of the case, which is locked: nobody else makes one meanwhile."""
    found = Framing.objects.filter(case=case).first() or Framing(changed_at=clock.now())
    found.case = case
    return found


def _kept(row: Framing, wanted: Texts, seen: Texts, by: Actor, **more: Any) -> Change:
    case = row.case
    changes = merged(OF_FRAMING, row, wanted, seen, case.record, [Kind.FRAMED])
    if not changes:
        return Change()
    row.changed_at = clock.now()
    row.save()
    return Change(recorded(Kind.FRAMED, case, by, changes=changes, **more), changes)
