from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from proxeny.accounts.models import Contract
from proxeny.core.models import Job
from proxeny.erasure import asking, deciding
from proxeny.erasure.models import Ground, Order, Standing
from proxeny.identity.access import NotFound
from proxeny.ledger.models import Entry
from proxeny.notices.models import Notice
from tests.cast import TODAY, Cast
from tests.erasure.told import Told, order, told

pytestmark = pytest.mark.usefixtures("on_22_november")
WHY: dict[str, Any] = {"ground": Ground.CONTRACT, "reason": "合同终止三年"}


@pytest.fixture
def one(vendor: Cast) -> Told:
    return told(vendor)


def test_who_speaks_for_the_customer_orders_and_a_lead_confirms(one: Told) -> None:
    asked = order(one)
    done = deciding.confirm(asked, by=one.vendor.actor("he"))
    assert (asked.standing, done.standing) == (Standing.WAITING, Standing.CONFIRMED)
    kinds = list(
        Entry.objects.filter(kind__startswith="erasure").order_by("sequence").values_list("kind", "actor")
    )
    assert kinds == [
        ("erasure.asked", one.vendor["zhou"].reference),
        ("erasure.confirmed", one.vendor["he"].reference),
    ]
    assert Job.objects.filter(dedupe=f"erasure:{asked.pk}").count() == 1


def test_nobody_confirms_what_they_ordered(one: Told) -> None:
    asked = order(one, by="he")
    with pytest.raises(ValidationError):
        deciding.confirm(asked, by=one.vendor.actor("he"))
    assert Order.objects.get().standing is Standing.WAITING
    deciding.confirm(asked, by=one.vendor.actor("tang"))
    assert Order.objects.get().standing is Standing.CONFIRMED


def test_the_database_refuses_the_same_person_twice(one: Told) -> None:
    asked = order(one, by="he")
    with pytest.raises(IntegrityError), transaction.atomic():
        Order.objects.filter(pk=asked.pk).update(confirmed_by=one.vendor["he"], confirmed_at=asked.asked_at)


def test_rows_cannot_be_said_to_be_erased_before_a_second_person_has_confirmed(one: Told) -> None:
    asked = order(one)
    with pytest.raises(IntegrityError), transaction.atomic():
        Order.objects.filter(pk=asked.pk).update(erased_at=asked.asked_at)


@pytest.mark.parametrize("username", ["lin", "pan", "xu", "zhang", "shen", "nobody"])
def test_others_can_neither_order_nor_decide(one: Told, username: str) -> None:
    asked, stranger = order(one), one.vendor.actor(username)
    acts: tuple[Callable[[], object], ...] = (
        lambda: asking.ask(one.vendor.luban, one.contact, by=stranger, **WHY),
        lambda: deciding.confirm(asked, by=stranger),
        lambda: deciding.refuse(asked, reason="不行", by=stranger),
        lambda: deciding.withdraw(asked, by=stranger),
    )
    for act in acts:
        with pytest.raises(NotFound):
            act()
    assert Order.objects.get().standing is Standing.WAITING


def test_who_speaks_for_the_customer_is_no_second_person(one: Told) -> None:
    asked = order(one, by="he")
    with pytest.raises(NotFound):
        deciding.confirm(asked, by=one.vendor.actor("zhou"))


def test_ordering_and_confirming_twice_is_the_same_as_once(one: Told) -> None:
    assert order(one).pk == order(one).pk
    he, lines = one.vendor.actor("he"), Entry.objects.count()
    deciding.confirm(order(one), by=he)
    deciding.confirm(Order.objects.get(), by=he)
    assert Entry.objects.count() == lines + 1


def test_what_is_withdrawn_or_refused_is_not_confirmed_any_more(one: Told) -> None:
    first = order(one)
    deciding.withdraw(first, by=one.vendor.actor("zhou"))
    second = order(one)
    deciding.refuse(second, reason="案子还在法院", by=one.vendor.actor("he"))
    for row in (first, second):
        with pytest.raises(ValidationError):
            deciding.confirm(row, by=one.vendor.actor("tang"))
    assert Notice.objects.filter(kind="erasure.ordered", staff=one.vendor["zhou"]).count() == 1


def test_what_is_confirmed_cannot_be_withdrawn(one: Told) -> None:
    asked = order(one)
    deciding.confirm(asked, by=one.vendor.actor("he"))
    with pytest.raises(ValidationError):
        deciding.withdraw(asked, by=one.vendor.actor("zhou"))


def test_those_who_can_be_the_second_person_are_told_and_nobody_else(one: Told) -> None:
    order(one)
    told_of = set(Notice.objects.filter(kind="erasure.ordered").values_list("staff__username", flat=True))
    assert told_of == {"he", "tang"}


def test_an_order_without_reason_or_for_another_customer_s_person_is_none(one: Told) -> None:
    zhou = one.vendor.actor("zhou")
    with pytest.raises(ValidationError) as missing:
        asking.ask(one.vendor.luban, one.contact, ground=Ground.LAW, reason=" ", by=zhou)
    with pytest.raises(ValidationError) as other:
        asking.ask(one.vendor.star_river, one.contact, ground=Ground.LAW, reason="来信", by=zhou)
    assert (set(missing.value.message_dict), set(other.value.message_dict)) == ({"reason"}, {"contact"})


def test_a_customer_goes_only_after_its_contracts_cases_and_promises(one: Told) -> None:
    he = one.vendor.actor("he")
    now = one.contact.added_at
    Contract.objects.create(
        account=one.vendor.yunqi, number="C-1", starts_on=TODAY, ends_on=TODAY + timedelta(days=30), currency="CNY",
        added_at=now, changed_at=now,
    )  # fmt: skip
    for account in (one.vendor.luban, one.vendor.yunqi):
        with pytest.raises(ValidationError):
            asking.ask(account, by=he, **WHY)
    Contract.objects.all().delete()
    assert asking.ask(one.vendor.yunqi, by=he, **WHY).standing is Standing.WAITING
