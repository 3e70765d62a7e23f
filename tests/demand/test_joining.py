"""Requests that are the same: joined, decided together, parted again; and what they weigh together."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from proxeny.accounts.models import Account, Contract, ContractLine
from proxeny.core import clock
from proxeny.core.money import Money
from proxeny.demand import asking, deciding, joining, standing, weighing
from proxeny.demand.models import Request
from proxeny.identity.access import NotFound
from proxeny.ledger import reading, verifying
from proxeny.promises.models import Promise
from tests.cast import TODAY, Cast
from tests.demand.conftest import SPRING, Weighing

pytestmark = pytest.mark.usefixtures("on_22_november")


def contract(account: Account, minor: int, currency: str = "CNY") -> None:
    """Let the customer bring so much this year."""
    year = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 12, 31)}
    kept = {"added_at": clock.now(), "changed_at": clock.now()}
    number = f"{account.reference}-{currency}"
    row = Contract.objects.create(account=account, number=number, currency=currency, **year, **kept)
    ContractLine.objects.create(contract=row, product="年费", amount_minor=minor)


def both(vendor: Cast, weighing: Weighing) -> tuple[Request, Request]:
    """A request of 鲁班建材 that leads, and one of 云启科技 joined to it."""
    leader, other = weighing.ask(), weighing.ask(vendor.yunqi)
    joining.join(other, leader, by=vendor.actor("xu"))
    return leader, other


def fresh(one: Request) -> Request:
    """Return the request as it is kept now."""
    return Request.objects.get(pk=one.pk)


def test_product_and_leads_join_all_a_spokesperson_only_their_own(vendor: Cast, weighing: Weighing) -> None:
    leader, other = weighing.ask(), weighing.ask(vendor.yunqi)
    refused = weighing.refusing(NotFound, lambda name: joining.join(other, leader, by=vendor.actor(name)))
    assert set(vendor.people) - refused == {"xu", "he"}
    mine = weighing.ask(vendor.star_river)
    assert joining.join(mine, leader, by=vendor.actor("zhou")).leader == leader
    assert len(standing.group_of(mine)) == 3


def test_joined_they_are_decided_together_and_each_customer_is_promised(
    vendor: Cast, weighing: Weighing
) -> None:
    leader, other = both(vendor, weighing)
    weighing.yes(other)
    assert {fresh(leader).state, fresh(other).state} == {"decided"}
    promised = {(one.account, one.due_on) for one in Promise.objects.all()}
    assert promised == {(vendor.luban, SPRING), (vendor.yunqi, SPRING)}
    assert verifying.verify().ok


def test_who_joins_what_is_decided_already_is_promised_the_same(vendor: Cast, weighing: Weighing) -> None:
    leader, late = weighing.ask(), weighing.ask(vendor.yunqi)
    weighing.yes(leader)
    joining.join(late, leader, by=vendor.actor("he"))
    assert fresh(late).state == "decided"
    assert Promise.objects.get(account=vendor.yunqi).by_person == vendor["xu"]


def test_parted_it_is_undecided_again_and_its_promise_withdrawn(vendor: Cast, weighing: Weighing) -> None:
    leader, other = both(vendor, weighing)
    weighing.yes(leader)
    with pytest.raises(NotFound):
        joining.part(other, by=vendor.actor("zhou"))
    assert [joining.part(other, by=vendor.actor("lin")) for _ in range(2)] == [True, False]
    assert (fresh(leader).state, fresh(other).state) == ("decided", "open")
    assert Promise.objects.get(withdrawn_at=None).account == vendor.luban
    kinds = [line.kind for line in reversed(reading.about(other.record))]
    assert kinds[:2] == ["request.asked", "request.joined"]
    assert kinds[-1] == "request.parted"


def test_joining_twice_changes_nothing_and_what_cannot_go_together_is_refused(
    vendor: Cast, weighing: Weighing
) -> None:
    leader, other = both(vendor, weighing)
    he = vendor.actor("he")
    joining.join(other, leader, by=he)
    assert other.joinings.count() == 1
    third, confided = weighing.ask(vendor.star_river), weighing.confided()
    decided = weighing.ask(vendor.star_river)
    weighing.no(decided)
    for one, to in ((leader, leader), (leader, third), (leader, other), (decided, third), (confided, third)):
        with pytest.raises(ValidationError):
            joining.join(one, to, by=he)
    assert joining.join(third, other, by=he).leader == leader


def test_one_that_leads_is_not_withdrawn_one_that_is_carried_weighs_no_more(
    vendor: Cast, weighing: Weighing
) -> None:
    leader, other = both(vendor, weighing)
    with pytest.raises(ValidationError):
        asking.withdraw(leader, reason="不用了", by=vendor.actor("zhou"))
    asking.withdraw(other, reason="不用了", by=vendor.actor("lin"))
    assert standing.group_of(leader).asking == [leader]
    deciding.decide(
        leader,
        deciding.Verdict(deciding.Answer.LATER, "先等", again_on=TODAY + timedelta(30)),
        by=vendor.actor("xu"),
    )
    assert fresh(other).state == "withdrawn"


def test_the_weight_counts_each_customer_once_and_adds_no_two_currencies(
    vendor: Cast, weighing: Weighing
) -> None:
    for account, minor, currency in ((vendor.luban, 100, "CNY"), (vendor.yunqi, 250, "CNY")):
        contract(account, minor, currency)
    contract(vendor.star_river, 7, "USD")
    accounts = [vendor.luban, vendor.luban, vendor.yunqi, vendor.star_river]
    weight = weights_of(accounts)
    assert (weight.count, weight.unpriced) == (3, 0)
    assert weight.sums == (Money(350, "CNY"), Money(7, "USD"))


def test_a_customer_without_a_contract_has_no_amount_rather_than_nought(vendor: Cast) -> None:
    weight = weights_of([vendor.luban])
    assert (weight.count, weight.sums, weight.unpriced) == (1, (), 1)


def weights_of(accounts: list[Account]) -> weighing.Weight:
    """Return the weight of one group."""
    return weighing.weights({0: accounts}, TODAY)[0]


AMOUNTS = some.tuples(some.integers(0, 10**12), some.sampled_from(["CNY", "USD", "JPY"]))


# Drawing is slow where many tests share a processor; it says nothing of the arithmetic.
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(some.dictionaries(some.integers(1, 40), AMOUNTS | some.none(), max_size=8))
def test_of_any_customers_nothing_is_lost_or_counted_twice(worth: dict[int, Any]) -> None:
    accounts = [Account(pk=number) for number in worth]
    money = {number: Money(*each) for number, each in worth.items() if each}
    weight = weighing.weigh(accounts, money)
    assert weight.count == len(worth)
    assert weight.unpriced == len(worth) - len(money)
    currencies = [one.currency for one in weight.sums]
    assert len(set(currencies)) == len(currencies)
    assert sum(one.minor for one in weight.sums) == sum(one.minor for one in money.values())
