"""Pulses say what the facts and the contracts say now, whatever happened since they were taken."""

from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proxeny.accounts import worth
from proxeny.accounts.models import Account, Contract, ContractLine
from proxeny.analytics.usage.reading.how import How
from proxeny.core import clock
from proxeny.core.money import Money
from proxeny.intake import undoing
from proxeny.usage import consuming, pulses, store
from proxeny.usage.models import Pulse, PulseDay
from tests.cast import SETTING_UP, TODAY, Cast
from tests.usage.bills import Row, bring_in, written

YESTERDAY = TODAY - timedelta(days=1)
pytestmark = pytest.mark.usefixtures("on_22_november")


def contract(account: Account, yuan: int, number: str = "C-1", days: int = 365) -> Contract:
    now = clock.now()
    first = TODAY - timedelta(days=10)
    made = Contract.objects.create(
        account=account,
        number=number,
        starts_on=first,
        ends_on=first + timedelta(days=days - 1),
        currency="CNY",
        added_at=now,
        changed_at=now,
    )
    ContractLine.objects.create(contract=made, product="storage", amount_minor=yuan * 100)
    return made


def consumed(account: Account, on: date = TODAY) -> Money | None:
    return pulses.of([account], on)[account.pk].consumed


def contracted(account: Account, on: date = TODAY) -> Money | None:
    return pulses.of([account], on)[account.pk].contracted


def as_reckoned_directly(accounts: list[Account], on: date) -> None:
    facts, last = store.facts(), on - timedelta(days=1)
    curves = consuming.recent(facts, accounts, last, pulses.DAYS)
    spent, agreed = consuming.spent(facts, accounts, last), worth.contracted(accounts, on)
    taken = pulses.of(accounts, on)
    assert set(taken) == {one.pk for one in accounts}
    for number, pulse in taken.items():
        assert (pulse.consumed, pulse.contracted) == (spent.get(number), agreed.get(number))
        assert pulse.consumed_size == (float(spent[number].amount) if number in spent else None)
        curve = pulses.curve_of(pulse)
        if curve is None:
            assert number not in curves
        else:
            np.testing.assert_allclose(curve, curves[number], rtol=1e-6)


@st.composite
def bills(draw: st.DrawFn) -> list[Row]:
    """Some meters of some customers, one of them a stranger, on days before and around the twelve months."""
    cells = st.tuples(
        st.sampled_from(["LB-01", "XH-02", "YQ-03", "ZZ-99"]),
        st.sampled_from(["disk", "sms"]),
        st.sampled_from([0, 1, 2, 30, 88, 89, 90, 91, 363, 364, 365, 366, 400]),
    )
    amounts = st.dictionaries(cells, st.integers(0, 10**7), min_size=1, max_size=25)
    return [
        (account, meter, YESTERDAY - timedelta(days=ago), cents / 100)
        for (account, meter, ago), cents in draw(amounts).items()
    ]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bills(), st.booleans())
def test_what_is_kept_is_what_the_facts_say(
    vendor: Cast, tmp_path: Path, rows: list[Row], as_lines: bool
) -> None:
    how = How(preset="transactions" if as_lines else "long")
    batch, _document = bring_in(written(tmp_path / "bill.csv", rows), how)
    as_reckoned_directly([vendor.luban, vendor.star_river, vendor.yunqi], TODAY)
    undoing.undo(batch, by=SETTING_UP)
    as_reckoned_directly([vendor.luban, vendor.star_river, vendor.yunqi], TODAY)


def test_an_import_and_its_undoing_count_at_once(vendor: Cast, tmp_path: Path) -> None:
    assert consumed(vendor.luban) is None
    bring_in(written(tmp_path / "a.csv", [("LB-01", "disk", YESTERDAY, 100)]))
    assert consumed(vendor.luban) == Money.of(100, "CNY")
    batch, _document = bring_in(written(tmp_path / "b.csv", [("LB-01", "sms", YESTERDAY, 11)]))
    assert consumed(vendor.luban) == Money.of(111, "CNY")
    undoing.undo(batch, by=SETTING_UP)
    assert consumed(vendor.luban) == Money.of(100, "CNY")
    assert consumed(vendor.star_river) is None


def test_a_contract_counts_from_the_moment_it_is_added_changed_or_gone(vendor: Cast) -> None:
    assert contracted(vendor.luban) is None
    made = contract(vendor.luban, 1000)
    assert contracted(vendor.luban) == Money.of(1000, "CNY")
    made.lines.update(amount_minor=250_000)
    Contract.objects.filter(pk=made.pk).update(changed_at=clock.now())
    assert contracted(vendor.luban) == Money.of(2500, "CNY")
    made.delete()
    assert contracted(vendor.luban) is None


def test_contracts_that_change_do_not_have_the_facts_read_again(
    vendor: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(written(tmp_path / "a.csv", [("LB-01", "disk", YESTERDAY, 100)]))
    assert consumed(vendor.luban) == Money.of(100, "CNY")
    monkeypatch.delattr(store, "facts")
    contract(vendor.luban, 1000)
    assert contracted(vendor.luban) == Money.of(1000, "CNY")
    assert consumed(vendor.luban) == Money.of(100, "CNY")


def test_another_day_has_pulses_of_its_own(vendor: Cast, tmp_path: Path) -> None:
    contract(vendor.luban, 1000, days=30)
    bring_in(written(tmp_path / "a.csv", [("LB-01", "disk", YESTERDAY - timedelta(days=364), 100)]))
    agreed = Money.of("12166.67", "CNY")
    assert (consumed(vendor.luban), contracted(vendor.luban)) == (Money.of(100, "CNY"), agreed)
    tomorrow, later = TODAY + timedelta(days=1), TODAY + timedelta(days=30)
    assert (consumed(vendor.luban, tomorrow), contracted(vendor.luban, tomorrow)) == (None, agreed)
    assert (consumed(vendor.luban, later), contracted(vendor.luban, later)) == (None, None)
    assert (consumed(vendor.luban), contracted(vendor.luban)) == (Money.of(100, "CNY"), agreed)


def test_pulses_of_many_days_do_not_pile_up(vendor: Cast) -> None:
    for days in range(6):
        pulses.standing_on(TODAY - timedelta(days=days))
    assert PulseDay.objects.count() <= 4
    assert Pulse.objects.filter(account=vendor.luban).count() == PulseDay.objects.count()


def test_a_customer_added_or_renumbered_has_its_own_figures(vendor: Cast, tmp_path: Path) -> None:
    rows = [("LB-01", "disk", YESTERDAY, 100.0), ("ZZ-99", "disk", YESTERDAY, 7.0)]
    bring_in(written(tmp_path / "a.csv", rows))
    assert consumed(vendor.luban) == Money.of(100, "CNY")
    Account.objects.filter(pk=vendor.star_river.pk).update(reference="ZZ-99", changed_at=clock.now())
    assert consumed(vendor.star_river) == Money.of(7, "CNY")
    assert consumed(vendor.luban) == Money.of(100, "CNY")


def test_fresh_pulses_are_read_and_not_taken_again(vendor: Cast) -> None:
    first = pulses.standing_on(TODAY)
    assert pulses.standing_on(TODAY).taken_at == first.taken_at
    assert set(pulses.of([vendor.yunqi], TODAY)) == {vendor.yunqi.pk}
    assert pulses.of([], TODAY) == {}
