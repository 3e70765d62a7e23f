"""Targets and hours: who may set them, what counts where several do, and that open cases follow."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from proxeny.accounts.models import Account
from proxeny.cases import agreeing, opening
from proxeny.cases.models import Case, Severity
from proxeny.cases.opening import Opening
from proxeny.cases.refreshing import reckon_open_cases
from proxeny.cases.service_levels import DEFAULTS, ServiceLevels
from proxeny.cases.sla import Clock
from proxeny.core import clock
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from tests.cast import Cast

SHANGHAI = ZoneInfo("Asia/Shanghai")
FIRST = Clock.FIRST_RESPONSE


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=SHANGHAI)


@pytest.fixture
def case(vendor: Cast) -> Case:
    with clock.at(at("20 17:30")):
        return opening.open_case(
            vendor.luban, Opening(text="x", severity=Severity.HIGH), by=vendor.actor("zhou")
        )


def minutes(level: str, severity: Severity) -> int:
    return ServiceLevels().targets(level, severity).minutes.get(FIRST, 0)


def test_the_more_particular_target_goes_before_the_less(vendor: Cast) -> None:
    key, he = Account.Level.KEY, vendor.actor("he")
    assert minutes(key, Severity.HIGH) == DEFAULTS[Severity.HIGH][FIRST]
    agreeing.set_targets("", {(0, FIRST): 50}, by=he)
    assert minutes(key, Severity.HIGH) == 50
    agreeing.set_targets("", {(Severity.HIGH, FIRST): 40}, by=he)
    assert minutes(key, Severity.HIGH) == 40
    agreeing.set_targets(key, {(0, FIRST): 30}, by=he)
    assert minutes(key, Severity.HIGH) == 30
    agreeing.set_targets(key, {(Severity.HIGH, FIRST): 20}, by=he)
    assert minutes(key, Severity.HIGH) == 20
    assert minutes(Account.Level.SMALL, Severity.HIGH) == 40
    agreeing.set_targets(key, {(Severity.HIGH, FIRST): 0}, by=he)
    assert minutes(key, Severity.HIGH) == 0, "nothing is promised"
    agreeing.set_targets(key, {(Severity.HIGH, FIRST): None, (0, FIRST): None}, by=he)
    assert minutes(key, Severity.HIGH) == 40


def test_open_cases_follow_a_new_target_from_their_beginning(case: Case, vendor: Cast) -> None:
    assert case.due_at == at("23 09:30"), "an hour from Friday half past five ends on Monday"
    agreeing.set_targets(Account.Level.KEY, {(Severity.HIGH, FIRST): 15}, by=vendor.actor("he"))
    with clock.at(at("20 17:40")):
        assert reckon_open_cases.call() == 1
    case.refresh_from_db()
    assert case.due_at == at("20 17:45")


def test_a_customer_served_round_the_clock_waits_no_weekend(case: Case, vendor: Cast) -> None:
    agreeing.set_hours(vendor.luban, around_the_clock=True, by=vendor.actor("he"))
    with clock.at(at("20 17:40")):
        reckon_open_cases.call([vendor.luban.pk])
    case.refresh_from_db()
    assert case.due_at == at("20 18:30")
    agreeing.forget_hours(vendor.luban, by=vendor.actor("he"))
    with clock.at(at("20 17:40")):
        reckon_open_cases.call([vendor.luban.pk])
    case.refresh_from_db()
    assert case.due_at == at("23 09:30")


def test_hours_have_several_stretches_a_day_and_a_zone_of_their_own(case: Case, vendor: Cast) -> None:
    hours = {"0": [[540, 720], [840, 1080]], "4": [[540, 720], [840, 1080]]}
    agreeing.set_hours(vendor.luban, hours=hours, zone="Europe/Berlin", by=vendor.actor("he"))
    with clock.at(at("20 17:40")):
        reckon_open_cases.call([vendor.luban.pk])
    case.refresh_from_db()
    berlin = ZoneInfo("Europe/Berlin")
    assert case.due_at == datetime(2026, 11, 20, 11, 30, tzinfo=berlin), (
        "17:30 in Shanghai is 10:30 in Berlin"
    )


@pytest.mark.parametrize(
    "hours", [{}, {"0": [[720, 540]]}, {"0": [[540, 720], [700, 800]]}, {"0": [[540, 540]]}]
)
def test_hours_that_cannot_be_are_refused_and_nothing_is_kept(
    vendor: Cast, hours: dict[str, list[list[int]]]
) -> None:
    with pytest.raises(ValidationError):
        agreeing.set_hours(vendor.luban, hours=hours, by=vendor.actor("he"))
    assert not reading.about(vendor.luban.record, most=5, kinds=["service.hours-set"])


def test_only_leads_and_owners_agree_on_service(vendor: Cast) -> None:
    for outsider in ("zhou", "lin", "pan", "xu", "zhang", "shen", "nobody"):
        with pytest.raises(PermissionDenied):
            agreeing.set_targets("", {(1, FIRST): 5}, by=vendor.actor(outsider))
        with pytest.raises((PermissionDenied, NotFound)):
            agreeing.set_hours(vendor.luban, around_the_clock=True, by=vendor.actor(outsider))
    assert minutes("", Severity.CRITICAL) == DEFAULTS[Severity.CRITICAL][FIRST]


def test_a_target_that_was_so_already_leaves_no_line(vendor: Cast) -> None:
    he = vendor.actor("he")
    assert agreeing.set_targets("", {(1, FIRST): 5}, by=he) == 1
    assert agreeing.set_targets("", {(1, FIRST): 5}, by=he) == 0
    assert len(reading.newest(9, kinds=["service.target-set"])) == 1
