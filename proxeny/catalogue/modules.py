"""Adding modules to products, changing them and what they need and exclude, noting that they are no longer sold."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.changing import Change, made_by, merged, restored, texts
from proxeny.accounts.merging import Texts
from proxeny.catalogue import access, recording, tying
from proxeny.catalogue.events import Kind
from proxeny.catalogue.fields import OF_MODULES
from proxeny.catalogue.models import Module, Product
from proxeny.core import clock
from proxeny.core.actors import Actor

BESIDE = {"provides", "needs", "excludes"}


def add(product: Product, *, by: Actor, **new: object) -> Module:
    """Add a module: `name` and the other fields of `OF_MODULES`; lists may be given as lists, modules as modules.

    Raises NotFound for who may not, ValidationError, by field: without a name, with one that another module of the product
    has, and where what it needs excludes what it needs.
    """
    with transaction.atomic():
        recording.locked_catalogue(by)
        module = Module(product=product, added_by=by.reference, added_at=clock.now())
        tying.load(module)
        wanted = recording.read(OF_MODULES, module, {"name": "", **new})
        recording.take(OF_MODULES, module, wanted)
        recording.refuse_taken(module.name, product.modules.all())
        tying.check(module, module.needs, module.excludes)  # type: ignore[attr-defined]
        _price(module)
        module.save()
        others = tying.keep(module, BESIDE)
        about = [module.record, product.record, *(one.record for one in others)]
        held = {name: text for name, text in wanted.items() if name != "name" and text}
        recording.append(
            Kind.MODULE_ADDED, *about, by=by, name=module.full_name, currency=module.cost_currency, held=held
        )
    return module


def change(module: Module, new: Mapping[str, object], *, by: Actor, seen: Texts | None = None) -> Change:
    """Change what is said of a module, by field; `seen` is what stood there when the person began.

    What is excluded excludes it in turn. Raises NotFound, ValidationError by field (also where a module could then not be
    had), and Conflict when somebody else has changed a field meanwhile.
    """
    with transaction.atomic():
        row = tying.load(recording.locked_module(module, by))
        return _kept(row, recording.read(OF_MODULES, row, new), seen or {}, by)


def take_back(module: Module, sequence: int, *, by: Actor) -> Change:
    """Restore what stood before the change with that line; only who made it can. Raises Overtaken if changed since."""
    with transaction.atomic():
        row = tying.load(recording.locked_module(module, by))
        recorded = made_by(by, row.record, Kind.MODULE_CHANGED, sequence)
        wanted = restored(recorded, texts(OF_MODULES, row), row.record, [Kind.MODULE_CHANGED])
        return _kept(row, recording.read(OF_MODULES, row, wanted), {}, by)


def retire(module: Module, *, by: Actor) -> Module:
    """Note that it is no longer sold; it stays for those who have it. Doing it twice changes nothing.

    Raises ValidationError while a module that is sold needs it.
    """
    with transaction.atomic():
        row = recording.locked_module(module, by)
        if row.retired_at is not None:
            return row
        needing = Module.objects.filter(access.still_sold(), ties__other=row, ties__tie=tying.NEEDS)
        if names := [one.name for one in needing]:
            values = {"names": ", ".join(names)}
            raise ValidationError(
                _("It is still needed by what is sold: %(names)s. Change that first.") % values
            )
        row.retired_at = clock.now()
        row.save(update_fields=["retired_at"])
        recording.append(Kind.MODULE_RETIRED, row.record, row.product.record, by=by, name=row.full_name)
    return row


def restore(module: Module, *, by: Actor) -> Module:
    """Note that it is sold again. Doing it twice changes nothing."""
    with transaction.atomic():
        row = recording.locked_module(module, by)
        if row.retired_at is not None:
            row.retired_at = None
            row.save(update_fields=["retired_at"])
            recording.append(Kind.MODULE_RESTORED, row.record, row.product.record, by=by, name=row.full_name)
    return row


def _kept(row: Module, wanted: Texts, seen: Texts, by: Actor) -> Change:
    changes = merged(OF_MODULES, row, wanted, seen, row.record, [Kind.MODULE_CHANGED])
    if not changes:
        return Change()
    if "name" in changes:
        recording.refuse_taken(row.name, row.product.modules.exclude(pk=row.pk))
    if BESIDE & changes.keys() - {"provides"}:
        tying.check(row, row.needs, row.excludes)  # type: ignore[attr-defined]
    _price(row)
    columns = {OF_MODULES[name].column for name in changes.keys() - BESIDE}
    row.save(update_fields=[*columns, "cost_currency"])
    others = tying.keep(row, changes.keys())
    about = [row.record, *(one.record for one in others)]
    sequence = recording.append(Kind.MODULE_CHANGED, *about, by=by, name=row.full_name, changes=changes)
    return Change(sequence, changes)


def _price(module: Module) -> None:
    """Say in what currency the cost is, where there is one."""
    module.cost_currency = "" if module.cost_minor is None else module.currency
