"""The record of a team: what follows from its orders, against itself over time."""

from datetime import UTC, date, datetime, timedelta
from unittest.mock import ANY

import pytest

from proxeny.core import clock
from proxeny.dispatch import accepting, designating, finishing, returning, sending
from proxeny.dispatch.models import Order
from proxeny.dispatch.sending import About
from proxeny.identity.models import Team
from proxeny.promises import keeping, promising
from proxeny.promises.models import Promise
from proxeny.reports import access
from proxeny.reports.team import record_of
from proxeny.reports.team.record import Record
from tests.dispatch import ordered
from tests.dispatch.ordered import Works

MONDAY = datetime(2026, 11, 9, 2, tzinfo=UTC)  # ten in the morning in Shanghai
HOUR = timedelta(hours=1)
ON = date(2026, 11, 22)
ALL = {"存储组", "网络组", "计算组"}


def sent(at: Works, moment: datetime, **more: object) -> Order:
    with clock.at(moment):
        return ordered.order(at, **more)


def accepted(order: Order, at: Works, moment: datetime, who: str = "zhang") -> Order:
    with clock.at(moment):
        return accepting.accept(order, by=at.actor(who), seen=order.last)


def done(order: Order, at: Works, moment: datetime, who: str = "zhang") -> Order:
    with clock.at(moment):
        return finishing.done(order, text="扩了容", by=at.actor(who), seen=order.last)


def given_back(order: Order, at: Works, moment: datetime, who: str, believed: object) -> Order:
    with clock.at(moment):
        return returning.give_back(
            order, reason="不是我们的盘", believed=believed, by=at.actor(who), seen=order.last
        )


def passed_on(order: Order, at: Works, moment: datetime, team: object) -> Order:
    with clock.at(moment):
        return sending.pass_on(order, team=team, by=at.actor("zhou"), seen=order.last)


def storage_record(at: Works) -> Record:
    return record_of(Team.objects.get(pk=at.storage.pk), ON)


def test_a_team_that_was_never_asked_has_an_empty_record(at: Works) -> None:
    assert storage_record(at).is_empty
    assert len(storage_record(at).figures) == 4


def test_accepting_and_doing_are_timed_in_the_hours_of_the_team(at: Works) -> None:
    order = accepted(sent(at, MONDAY), at, MONDAY + HOUR)
    done(order, at, MONDAY + timedelta(days=1))
    now = storage_record(at).now
    assert (now.accepted.value, now.accepted.count, now.accepted.over) == (60, 1, 1)
    assert now.done.value is not None
    assert now.done.value < 24 * 60


def test_what_still_lies_there_counts_as_at_least_as_long(at: Works) -> None:
    for number in range(3):
        sent(at, MONDAY, wanted=f"{ordered.WANTED} {number}")
    accepted(Order.objects.order_by("pk")[0], at, MONDAY + HOUR)
    now = storage_record(at).now
    assert (now.accepted.value, now.accepted.count, now.accepted.over) == (None, 3, 1)
    assert now.missed.part >= 2


def test_a_return_counts_for_whoever_gave_it_back_and_a_loop_for_whom_it_came_back_to(at: Works) -> None:
    order = sent(at, MONDAY)
    way = [
        ("zhang", at.storage, at.network),
        ("wang", at.network, at.compute),
        ("zhao", at.compute, at.storage),
    ]
    for step, (who, _team, believed) in enumerate(way, 1):
        order = given_back(order, at, MONDAY + step * 4 * HOUR, who, believed)
        order = passed_on(order, at, MONDAY + step * 4 * HOUR + HOUR, believed)
    storage, network = storage_record(at).now, record_of(at.network, ON).now
    assert (storage.arrived, storage.returned.part, storage.came_back, storage.loops) == (2, 1, 1, 1)
    assert (network.arrived, network.returned.part, network.came_back, network.loops) == (1, 1, 0, 0)


