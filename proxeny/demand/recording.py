"""Noting a defect, and changing what is known of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.changing import Change, made_by, merged, restored, typed
from proxeny.accounts.changing import texts as texts_of
from proxeny.accounts.merging import Texts
from proxeny.accounts.models import Account
from proxeny.cases.models import Case
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import access, linking, noting, texts
from proxeny.demand.events import Kind
from proxeny.demand.fields import FIELDS
from proxeny.demand.models import Defect
from proxeny.identity.access import NotFound


def open_defect(
    *,
    title: str,
    symptom: str,
    by: Actor,
    product: str = "",
    module: str = "",
    environment: str = "",
    workaround: str = "",
    workaround_risk: str = "",
    found_in: Case | None = None,
) -> Defect:
    """Note a defect that `by` found, in the case `found_in` if in any: that case is linked to it.

    Raises NotFound for who may note none, or may not change the case; ValidationError, by field, also where a field names
    the customer of the case: everybody reads defects. ValueError for the program itself.
    """
    staff = noting.colleague(by)
    if not access.may_write_defects(by):
        raise NotFound("defect")
    now = clock.now()
    defect = Defect(found_by_id=staff, found_in=found_in, found_at=now, changed_at=now)
    new = {
        "title": title,
        "product": product,
        "module": module,
        "symptom": symptom,
        "environment": environment,
    }
    new |= {"workaround": workaround, "workaround_risk": workaround_risk}
    wanted = typed(FIELDS, defect, new)
    if found_in is not None:
        refuse_naming(wanted, [found_in.account])
    for name, text in wanted.items():
        setattr(defect, name, text)
    with transaction.atomic():
        defect.save()
        noting.of_defect(Kind.DEFECT_OPENED, defect, by=by, product=defect.product, module=defect.module)
        if found_in is not None:
            linking.link(defect, found_in, by=by)
        texts.keep_defect(defect)
    return defect


def change(defect: Defect, new: Mapping[str, object], *, by: Actor, seen: Texts | None = None) -> Change:
    """Change what is known of the defect, by field, as text; `seen` is what stood there when the person began.

    Raises NotFound, ValidationError by field, and Conflict when somebody else has changed one meanwhile.
    """
    with transaction.atomic():
        row = noting.locked_defect(defect, by)
        wanted = typed(FIELDS, row, new)
        refuse_naming(wanted, Account.objects.filter(cases__defect_links__in=row.links.filter(ended_at=None)))
        return _kept(row, wanted, seen or {}, by)


def take_back(defect: Defect, sequence: int, *, by: Actor) -> Change:
    """Restore what stood before the change with that line; only who made it can. Raises Overtaken if changed since."""
    with transaction.atomic():
        row = noting.locked_defect(defect, by)
        recorded = made_by(by, row.record, Kind.DEFECT_CHANGED, sequence)
        wanted = restored(recorded, texts_of(FIELDS, row), row.record, [Kind.DEFECT_CHANGED])
        return _kept(row, typed(FIELDS, row, wanted), {}, by, takes_back=sequence)


def refuse_naming(wanted: Mapping[str, str], accounts: Iterable[Account]) -> None:
    """Raise ValidationError, by field, where a text names one of the customers."""
    names = {account.name for account in accounts}
    said = _(
        "Everybody reads this: leave out the customer’s name, %(name)s. The linked case says whose it is."
    )
    errors = {
        field: said % {"name": name}
        for field, text in wanted.items()
        for name in names
        if name and name in text
    }
    if errors:
        raise ValidationError(errors)


def _kept(row: Defect, wanted: Texts, seen: Texts, by: Actor, **more: Any) -> Change:
    changes = merged(FIELDS, row, wanted, seen, row.record, [Kind.DEFECT_CHANGED])
    if not changes:
        return Change()
    row.changed_at = clock.now()
    row.save(update_fields=[*changes, "changed_at"])
    sequence = noting.of_defect(Kind.DEFECT_CHANGED, row, by=by, changes=changes, **more)
    texts.keep_defect(row)
    return Change(sequence, changes)
