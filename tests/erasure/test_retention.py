from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proxeny.accounts.models import Account, Contract
from proxeny.core import clock
from proxeny.erasure import keeping, retention
from proxeny.erasure.models import RetentionRule
from proxeny.identity.access import NotFound
from proxeny.ledger.models import Entry
from proxeny.notices.models import Notice
from tests.cases.handy import opened
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.usefixtures("on_22_november")
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))
MONTHS = st.integers(0, 600)
AT_EASE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def contract(account: Account, ends_on: date, *, renews: bool = False) -> Contract:
    now = clock.now()
    return Contract.objects.create(
        account=account, number=f"C-{account.pk}-{ends_on}", starts_on=ends_on - timedelta(days=364), ends_on=ends_on,
        currency="CNY", renews_by_itself=renews, added_at=now, changed_at=now,
    )  # fmt: skip


@AT_EASE
@given(st.lists(DAYS, min_size=1, max_size=6), st.none() | DAYS, MONTHS)
def test_the_last_contract_counts_and_none_before(ends: list[date], left: date | None, months: int) -> None:
    assert retention.due_on(ends, left, months) == retention.after(max(ends), months)


@AT_EASE
@given(DAYS, MONTHS, MONTHS)
def test_more_months_are_never_sooner_and_a_month_is_a_calendar_month(day: date, one: int, more: int) -> None:
    assert retention.after(day, one) <= retention.after(day, one + more)
    later = retention.after(day, one)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == one
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_without_contracts_the_day_counts_on_which_they_left_and_without_a_rule_there_is_none() -> None:
    assert retention.due_on([], date(2023, 8, 31), 6) == date(2024, 2, 29)
    assert retention.due_on([], None, 6) is None
    assert retention.due_on([date(2020, 1, 1)], None, None) is None


def test_the_day_itself_still_belongs_to_the_time() -> None:
    assert not retention.has_run_out(TODAY, TODAY)
    assert retention.has_run_out(TODAY - timedelta(days=1), TODAY)


def test_a_customer_s_own_rule_counts_before_that_of_all(vendor: Cast) -> None:
    he = vendor.actor("he")
    keeping.set_months(36, by=he)
    keeping.set_months(6, account=vendor.luban, by=he)
    holding = keeping.rules()
    assert (keeping.months_for(vendor.luban.pk, holding), keeping.months_for(vendor.yunqi.pk, holding)) == (
        6,
        36,
    )
    keeping.set_months(None, account=vendor.luban, by=he)
    assert keeping.months_for(vendor.luban.pk, keeping.rules()) == 36


def test_whose_time_has_run_out_is_said_and_nothing_is_erased(vendor: Cast) -> None:
    he = vendor.actor("he")
    keeping.set_months(12, by=he)
    contract(vendor.luban, TODAY - timedelta(days=400))
    contract(vendor.yunqi, TODAY - timedelta(days=300))
    lines = Entry.objects.count()
    assert [(one.account, one.not_yet) for one in keeping.run_out(he, TODAY)] == [(vendor.luban, ())]
    assert keeping.remind.call() == 1
    assert keeping.remind.call() == 1
    told = Notice.objects.filter(kind="erasure.run-out").values_list("staff__username", flat=True)
    assert sorted(told) == ["he", "tang"]
    assert Entry.objects.count() == lines
    assert Account.objects.get(pk=vendor.luban.pk).name == "鲁班建材"


def test_open_cases_and_contracts_that_renew_say_why_not_yet(vendor: Cast) -> None:
    he = vendor.actor("he")
    keeping.set_months(1, by=he)
    contract(vendor.luban, TODAY - timedelta(days=100))
    contract(vendor.star_river, TODAY - timedelta(days=100), renews=True)
    opened(vendor)
    reasons = {
        one.account: [why.in_language("en") for why in one.not_yet] for one in keeping.run_out(he, TODAY)
    }
    assert reasons == {
        vendor.luban: ["cases are open: 1"],
        vendor.star_river: ["a contract renews by itself"],
    }
    assert keeping.remind.call() == 0


def test_one_sees_the_time_of_one_s_own_customers(vendor: Cast) -> None:
    keeping.set_months(1, by=vendor.actor("tang"))
    contract(vendor.luban, TODAY - timedelta(days=100))
    contract(vendor.yunqi, TODAY - timedelta(days=100))
    assert [one.account for one in keeping.run_out(vendor.actor("lin"), TODAY)] == [vendor.yunqi]
    assert keeping.run_out(vendor.actor("pan"), TODAY) == []


@pytest.mark.parametrize("username", ["zhou", "pan", "xu", "shen", "nobody"])
def test_others_do_not_say_how_long_is_kept(vendor: Cast, username: str) -> None:
    with pytest.raises(NotFound):
        keeping.set_months(1, by=vendor.actor(username))
    assert not RetentionRule.objects.exists()


def test_a_rule_goes_on_record_once_and_has_bounds(vendor: Cast) -> None:
    he, lines = vendor.actor("he"), Entry.objects.count()
    keeping.set_months(24, by=he)
    keeping.set_months(24, by=he)
    assert Entry.objects.count() == lines + 1
    with pytest.raises(ValidationError):
        keeping.set_months(601, by=he)
