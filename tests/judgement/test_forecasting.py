"""Numbers put on the future: frozen when they are said, decided by facts, by nobody else."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from proxeny.accounts.models import Account, Contract
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.judgement.forecasting import deciding, freezing, learning, renewals
from proxeny.judgement.judging import judge
from proxeny.judgement.models import Forecast, Judgement, PastRenewal, Question
from proxeny.ledger.models import Entry
from tests.cast import TODAY, Cast, make_account

pytestmark = pytest.mark.usefixtures("on_22_november")
NIGHT = Actor.system("deciding")
Signs = Callable[..., Contract]


@pytest.fixture
def sign(vendor: Cast) -> Signs:
    def signed(
        number: str, first: date, last: date, account: Account = vendor.luban, **more: Any
    ) -> Contract:
        return Contract.objects.create(
            account=account, number=number, starts_on=first, ends_on=last, currency="CNY",
            added_at=clock.now(), changed_at=clock.now(), **more,
        )  # fmt: skip

    return signed


def judged(vendor: Cast, chance: float | None = 0.35) -> Judgement:
    return judge(
        vendor.luban, band=Judgement.Band.RED, reason="发起人走了", forecast=chance, by=vendor.actor("zhou")
    )


THIS_YEAR = (date(2026, 1, 1), date(2026, 12, 31))
NEXT_YEAR = (date(2027, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("following", "on", "renewed"),
    [
        (NEXT_YEAR, TODAY, True),
        ((date(2027, 1, 30), date(2028, 1, 29)), TODAY, True),
        ((date(2027, 1, 31), date(2028, 1, 30)), TODAY, None),
        ((date(2027, 1, 31), date(2028, 1, 30)), date(2027, 2, 1), False),
        ((date(2026, 6, 1), date(2026, 12, 31)), date(2027, 2, 1), False),
        ((date(2026, 6, 1), date(2027, 5, 31)), TODAY, True),
        (None, date(2027, 1, 30), None),
        (None, date(2027, 1, 31), False),
    ],
)
def test_a_contract_is_renewed_by_another_that_follows_within_thirty_days(
    vendor: Cast, sign: Signs, following: tuple[date, date] | None, on: date, renewed: bool | None
) -> None:
    contract = sign("HT-1", *THIS_YEAR)
    others = [contract, *([sign("HT-2", *following)] if following else [])]
    found = renewals.decided(contract, others, on)
    assert (found.renewed if found else None) is renewed


def test_what_renews_by_itself_is_renewed_unless_the_customer_left(vendor: Cast, sign: Signs) -> None:
    contract = sign("HT-1", *THIS_YEAR, renews_by_itself=True)
    assert renewals.decided(contract, [contract], date(2027, 1, 30)) is None
    after = renewals.decided(contract, [contract], date(2027, 1, 31))
    assert after is not None
    assert after.renewed
    contract.account.left_on = date(2026, 12, 20)
    left = renewals.decided(contract, [contract], date(2026, 12, 21))
    assert left is not None
    assert not left.renewed


def test_a_chance_that_comes_with_a_judgement_is_frozen_with_its_question(vendor: Cast, sign: Signs) -> None:
    contract = sign("HT-1", *THIS_YEAR)
    judgement = judged(vendor)
    forecast = Forecast.objects.get()
    assert (forecast.chance, forecast.staff, forecast.judgement) == (0.35, vendor["zhou"], judgement)
    assert (forecast.question.contract, forecast.question.decides_on) == (contract, date(2027, 1, 31))
    assert Entry.objects.filter(kind="judgement.forecast").count() == 1


def test_where_nothing_runs_or_no_chance_is_named_nothing_is_asked(vendor: Cast, sign: Signs) -> None:
    judged(vendor)
    sign("HT-1", *THIS_YEAR)
    judged(vendor, chance=None)
    assert not Question.objects.exists()


def test_who_judges_again_puts_a_new_chance_beside_the_old_one(vendor: Cast, sign: Signs) -> None:
    sign("HT-1", *THIS_YEAR)
    judged(vendor, 0.35)
    judged(vendor, 0.6)
    assert list(Forecast.objects.values_list("chance", flat=True)) == [0.35, 0.6]
    assert Question.objects.count() == 1


def test_facts_decide_once_and_the_record_says_from_which(vendor: Cast, sign: Signs) -> None:
    sign("HT-1", *THIS_YEAR)
    judged(vendor)
    assert deciding.decide(TODAY, by=NIGHT) == 0
    sign("HT-2", *NEXT_YEAR)
    assert deciding.decide(TODAY, by=NIGHT) == 1
    assert deciding.decide(TODAY + timedelta(days=100), by=NIGHT) == 0
    question = Question.objects.get()
    assert question.outcome is True
    assert question.decided_from["values"] == {"number": "HT-2"}
    assert Entry.objects.filter(kind="judgement.decided").count() == 1


def test_what_was_decided_is_not_asked_again_and_the_next_contract_is(vendor: Cast, sign: Signs) -> None:
    sign("HT-1", *THIS_YEAR)
    judged(vendor)
    following = sign("HT-2", *NEXT_YEAR)
    deciding.decide(TODAY, by=NIGHT)
    judged(vendor, 0.8)
    assert Forecast.objects.count() == 1
    with clock.on(date(2027, 6, 1)):
        judged(vendor, 0.7)
    assert Forecast.objects.latest("pk").question.contract == following


def test_a_chance_outside_of_zero_and_one_cannot_be_kept(vendor: Cast, sign: Signs) -> None:
    sign("HT-1", *THIS_YEAR)
    judged(vendor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Forecast.objects.create(question=Question.objects.get(), chance=1.2, at=clock.now())


def test_the_system_says_the_base_rate_where_it_knows_no_better(vendor: Cast, sign: Signs) -> None:
    for number in range(12):
        account = make_account(f"ALT-{number:02}", f"老客户{number}", level=Account.Level.KEY)
        sign(f"A-{number}", date(2024, 1, 1), date(2024, 12, 31), account)
        if number < 9:
            sign(f"B-{number}", date(2025, 1, 1), date(2025, 12, 31), account)
            sign(f"C-{number}", date(2026, 1, 1), date(2027, 12, 31), account)
    sign("HT-1", *THIS_YEAR)
    assert freezing.of_the_system(vendor.luban, TODAY) is None
    assert learning.collect(TODAY) == 21
    assert learning.collect(TODAY) == 0
    judged(vendor)
    own, system = Forecast.objects.order_by("pk")
    assert (own.at, own.judgement) == (system.at, system.judgement)
    assert system.staff is None
    assert system.low is not None
    assert system.high is not None
    assert system.low < 18 / 21 < system.high
    assert system.chance == pytest.approx(system.parts["base"], abs=1e-4)


def test_what_was_learned_from_was_known_ninety_days_before_the_end(vendor: Cast, sign: Signs) -> None:
    sign("HT-0", date(2025, 1, 1), date(2025, 12, 31))
    learning.collect(TODAY)
    row = PastRenewal.objects.get()
    assert (row.known_on, row.renewed, row.decided_on) == (date(2025, 10, 2), False, date(2026, 1, 31))


def test_an_earlier_morning_learns_only_from_what_was_decided_by_then(vendor: Cast, sign: Signs) -> None:
    sign("HT-0", date(2025, 1, 1), date(2025, 12, 31))
    learning.collect(TODAY)
    assert learning.forecaster(date(2026, 1, 31)) is None
    assert learning.forecaster(date(2026, 2, 1)) is not None
