from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from proxeny.core.laying_down import insert, update
from proxeny.core.models import OutboxEvent
from proxeny.desk.models import Draft
from proxeny.identity.models import Team
from tests.cast import Cast

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)


def draft(vendor: Cast, key: str = "judge:matter:1") -> Draft:
    return Draft(staff=vendor["he"], key=key, content={"why": "“引号”和 100 %", "to": []}, changed_at=NOON)


def test_a_row_stands_as_save_would_have_written_it(
    vendor: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    saved = draft(vendor, "judge:matter:2")
    saved.save()
    with django_assert_num_queries(1):
        laid = insert(draft(vendor))
    assert laid.pk == saved.pk + 1
    names = ("staff_id", "content", "changed_at")
    one, other = Draft.objects.get(pk=laid.pk), Draft.objects.get(pk=saved.pk)
    assert [getattr(one, name) for name in names] == [getattr(other, name) for name in names]


def test_what_was_inserted_is_changed_by_save_and_not_inserted_again(vendor: Cast) -> None:
    laid = insert(draft(vendor))
    laid.content = {}
    laid.save()
    assert Draft.objects.get().content == {}


def test_a_row_twice_is_refused_and_the_transaction_with_it(vendor: Cast) -> None:
    insert(draft(vendor))
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(draft(vendor))
    assert Draft.objects.count() == 1


def test_only_the_columns_named_are_written(
    vendor: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    laid = insert(draft(vendor))
    laid.content, laid.key = {"why": "x"}, "not:this"
    with django_assert_num_queries(1):
        update(laid, ["content"])
    found = Draft.objects.get()
    assert (found.content, found.key) == ({"why": "x"}, "judge:matter:1")


def test_a_row_that_is_gone_is_not_changed_in_silence(vendor: Cast) -> None:
    laid = insert(draft(vendor))
    Draft.objects.all().delete()
    with pytest.raises(DatabaseError):
        update(laid, ["content"])


def test_a_row_whose_number_is_known_goes_the_ordinary_way(vendor: Cast) -> None:
    team = insert(Team(pk=4711, name="四七一一", founded_at=NOON))
    assert Team.objects.get(name="四七一一").pk == team.pk == 4711
    assert vendor


def test_what_happens_in_a_transaction_that_fails_did_not_happen(vendor: Cast) -> None:
    before = OutboxEvent.objects.count()
    with pytest.raises(RuntimeError), transaction.atomic():
        insert(OutboxEvent(kind="x", payload={}, at=NOON))
        raise RuntimeError
    assert OutboxEvent.objects.count() == before
    assert vendor
