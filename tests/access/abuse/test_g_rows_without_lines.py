"""Abuse case G5 (docs/security.md): rows changed without a line are found within one round, however it was done."""

from collections.abc import Callable
from datetime import date

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.migrations.state import ProjectState

from proxeny.core import outbox
from proxeny.core.money import Money
from proxeny.ledger.reconciling.rounds import look_over
from proxeny.ledger.reconciling.walking import reconcile
from proxeny.notices.models import Notice
from proxeny.promises import keeping, promising
from proxeny.promises.concessions import conceding
from proxeny.promises.models import Concession, Promise
from tests import cast
from tests.cast import Cast

LATER = date(2027, 1, 15)
Deed = Callable[[Promise], None]


@pytest.fixture
def committed(transactional_db: None, on_22_november: None) -> Cast:
    """The cast, with what is written committed, as in the running program."""
    vendor = cast.assemble()
    # Assembled past the verbs: the test wants to see what is done afterwards.
    from proxeny.ledger.reconciling import taking_on

    taking_on.take_on(by=vendor.actor("tang"))
    return vendor


@pytest.fixture
def promise(committed: Cast) -> Promise:
    """A promise to 鲁班建材, due on 20 December."""
    found = promising.promise(
        committed.luban,
        what="下月给方案",
        due_on=date(2026, 12, 20),
        by_person=committed["zhang"],
        by=committed.actor("zhou"),
    )
    assert reconcile().ok
    return Promise.objects.get(pk=found.pk)


def by_sql(one: Promise) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE promises_promise SET due_on = %s WHERE id = %s", [LATER.isoformat(), one.pk])


def by_update(one: Promise) -> None:
    Promise.objects.filter(pk=one.pk).update(due_on=LATER)


def by_bulk_update(one: Promise) -> None:
    one.due_on = LATER
    Promise.objects.bulk_update([one], ["due_on"])


def by_saving(one: Promise) -> None:
    one.due_on = LATER
    one.save()


def in_a_transaction(one: Promise) -> None:
    with transaction.atomic():
        by_saving(one)


def by_migration(one: Promise) -> None:
    old = ProjectState.from_apps(apps).apps.get_model("promises", "Promise")
    with transaction.atomic():
        for row in old.objects.filter(pk=one.pk):
            row.due_on = LATER
            row.save()


DEEDS = (by_sql, by_update, by_bulk_update, by_saving, in_a_transaction, by_migration)


@pytest.mark.parametrize("deed", DEEDS)
def test_g5_a_row_changed_without_a_line_is_named_with_its_column(promise: Promise, deed: Deed) -> None:
    deed(promise)
    [found] = reconcile().breaks
    assert (found.table, found.row, found.column) == ("promises.promise", promise.pk, "due_on")


@pytest.mark.parametrize("deed", DEEDS)
def test_g5_a_verb_that_comes_after_it_hides_nothing(committed: Cast, promise: Promise, deed: Deed) -> None:
    deed(promise)
    keeping.keep(Promise.objects.get(pk=promise.pk), proof="客户回信", by=committed.actor("zhou"))
    [found] = reconcile().breaks
    assert (found.kind, found.column) == ("row-changed-between", "due_on")


def test_g5_a_row_put_in_and_a_row_taken_out_are_found(committed: Cast, promise: Promise) -> None:
    worth = Money.of(5_000, "CNY")
    given = conceding.concede(
        committed.luban, what="多送一月", worth=worth, by_name="秦副总", by=committed.actor("zhou")
    )
    assert reconcile().ok
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM promises_concession WHERE id = %s", [given.pk])
    promise.pk = None
    promise.save(force_insert=True)
    found = {(one.kind, one.table, one.row) for one in reconcile().breaks}
    assert found == {
        ("row-missing", "promises.concession", given.pk),
        ("row-unrecorded", "promises.promise", promise.pk),
    }
    assert not Concession.objects.exists()


def test_g5_the_owner_and_the_leads_hear_of_it_once_in_the_next_round(
    committed: Cast, promise: Promise
) -> None:
    by_sql(promise)
    for _night in range(2):
        look_over()
        outbox.deliver()
    told = Notice.objects.filter(kind="record.breaks")
    assert {one.staff.username for one in told} == {"tang", "he"}
    assert told.count() == 2
    assert Promise.objects.get(pk=promise.pk).due_on == LATER  # nothing is repaired by itself


def test_g5_where_all_is_as_it_should_be_nobody_is_told(promise: Promise) -> None:
    assert look_over() == 0
    outbox.deliver()
    assert not Notice.objects.filter(kind="record.breaks").exists()
