"""One row at least in every table that is evidence, each told of by a line; and other values for their columns."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from django.db import connection, models, transaction

from proxeny.cases.keeping_up import keep_up_all
from proxeny.cases.models import Case
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.ledger import appending
from proxeny.ledger.reconciling.breaks import RowBreak
from proxeny.ledger.reconciling.walking import reconcile
from proxeny.ledger.rows.declaring import Kept, declared, kept

COUNT = count(7)
NOTHING = {"demand.decision": ("again_on",), "judgement.question": ("share",)}
"""Columns that hold nothing, for the others that do."""
WORDS = {"zone": "Asia/Shanghai", "country": "CN", "hours": 4, "around_the_clock": True}
"""What not every text and number can stand for."""
SECOND = ("second", "other", "leader", "target", "confirmed_by", "decided_by")
"""Columns by which a row must not point to the same as by another."""
SYSTEM = Actor.system("test")


def fill() -> None:
    """Make a row in every table that has none, with a line that tells of it."""
    for one in declared():
        if not one.model._base_manager.exists():
            with transaction.atomic():
                make(one)
                line()
    # What a solution or a step means for its case, verbs reckon at once.
    keep_up_all(Case.objects.all())


def line() -> int:
    """Append a line that says nothing but what it carries."""
    return appending.append("test.line", about=[Reference("account", "1")], by=SYSTEM)


def make(one: Kept) -> models.Model:
    """Make a row that counts."""
    row = _row(one.model)
    for name in NOTHING.get(one.label, ()):
        setattr(row, name, None)
    column, uncounted = one.uncounted
    if column == "state" and row.state in uncounted:  # type: ignore[attr-defined]
        row.state = "done"  # type: ignore[attr-defined]
    row.save()
    return row


def _row(model: type[models.Model]) -> models.Model:
    """Return an unsaved row whose columns hold something."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    return model(**{field.attname: _value(field) for field in fields})


def _value(field: models.Field[Any, Any]) -> Any:
    if isinstance(field, models.ForeignKey):
        return _pointing(field)
    if field.choices:
        return field.flatchoices[0][0]
    if isinstance(field, models.UUIDField):
        return None
    if isinstance(field, models.JSONField):
        return field.get_default() or {}
    return _plain(field)


def _pointing(field: models.ForeignKey[Any, Any]) -> int | None:
    """A row to point to, made where there is none; the two sides of one tie are not the same row."""
    if field.null and field.related_model is field.model:
        return None
    place = 1 if field.name in SECOND else 0
    rows = field.related_model._base_manager.order_by("pk").values_list("pk", flat=True)
    while len(rows) <= place:
        wanted = kept(field.related_model)
        if wanted is None:
            _row(field.related_model).save()
        else:
            make(wanted)
        rows = rows.all()
    return int(rows[place])


def _plain(field: models.Field[Any, Any]) -> Any:
    if field.name in WORDS:
        return WORDS[field.name]
    kinds: tuple[tuple[type, Any], ...] = (
        (models.BooleanField, False),
        (models.DateTimeField, datetime(2026, 11, 22, 4, tzinfo=UTC)),
        (models.DateField, date(2026, 11, 22)),
        (models.DecimalField, Decimal(1)),
        (models.FloatField, 0.5),
        (models.IntegerField, next(COUNT)),
    )
    found = next((value for kind, value in kinds if isinstance(field, kind)), None)
    return f"{next(COUNT)}x"[: field.max_length] if found is None else found


def another(field: models.Field[Any, Any], value: Any) -> Any:
    """Return another value of the kind, as a hand on the database would write it."""
    if isinstance(field, models.ForeignKey):
        return (value or 0) + 100_000
    if field.choices:
        return next((other for other, _label in field.flatchoices if other != value), value)
    if isinstance(field, models.JSONField):
        return field.get_db_prep_save({"other": 1}, connection)
    if value is None:
        value = _plain(field)
        return field.get_db_prep_save(value, connection)
    return field.get_db_prep_save(_other(value), connection)


def _other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, (date, datetime)):
        return value + timedelta(days=1)
    if isinstance(value, float):
        return value / 2
    if isinstance(value, (int, Decimal)):
        return value + 1
    return f"{value}x"[-max(1, len(str(value))) :] if value else "x"


def write(one: Kept, pk: int, column: str, value: Any) -> None:
    """Write one column by SQL, past everything."""
    quoted = connection.ops.quote_name
    meta = one.model._meta
    name = next(field.column for field in meta.concrete_fields if field.attname == column)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {quoted(meta.db_table)} SET {quoted(str(name))} = %s WHERE {quoted(str(meta.pk.column))} = %s",
            [value, pk],
        )


def places(kind: str | None = None) -> set[tuple[str, int, str]]:
    """Return table, row and column of the breaks that are found now."""
    return {(one.table, one.row, one.column) for one in breaks() if kind in (None, one.kind)}


def breaks() -> list[RowBreak]:
    """Return the breaks that are found now."""
    return reconcile().breaks
