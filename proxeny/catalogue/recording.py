"""What every verb of the catalogue does: find the row again under a lock, read what is wanted, put the line on record."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from proxeny.accounts.changing import typed
from proxeny.accounts.fields import Editable
from proxeny.catalogue import access
from proxeny.catalogue.events import Kind
from proxeny.catalogue.matching import same
from proxeny.catalogue.models import Module, Product
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.ledger import appending


def locked_catalogue(by: Actor) -> dict[int, Product]:
    """Return all products under a lock, so that what modules need of each other stays true; NotFound for who may not."""
    if not access.may_write(by):
        raise NotFound("catalogue")
    return {one.pk: one for one in Product.objects.select_for_update().order_by("pk")}


def locked_product(product: Product, by: Actor) -> Product:
    """Return the product under a lock for who may change it, or raise NotFound."""
    row = access.products(by, write=True).select_for_update().filter(pk=product.pk).first()
    if row is None:
        raise NotFound(str(product.record))
    return row


def locked_module(module: Module, by: Actor) -> Module:
    """Return the module, with the whole catalogue under a lock, or raise NotFound."""
    locked_catalogue(by)
    return access.module_for(by, module.pk, write=True)


def as_text(value: object) -> str:
    """Return what a caller wants for a field as text: lists one on a line, modules by their full names."""
    if isinstance(value, Module):
        return value.full_name
    if isinstance(value, (list, tuple)):
        return "\n".join(map(as_text, value))
    return "" if value is None else str(value)


def read(fields: Mapping[str, Editable], row: Any, new: Mapping[str, object]) -> dict[str, str]:
    """Return what is wanted as text in its spelling. Raises ValidationError by field."""
    return typed(fields, row, {name: as_text(value) for name, value in new.items()})


def take(fields: Mapping[str, Editable], row: Any, wanted: Mapping[str, str]) -> None:
    """Set on a row that is not kept yet what is wanted."""
    for name, text in wanted.items():
        setattr(row, fields[name].column, fields[name].read(text, row))


def refuse_taken(name: str, others: Iterable[Product] | Iterable[Module]) -> None:
    """Raise ValidationError where another one has the name, or is also called so."""
    for other in others:
        if any(same(name, one) for one in (other.name, *other.also_called)):
            values = {"name": other.name}
            raise ValidationError({"name": _("There is “%(name)s” already; it is called so, too.") % values})


def append(kind: Kind, *about: Reference, by: Actor, **content: Any) -> int:
    """Put a line on record and return its sequence."""
    return appending.append(kind, about=about, by=by, **content)
