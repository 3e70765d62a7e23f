"""Putting a case off."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from proxeny.cases import snoozing, writing
from proxeny.cases.models import Case, Snooze
from proxeny.core import clock
from proxeny.identity.access import NotFound
from tests.cases.handy import OUTSIDERS, again, lines, opened
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.usefixtures("on_22_november")
LATER = TODAY + timedelta(days=3)


@pytest.fixture
def case(vendor: Cast) -> Case:
    return opened(vendor)


def test_a_case_put_off_sleeps_until_its_day_and_is_back_on_it(case: Case, vendor: Cast) -> None:
    snoozing.snooze(case, LATER, reason="客户周三才回来", by=vendor.actor("zhou"))
    for day, sleeps in (
        (TODAY, True),
        (LATER - timedelta(days=1), True),
        (LATER, False),
        (LATER + timedelta(days=9), False),
    ):
        assert Case.objects.filter(snoozing.asleep(day), pk=case.pk).exists() is sleeps
        assert Case.objects.filter(snoozing.awake(day), pk=case.pk).exists() is not sleeps


def test_its_clocks_run_on(case: Case, vendor: Cast) -> None:
    snoozing.snooze(case, LATER, reason="x", by=vendor.actor("zhou"))
    assert again(case).due_at == case.due_at is not None


@pytest.mark.parametrize(
    ("until", "reason", "missing"),
    [
        (TODAY, "x", {"until"}),
        (TODAY - timedelta(days=1), "x", {"until"}),
        (LATER, " ", {"reason"}),
        (TODAY, "", {"until", "reason"}),
    ],
)
def test_it_takes_a_later_day_and_a_reason(
    case: Case, vendor: Cast, until: object, reason: str, missing: set[str]
) -> None:
    with pytest.raises(ValidationError) as refused:
        snoozing.snooze(case, until, reason=reason, by=vendor.actor("zhou"))
    assert set(refused.value.message_dict) == missing
    assert not Snooze.objects.exists()


def test_the_same_again_changes_nothing_another_day_moves_it(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    snoozing.snooze(case, LATER, reason="x", by=zhou)
    before = lines()
    snoozing.snooze(case, LATER, reason="x", by=zhou)
    assert (lines(), Snooze.objects.count()) == (before, 1)
    snoozing.snooze(case, LATER + timedelta(days=7), reason="x", by=zhou)
    assert again(case).snoozed_until == LATER + timedelta(days=7)
    assert Snooze.objects.filter(case=case, ended_at=None).count() == 1


def test_undoing_a_second_putting_off_lets_the_first_stand_again(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    snoozing.snooze(case, LATER, reason="先等回复", by=zhou)
    snoozing.snooze(case, LATER + timedelta(days=7), reason="再等等", by=zhou)
    snoozing.take_back(case, by=zhou)
    assert again(case).snoozed_until == LATER
    snoozing.take_back(case, by=zhou)
    assert again(case).snoozed_until is None


def test_waking_ends_it_and_can_be_undone(case: Case, vendor: Cast) -> None:
    zhou = vendor.actor("zhou")
    snoozing.snooze(case, LATER, reason="x", by=zhou)
    snoozing.wake(case, by=zhou)
    before = lines()
    snoozing.wake(case, by=zhou)
    assert (again(case).snoozed_until, lines()) == (None, before)
    snoozing.put_off_again(case, by=zhou)
    assert again(case).snoozed_until == LATER


def test_the_customers_word_wakes_it(case: Case, vendor: Cast) -> None:
    snoozing.snooze(case, LATER, reason="x", by=vendor.actor("zhou"))
    writing.customer_wrote(case, "有进展吗", name="李工", by=vendor.actor("zhou"))
    assert again(case).snoozed_until is None


def test_a_closed_case_cannot_be_put_off(case: Case, vendor: Cast) -> None:
    Case.objects.filter(pk=case.pk).update(closed_at=clock.now())
    with pytest.raises(ValidationError):
        snoozing.snooze(case, LATER, reason="x", by=vendor.actor("zhou"))


@given(until=st.dates(), on=st.dates())
def test_on_any_day_a_case_is_either_asleep_or_awake(until: object, on: object) -> None:
    asleep, awake = dict(snoozing.asleep(on).children), dict(snoozing.awake(on).children)
    assert asleep == {"snoozed_until__gt": on}
    assert awake == {"snoozed_until": None, "snoozed_until__lte": on}


def test_an_outsider_can_neither_put_off_nor_wake(case: Case, vendor: Cast) -> None:
    snoozing.snooze(case, LATER, reason="x", by=vendor.actor("zhou"))
    for outsider in OUTSIDERS:
        by = vendor.actor(outsider)
        for act in (
            lambda by: snoozing.snooze(case, LATER, reason="y", by=by),
            lambda by: snoozing.wake(case, by=by),
            lambda by: snoozing.take_back(case, by=by),
        ):
            with pytest.raises(NotFound):
                act(by)
    assert again(case).snoozed_until == LATER
