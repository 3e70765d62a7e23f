"""Adding products to the catalogue, changing them, noting that they are no longer sold."""

from collections.abc import Mapping

from django.db import transaction

from proxeny.accounts.changing import Change, made_by, merged, restored, texts
from proxeny.accounts.merging import Texts
from proxeny.catalogue import recording
from proxeny.catalogue.events import Kind
from proxeny.catalogue.fields import OF_PRODUCTS
from proxeny.catalogue.models import Product
from proxeny.core import clock
from proxeny.core.actors import Actor


def add(*, by: Actor, **new: object) -> Product:
    """Add a product: `name`, `also_called`, `about`, `editions` (lists, or text with one on a line).

    Raises NotFound for who may not, ValidationError, by field, without a name or with one that another product has.
    """
    with transaction.atomic():
        others = recording.locked_catalogue(by)
        product = Product(added_by=by.reference, added_at=clock.now())
        recording.take(OF_PRODUCTS, product, recording.read(OF_PRODUCTS, product, {"name": "", **new}))
        recording.refuse_taken(product.name, others.values())
        product.save()
        held = {name: text for name, text in texts(OF_PRODUCTS, product).items() if name != "name"}
        recording.append(Kind.PRODUCT_ADDED, product.record, by=by, name=product.name, held=held)
    return product


def change(product: Product, new: Mapping[str, object], *, by: Actor, seen: Texts | None = None) -> Change:
    """Change what is said of a product, by field; `seen` is what stood there when the person began.

    Raises NotFound, ValidationError by field, and Conflict when somebody else has changed one meanwhile.
    """
    with transaction.atomic():
        row = recording.locked_product(product, by)
        return _kept(row, recording.read(OF_PRODUCTS, row, new), seen or {}, by)


def take_back(product: Product, sequence: int, *, by: Actor) -> Change:
    """Restore what stood before the change with that line; only who made it can. Raises Overtaken if changed since."""
    with transaction.atomic():
        row = recording.locked_product(product, by)
        recorded = made_by(by, row.record, Kind.PRODUCT_CHANGED, sequence)
        wanted = restored(recorded, texts(OF_PRODUCTS, row), row.record, [Kind.PRODUCT_CHANGED])
        return _kept(row, recording.read(OF_PRODUCTS, row, wanted), {}, by)


def retire(product: Product, *, by: Actor) -> Product:
    """Note that it is no longer sold; it stays for those who have it. Doing it twice changes nothing."""
    with transaction.atomic():
        row = recording.locked_product(product, by)
        if row.retired_at is None:
            row.retired_at = clock.now()
            row.save(update_fields=["retired_at"])
            recording.append(Kind.PRODUCT_RETIRED, row.record, by=by, name=row.name)
    return row


def restore(product: Product, *, by: Actor) -> Product:
    """Note that it is sold again. Doing it twice changes nothing."""
    with transaction.atomic():
        row = recording.locked_product(product, by)
        if row.retired_at is not None:
            row.retired_at = None
            row.save(update_fields=["retired_at"])
            recording.append(Kind.PRODUCT_RESTORED, row.record, by=by, name=row.name)
    return row


def _kept(row: Product, wanted: Texts, seen: Texts, by: Actor) -> Change:
    changes = merged(OF_PRODUCTS, row, wanted, seen, row.record, [Kind.PRODUCT_CHANGED])
    if not changes:
        return Change()
    if "name" in changes:
        recording.refuse_taken(row.name, Product.objects.exclude(pk=row.pk))
    row.save(update_fields=list(changes))
    return Change(
        recording.append(Kind.PRODUCT_CHANGED, row.record, by=by, name=row.name, changes=changes), changes
    )
