"""The two views of a case: how the business can do it at once, and why the product is as it is; each with its risks."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.changing import Change, made_by, merged, restored, texts, typed
from proxeny.accounts.merging import Texts
from proxeny.cases.events import Kind
from proxeny.cases.fields import OF_VIEWS
from proxeny.cases.guarding import guard, person, recorded
from proxeny.cases.keeping_up import locked
from proxeny.cases.models import Case, Side, View
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference


def record_of(case: Case, side: Side) -> Reference:
    """Return the reference of one side of a case that goes on record."""
    return Reference("view", f"{case.pk}-{side.value}")


def views_of(case: Case) -> dict[Side, View]:
    """Return the views that were given, by side, with who gave them."""
    return {Side(one.side): one for one in View.objects.select_related("by").filter(case=case)}


def view_of(case: Case, side: Side) -> View:
    """Return one view; unsaved and empty where none was given."""
    return View.objects.filter(case=case, side=side).first() or View(case=case, side=side)


def give(
    case: Case, side: Side, new: Mapping[str, object], *, by: Actor, seen: Texts | None = None
) -> Change:
    """Give the view of one side, by field; what it said before stays on record.

    Raises NotFound, ValidationError by field (a view needs an answer), and Conflict as `changing.change` does.
    """
    with transaction.atomic():
        case = guard(locked(case), by)
        row = _row(case, side)
        return _kept(row, typed(OF_VIEWS, row, new), seen or {}, by)


def take_back(case: Case, side: Side, sequence: int, *, by: Actor) -> Change:
    """Restore what the view said before the change with that line; see `changing.take_back` for what is raised."""
    with transaction.atomic():
        case = guard(locked(case), by)
        row = _row(case, side)
        record = record_of(case, side)
        before = made_by(by, record, Kind.VIEWED, sequence)
        wanted = restored(before, texts(OF_VIEWS, row), record, [Kind.VIEWED])
        return _kept(row, wanted, {}, by, takes_back=sequence)


def _row(case: Case, side: Side) -> View:
    row = view_of(case, side)
    row.case = case
    return row


def _kept(row: View, wanted: Texts, seen: Texts, by: Actor, **more: Any) -> Change:
    case, side = row.case, Side(row.side)
    changes = merged(OF_VIEWS, row, wanted, seen, record_of(case, side), [Kind.VIEWED])
    if not changes:
        return Change()
    row.by_id, row.at = person(by), clock.now()
    if row.answer:
        row.save()
    elif more and not any(texts(OF_VIEWS, row).values()):
        View.objects.filter(pk=row.pk).delete()  # taken back to before there was one
    else:
        raise ValidationError({"answer": _("Say the answer: the risks are the risks of something.")})
    sequence = recorded(
        Kind.VIEWED, case, by, record_of(case, side), side=side.value, changes=changes, **more
    )
    return Change(sequence, changes)
