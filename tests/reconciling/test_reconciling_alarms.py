"""A hand on the database is found: every column of every table that is evidence, rows that went, rows that were put in."""

import pytest
from django.db import connection, transaction

from proxeny.cases import writing
from proxeny.cases.models import Audience, Case
from proxeny.cases.writing import Writing
from proxeny.ledger.reconciling.breaks import Kind
from proxeny.ledger.rows.declaring import Kept, declared
from proxeny.promises import keeping
from proxeny.promises.models import Promise
from tests.access.worlds import built, confide
from tests.cast import Cast
from tests.reconciling.rows_of_all import another, breaks, fill, line, places, write

pytestmark = pytest.mark.usefixtures("on_22_november")


@pytest.fixture
def world(vendor: Cast) -> Cast:
    """A vendor with one row at least in every table that is evidence."""
    at = built(vendor)
    confide(at, vendor.luban, at.case)
    line()  # the cast was assembled past the verbs: this line tells of it
    fill()
    assert breaks() == []
    return vendor


def first_row(one: Kept) -> int:
    """The number of a row that counts."""
    column, uncounted = one.uncounted
    every = one.model._base_manager.order_by("pk")
    if column:
        every = every.exclude(**{f"{column}__in": [v for v in uncounted if v is not None]})
        every = every.exclude(**{column: None}) if None in uncounted else every
    return int(every.values_list("pk", flat=True)[0])


def test_each_column_of_each_table_that_sql_changed_is_named(world: Cast) -> None:
    tried = set()
    for turn in range(max(len(one.columns) for one in declared())):
        with transaction.atomic():
            changed = {
                place
                for one in declared()
                if turn < len(one.columns) and (place := tampered(one, turn)) is not None
            }
            # A case that is opened at another moment has been dark for another time: that is a second finding.
            found = places(Kind.CHANGED)
            assert found == changed, (found - changed, changed - found)
            transaction.set_rollback(True)
        tried |= changed
    assert len(tried) >= 600
    assert breaks() == []


def tampered(one: Kept, turn: int) -> tuple[str, int, str] | None:
    """Change a column of a row by SQL; None where the database itself refuses it, or where it makes the row not count."""
    column, pk = one.columns[turn], first_row(one)
    if column == one.uncounted[0]:
        return None
    field = next(field for field in one.model._meta.concrete_fields if field.attname == column)
    value = one.model._base_manager.filter(pk=pk).order_by("pk").values_list(column, flat=True)[0]
    try:
        with transaction.atomic():
            write(one, pk, column, another(field, value))
    except Exception as refused:  # noqa: BLE001  (two databases, two families of errors)
        assert "onstraint" in str(refused), refused  # noqa: PT017
        return None
    return one.label, pk, column


def test_what_follows_from_rows_is_reckoned_anew(world: Cast) -> None:
    cases = next(one for one in declared() if one.model is Case)
    pk = first_row(cases)
    for column, value in (
        ("step", "done"),
        ("state", "solution"),
        ("problem_seconds", 12345),
        ("reopened", 9),
    ):
        with transaction.atomic():
            write(cases, pk, column, value)
            assert places() == {("cases.case", pk, column)}
            transaction.set_rollback(True)


def test_rows_that_sql_removed_are_missed(world: Cast) -> None:
    for one in declared():
        with transaction.atomic():
            pk = first_row(one)
            table, key = one.model._meta.db_table, one.model._meta.pk.column
            with connection.cursor() as cursor:
                cursor.execute(f'DELETE FROM "{table}" WHERE "{key}" = %s', [pk])
            # What hangs on a row may follow otherwise without it: the row itself is named in any case.
            assert (one.label, pk, "") in places(Kind.MISSING), one.label
            transaction.set_rollback(True)


def test_rows_that_sql_put_in_are_told_by_nobody(world: Cast) -> None:
    for one in declared():
        with transaction.atomic():
            pk = first_row(one)
            if (new := copied(one, pk)) is None:
                continue
            assert (one.label, new, "") in places(Kind.UNRECORDED), one.label
            transaction.set_rollback(True)


def copied(one: Kept, pk: int) -> int | None:
    """Copy a row by SQL under a number of its own; None where the database does not have two alike."""
    meta = one.model._meta
    names = [field.column for field in meta.concrete_fields if not field.primary_key]
    row = one.model._base_manager.filter(pk=pk)
    listed = ", ".join(f'"{name}"' for name in names)
    said = []
    for field in (field for field in meta.concrete_fields if not field.primary_key):
        value = row.values_list(field.attname, flat=True)[0]
        is_alone = field.unique and not field.is_relation
        said.append(another(field, value) if is_alone else field.get_db_prep_save(value, connection))
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            marks = ", ".join(["%s"] * len(names))
            cursor.execute(f'INSERT INTO "{meta.db_table}" (id, {listed}) VALUES (987654, {marks})', said)
    except Exception as refused:  # noqa: BLE001
        assert "nique" in str(refused) or "UNIQUE" in str(refused), refused  # noqa: PT017
        return None
    return 987654


def test_a_change_that_a_later_verb_wrote_over_is_still_found(vendor: Cast) -> None:
    at = built(vendor)
    line()
    promises = next(one for one in declared() if one.model is Promise)
    write(promises, at.promise.pk, "due_on", "2026-12-31")
    keeping.keep(Promise.objects.get(pk=at.promise.pk), proof="客户回信", by=vendor.actor("zhou"))
    [found] = breaks()
    assert (found.kind, found.row, found.column) == (Kind.CHANGED_BETWEEN, at.promise.pk, "due_on")
    assert str(found.detail).startswith(
        f"Promise {at.promise.pk}: “due” was changed without an entry, between"
    )


def test_what_was_told_in_confidence_is_looked_at_too_and_says_that_it_is(vendor: Cast) -> None:
    at = built(vendor)
    confide(at, vendor.luban, at.case)
    line()
    hidden = Promise.objects.filter(in_confidence=True).order_by("pk")[0]
    promises = next(one for one in declared() if one.model is Promise)
    write(promises, hidden.pk, "what", "什么都没答应")
    [found] = breaks()
    assert (found.row, found.column, found.is_confidential) == (hidden.pk, "what", True)
    assert found.about == f"promise:{hidden.pk}"


def test_rolled_back_changes_are_told_by_no_later_line(vendor: Cast) -> None:
    at = built(vendor)
    line()
    promise = Promise.objects.get(pk=at.promise.pk)
    with transaction.atomic():
        promise.what = "别的"
        promise.save()
        transaction.set_rollback(True)
    writing.write(at.case, Writing(Audience.NOTE, "再看"), by=vendor.actor("zhou"))
    assert breaks() == []
