"""How soon teams have to act: the most particular target counts, and open orders are reckoned anew."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from proxeny.cases.models.words import Severity
from proxeny.catalogue.models import TeamHours
from proxeny.core import clock
from proxeny.dispatch import accepting, agreeing, finishing, keeping_up, overdue, targets
from proxeny.dispatch.models import OperationalTarget, Order
from proxeny.dispatch.models.target import ANY
from proxeny.dispatch.targets import Targets
from proxeny.ledger import reading
from tests.dispatch import ordered
from tests.dispatch.ordered import Works
from tests.dispatch.test_complaints import due, on

Clock = OperationalTarget.Clock
HIGH = Severity.HIGH


def minutes(team: int, severity: int = HIGH) -> int:
    return Targets().minutes(team, severity, Clock.ACCEPT)


def test_team_and_severity_go_before_the_team_before_the_severity_before_any(at: Works) -> None:
    he, storage, network = at.actor("he"), at.storage, at.network
    assert minutes(storage.pk) == targets.DEFAULTS[HIGH][Clock.ACCEPT]
    agreeing.set_targets(None, {(ANY, Clock.ACCEPT): 100}, by=he)
    assert minutes(storage.pk) == 100
    agreeing.set_targets(None, {(HIGH, Clock.ACCEPT): 90}, by=he)
    assert minutes(storage.pk) == 90
    agreeing.set_targets(storage, {(ANY, Clock.ACCEPT): 80}, by=he)
    assert (minutes(storage.pk), minutes(network.pk)) == (80, 90)
    agreeing.set_targets(storage, {(HIGH, Clock.ACCEPT): 70}, by=he)
    assert (minutes(storage.pk), minutes(storage.pk, Severity.LOW)) == (70, 80)
    agreeing.set_targets(storage, {(HIGH, Clock.ACCEPT): None, (ANY, Clock.ACCEPT): None}, by=he)
    assert minutes(storage.pk) == 90


def test_leads_and_the_owner_agree_on_targets_and_nobody_else(at: Works) -> None:
    wanted = {(ANY, Clock.DONE): 60}
    for who in ("zhou", "pan", "xu", "zhang", "shen", "nobody", "lei"):
        with pytest.raises(PermissionDenied):
            agreeing.set_targets(at.storage, wanted, by=at.actor(who))
    assert agreeing.set_targets(at.storage, wanted, by=at.actor("tang")) == 1
    assert agreeing.set_targets(at.storage, wanted, by=at.actor("he")) == 0, "it stands so already"
    (line,) = reading.newest(kinds=["order.targets-set"])
    assert line.content is not None
    assert line.content["changes"] == [{"severity": 0, "clock": "done", "before": None, "after": 60}]


def test_a_target_is_a_length_of_time_of_a_year_at_most(at: Works) -> None:
    for bad in (-1, agreeing.LONGEST + 1):
        with pytest.raises(ValidationError):
            agreeing.set_targets(None, {(ANY, Clock.DONE): bad}, by=at.actor("he"))


def test_open_orders_are_reckoned_anew_and_nothing_agreed_is_due_never(at: Works) -> None:
    with clock.at(on("16 09:00")):
        order = ordered.order(at)
        agreeing.set_targets(at.storage, {(ANY, Clock.ACCEPT): 0, (ANY, Clock.DONE): 60}, by=at.actor("he"))
        assert overdue.reckon_open_orders.call([at.storage.pk]) == 1
    order.refresh_from_db()
    assert due(order) == (None, "16 10:00")


def test_a_team_that_works_round_the_clock_is_held_to_its_own_hours(at: Works) -> None:
    TeamHours.objects.create(
        team=at.storage, around_the_clock=True, changed_by="staff:1", changed_at=clock.now()
    )
    with clock.at(on("21 23:00")):
        assert due(ordered.order(at)) == ("22 00:00", "22 14:00")


def test_clocks_that_are_over_tell_whether_they_were_missed(at: Works) -> None:
    with clock.at(on("16 09:00")):
        order = ordered.order(at)
    with clock.at(on("16 10:30")):
        accepting.accept(order, by=at.actor("zhang"), seen=1)
    with clock.at(on("16 11:00")):
        finishing.done(order, text="好了", by=at.actor("zhang"), seen=2)
        finishing.confirm(order, by=at.actor("zhou"), seen=3)
        order = Order.objects.get()
        kept = {one.timed.clock: one.missed(clock.now()) for one in keeping_up.clocks_of(order)}
    assert kept == {Clock.ACCEPT: True, Clock.DONE: False}
    assert due(order) == (None, None)


def test_nobody_is_complained_about_by_hours_that_hold_no_more(at: Works) -> None:
    with clock.at(on("16 09:00")):
        ordered.order(at)
    TeamHours.objects.create(
        team=at.storage,
        hours={"1": [[540, 1080]], "make-up": []},
        changed_by="staff:1",
        changed_at=clock.now(),
    )
    with clock.at(on("16 12:00")):
        assert overdue.draft_complaints.call() == 0
    assert due(Order.objects.get())[0] == "17 10:00"
    with clock.at(on("17 10:30")):
        assert overdue.draft_complaints.call() == 1


def test_clocks_are_reckoned_anew_when_the_calendar_changed(at: Works) -> None:
    with clock.at(on("16 09:00")):
        order = ordered.order(at)
    Order.objects.filter(pk=order.pk).update(done_due=None)
    overdue.reckon_open_orders.call()
    order.refresh_from_db()
    assert due(order) == ("16 10:00", "17 18:00")
