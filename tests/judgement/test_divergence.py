"""Where figures of use and how matters stand inside say different things."""

from datetime import date, timedelta
from typing import Any

import pytest

from proxeny.accounts.models import Account, Contract, ContractLine
from proxeny.core import clock
from proxeny.core.findings import Finding
from proxeny.core.sentences import Sentence
from proxeny.judgement import divergence
from proxeny.judgement.health.bands import band_of
from proxeny.judgement.health.summing import sum_of
from proxeny.judgement.judging import judge
from proxeny.judgement.models import Health, Judgement
from proxeny.judgement.signals import all_signals
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.usefixtures("on_22_november")


def stood(account: Account, on: date, **values: float | None) -> Health:
    """What the witnesses amounted to, when these said that and all others were silent."""
    parts: list[dict[str, Any]] = [
        {
            "name": signal.name,
            "weight": signal.weight,
            "value": values.get(signal.name),
            "sure": 1.0 if values.get(signal.name) is not None else 0.0,
            "before": None,
            "fresh_on": None,
            "text": Sentence(
                "Consumes %(share)s of what it did before", {"share": {"type": "share", "value": 0.4}}
            ).as_json(),
            "evidence": [],
        }
        for signal in all_signals()
    ]
    health = Health(account=account, on=on, parts=parts)
    whole = sum_of(health)
    health.score, health.low, health.high = whole.score, whole.low, whole.high
    health.band = band_of(whole.score)
    health.save()
    return health


def found() -> dict[str, Finding]:
    return {one.cause.family.partition("/")[2]: one for one in divergence.findings(TODAY)}


GREEN_OUTSIDE = {"consumption": 95, "swings": 85, "people": 15, "complaints": 25, "promises": 35}


def test_green_outside_and_red_inside_is_asked_about_with_both_sides(vendor: Cast) -> None:
    stood(vendor.luban, TODAY, **GREEN_OUTSIDE)
    one = found()["green-outside"]
    assert one.account_id == vendor.luban.pk
    assert one.sentence.values["outside"] > 85
    assert one.sentence.values["inside"] < 30
    assert [each.speaks for each in one.evidence] == ["for", "for", "for", "against", "against"]


def test_what_is_at_stake_is_the_money_of_a_year_times_how_far_apart_they_are(vendor: Cast) -> None:
    contract = Contract.objects.create(
        account=vendor.luban, number="HT-1", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31),
        currency="CNY", added_at=clock.now(), changed_at=clock.now(),
    )  # fmt: skip
    ContractLine.objects.create(contract=contract, product="报表", amount_minor=86_000_000)
    stood(vendor.luban, TODAY, **GREEN_OUTSIDE)
    one = found()["green-outside"]
    gap = divergence.groups_of(Health.objects.get())
    assert gap.outside is not None
    assert gap.inside is not None
    assert one.stake is not None
    assert one.stake.minor == round(86_000_000 * (gap.outside - gap.inside) / 100)


def test_red_outside_and_fine_inside_is_asked_about_too(vendor: Cast) -> None:
    stood(vendor.luban, TODAY, consumption=10, swings=20, people=90, cases=90, promises=100)
    assert found().keys() == {"red-outside"}


def test_one_witness_alone_is_not_set_against_the_others(vendor: Cast) -> None:
    stood(vendor.luban, TODAY, consumption=95, swings=90, people=15)
    assert found() == {}


def test_who_has_judged_is_not_asked_again_what_was_judged(vendor: Cast) -> None:
    stood(vendor.luban, TODAY, **GREEN_OUTSIDE)
    judge(vendor.luban, band=Judgement.Band.RED, reason="发起人走了", by=vendor.actor("zhou"))
    assert found() == {}


def test_consumption_that_falls_under_a_score_that_does_not_move(vendor: Cast) -> None:
    calm = {"people": 90, "cases": 90, "promises": 100, "complaints": 85, "interaction": 85}
    stood(vendor.luban, TODAY - timedelta(days=90), **calm, consumption=50)
    stood(vendor.luban, TODAY, **calm, consumption=45)
    one = found()["falling"]
    assert one.sentence.values["share"] == {"type": "share", "value": 0.4}


@pytest.mark.parametrize(("days", "is_said"), [(70, True), (30, False)])
def test_a_judgement_that_the_evidence_keeps_contradicting(vendor: Cast, days: int, is_said: bool) -> None:
    begun = TODAY - timedelta(days=days)
    with clock.on(begun):
        judge(
            vendor.luban, band=Judgement.Band.GREEN, reason="老板是朋友", by=vendor.actor("zhou"),
            expires_on=TODAY + timedelta(days=30),
        )  # fmt: skip
    stood(vendor.luban, begun, consumption=10, people=15, cases=10)
    stood(vendor.luban, TODAY - timedelta(days=5), consumption=5, people=15, cases=10)
    assert (found().keys() == {"contradicted"}) is is_said


def test_a_judgement_that_was_right_for_a_while_is_not_called_contradicted(vendor: Cast) -> None:
    begun = TODAY - timedelta(days=70)
    with clock.on(begun):
        judge(
            vendor.luban, band=Judgement.Band.GREEN, reason="老板是朋友", by=vendor.actor("zhou"),
            expires_on=TODAY + timedelta(days=30),
        )  # fmt: skip
    stood(vendor.luban, begun, consumption=5, people=15, cases=10)
    stood(vendor.luban, TODAY - timedelta(days=40), consumption=90, people=90, cases=90)
    stood(vendor.luban, TODAY - timedelta(days=20), consumption=5, people=15, cases=10)
    assert found() == {}


def test_a_customer_that_has_left_is_not_asked_about(vendor: Cast) -> None:
    stood(vendor.luban, TODAY, **GREEN_OUTSIDE)
    Account.objects.filter(pk=vendor.luban.pk).update(left_on=TODAY - timedelta(days=1))
    assert found() == {}
