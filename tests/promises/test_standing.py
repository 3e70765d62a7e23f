"""How promises stand: from what is on record and the day, whoever has noticed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.promises import keeping, withdrawing
from proxeny.promises.models import Promise
from proxeny.promises.standing import State, in_state, standing_of, state_of
from tests.cast import TODAY, Cast
from tests.promises.promised import promise

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(due=days, kept=st.none() | days, on=days)
def test_every_promise_stands_in_the_one_state_that_follows(due: date, kept: date | None, on: date) -> None:
    state = state_of(Promise(due_on=due, kept_on=kept), on)
    if kept is not None and kept <= on:
        assert state == (State.KEPT if kept <= due else State.KEPT_LATE)
    elif on > due:
        assert state == State.BROKEN
    else:
        assert state == (State.DUE_SOON if due - on <= timedelta(days=7) else State.OPEN)


@pytest.mark.usefixtures("on_22_november")
def test_a_promise_is_broken_from_the_day_after_it_was_due_without_anyone_reporting_it(vendor: Cast) -> None:
    made = promise(vendor, TODAY)
    assert state_of(made, TODAY) == State.DUE_SOON
    assert state_of(made, TODAY + timedelta(days=1)) == State.BROKEN


@pytest.mark.usefixtures("on_22_november")
def test_the_database_and_the_arithmetic_agree_on_every_state(vendor: Cast) -> None:
    for offset in (-30, -1, 0, 1, 7, 8, 60):
        due = TODAY + timedelta(days=offset)
        promise(vendor, due, made_on=TODAY - timedelta(days=60))
        for kept_on in (TODAY - timedelta(days=2), TODAY):
            kept = promise(vendor, due, made_on=TODAY - timedelta(days=60))
            keeping.keep(kept, proof="发布说明 3.2", kept_on=kept_on, by=vendor.actor("zhou"))
        gone = promise(vendor, due, made_on=TODAY - timedelta(days=60))
        withdrawing.withdraw(gone, reason="客户换了做法", by=vendor.actor("zhou"))
    for on in (TODAY - timedelta(days=9), TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=40)):
        for state in State:
            found = set(Promise.objects.filter(in_state([state], on)))
            assert found == {one for one in Promise.objects.all() if state_of(one, on) == state}


@pytest.mark.usefixtures("on_22_november")
def test_the_standing_of_a_customer_or_a_case_lists_what_is_owed_first_due_first(vendor: Cast) -> None:
    later = promise(vendor, TODAY + timedelta(days=30), source="case:12")
    broken = promise(vendor, TODAY - timedelta(days=2), noticed_by_customer=True)
    promise(vendor, TODAY, account=vendor.star_river)
    standing = standing_of(vendor.luban, TODAY)
    assert [one.pk for one in standing.owed] == [broken.pk, later.pk]
    assert standing.broken == [broken] == standing.unsynced
    assert standing_of("case:12", TODAY).owed == [later]
    assert standing_of(["case:99", str(vendor.luban.record)], TODAY).owed == [broken, later]


@pytest.mark.usefixtures("on_22_november")
def test_the_standing_shown_to_somebody_holds_only_what_they_may_read(vendor: Cast) -> None:
    promise(vendor, TODAY)
    secret = promise(vendor, TODAY + timedelta(days=1), in_confidence=True)
    assert len(standing_of(vendor.luban, TODAY).owed) == 2
    assert secret in standing_of(vendor.luban, TODAY, seen_by=vendor.actor("zhou")).owed
    assert secret not in standing_of(vendor.luban, TODAY, seen_by=vendor.actor("pan")).owed
    assert standing_of(vendor.luban, TODAY, seen_by=vendor.actor("lin")).owed == []