def test_designated_to_the_team_that_has_it_an_order_arrives_no_second_time(at: Works) -> None:
    order = given_back(sent(at, MONDAY), at, MONDAY + HOUR, "zhang", at.network)
    order = passed_on(order, at, MONDAY + 2 * HOUR, at.network)
    order = given_back(order, at, MONDAY + 3 * HOUR, "wang", at.storage)
    order = passed_on(order, at, MONDAY + 4 * HOUR, at.storage)
    with clock.at(MONDAY + 5 * HOUR):
        designating.designate(order, team=at.storage, reason="他们最快", by=at.actor("zhou"), seen=order.last)
    assert (storage_record(at).now.arrived, storage_record(at).now.came_back) == (2, 1)


def test_a_defect_that_is_ordered_again_is_a_repeat(at: Works) -> None:
    for number in range(3):
        moment = MONDAY + number * timedelta(days=1)
        sent(at, moment, wanted=f"修好 {number}", about=About(follows_from="defect:12"))
    assert storage_record(at).now.repeats == 2


def test_what_happened_earlier_stands_in_the_period_in_which_it_began(at: Works) -> None:
    long_ago = MONDAY - timedelta(weeks=14)
    accepted(sent(at, long_ago), at, long_ago + 2 * HOUR)
    order = sent(at, MONDAY, wanted="又一件")
    accepted(order, at, MONDAY + HOUR)
    record = storage_record(at)
    assert [one.arrived for one in record.figures] == [0, 0, 1, 1]
    assert (record.before.accepted.value, record.now.accepted.value) == (120, 60)
    assert record.accepting.is_quicker
    assert not record.accepting.is_clear, "one order against one says nothing"


def test_many_orders_that_are_accepted_sooner_are_a_clear_change(at: Works) -> None:
    for number in range(12):
        earlier = MONDAY - timedelta(weeks=14) + timedelta(days=number % 5)
        accepted(sent(at, earlier, wanted=f"早 {number}"), at, earlier + (2 + number % 3) * HOUR)
        later = MONDAY + timedelta(days=number % 5)
        accepted(sent(at, later, wanted=f"晚 {number}"), at, later + timedelta(minutes=10 + number))
    change = storage_record(at).accepting
    assert change.is_clear
    assert change.is_quicker


@pytest.mark.parametrize(("kept_on", "kept"), [(date(2026, 11, 19), 1), (date(2026, 11, 21), 0), (None, 0)])
def test_promises_of_its_people_are_kept_by_their_day_or_broken(
    at: Works, kept_on: date | None, kept: int
) -> None:
    with clock.on(date(2026, 11, 1)):
        at.storage.memberships.update(joined_at=clock.now())
        made = promising.promise(
            at.vendor.luban, what="扩容", due_on=date(2026, 11, 20), made_in=Promise.MadeIn.CALL,
            by_person=at["zhang"], by=at.actor("zhou"),
        )  # fmt: skip
    if kept_on:
        with clock.on(kept_on):
            keeping.keep(made, proof="扩好了", by=at.actor("zhou"), kept_on=kept_on)
    assert (storage_record(at).now.kept.part, storage_record(at).now.kept.whole) == (kept, 1)


def test_the_document_holds_all_periods_with_counts_and_intervals(at: Works) -> None:
    sent(at, MONDAY)
    document = storage_record(at).as_json()
    assert document["team"] == {"number": at.storage.pk, "name": "存储组", "head": "雷工"}
    assert len(document["periods"]) == 4
    assert document["periods"][-1]["minutes_to_accept"] == {
        "value": None,
        "low": None,
        "high": None,
        "count": 1,
        "over": 0,
    }
    assert document["periods"][-1]["returned"] == {
        "part": 0,
        "whole": 1,
        "value": 0.0,
        "low": 0.0,
        "high": ANY,
    }


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("zhou", ALL), ("he", ALL), ("tang", ALL), ("shen", ALL), ("zhang", {"存储组"}), ("lei", {"存储组"}),
        ("wang", {"网络组"}), ("qian", set()), ("xu", set()), ("pan", set()), ("nobody", set()),
    ],
)  # fmt: skip
def test_a_record_is_read_by_after_sales_and_by_those_whose_team_it_is(
    at: Works, who: str, sees: set[str]
) -> None:
    assert set(access.teams(at.actor(who)).values_list("name", flat=True)) == sees
