"""Who is asked for what, and who is on duty: set, changed, ended, taken back; gaps are found; nothing for outsiders."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.catalogue import findings, gaps, keeping_hours, modules, owning, products, turns
from proxeny.catalogue.duty import Duties, on_duty
from proxeny.catalogue.fields import OF_OWNERSHIPS
from proxeny.catalogue.hours import opening
from proxeny.catalogue.models import Ownership, Rota, StandIn, TeamHours
from proxeny.core.calendar import DEFAULT_HOURS, ServiceTime, WorkCalendar
from proxeny.core.clock import start_of
from proxeny.identity import adding, teaming
from proxeny.identity.access import NotFound
from proxeny.ledger import reading
from tests.cast import SETTING_UP, TODAY, Cast
from tests.catalogue.stocked import Stock, owned

MONDAY = date(2026, 11, 23)


def refusal(act: Callable[[], object], field: str) -> str:
    with pytest.raises(ValidationError) as refused:
        act()
    return str(refused.value.message_dict[field][0])


def test_saying_the_same_twice_makes_one_row(vendor: Cast, there: Stock) -> None:
    by = vendor.actor("he")
    first = owning.own(there.hub, symptoms=["卡死", "超时"], team=there.storage, by=by)
    assert owning.own(there.hub, symptoms="超时、卡死", team=there.storage, by=by) == first
    assert Ownership.objects.count() == 1


def test_of_two_teams_for_everything_nobody_would_know_which(vendor: Cast, there: Stock) -> None:
    by = vendor.actor("he")
    first = owning.own(there.hub, team=there.storage, by=by)
    assert "存储组" in refusal(lambda: owning.own(there.hub, team=there.network, by=by), "team")
    owning.end(first, by=by)
    owning.own(there.hub, team=there.network, by=by)
    assert refusal(lambda: owning.restore(first, by=by), "team")


@pytest.mark.parametrize("symptoms", ["慢", "……", "a"])
def test_a_symptom_that_is_in_every_text_is_refused(vendor: Cast, there: Stock, symptoms: str) -> None:
    act = lambda: owning.own(there.hub, symptoms=symptoms, team=there.storage, by=vendor.actor("he"))  # noqa: E731
    assert refusal(act, "symptoms")


def test_a_row_is_changed_ended_and_brought_back_and_all_stays_on_record(vendor: Cast, there: Stock) -> None:
    by = vendor.actor("he")
    row = owning.own(there.hub, team=there.storage, by=by)
    made = owning.change(row, {"team": f"team:{there.network.pk}", "symptoms": "断网"}, by=by)
    row.refresh_from_db()
    assert (row.team, row.symptoms) == (there.network, ["断网"])
    owning.take_back(row, made.sequence or 0, by=by)
    owning.end(row, by=by)
    owning.end(row, by=by)
    owning.restore(row, by=by)
    row.refresh_from_db()
    assert (row.team, row.symptoms, row.ended_at) == (there.storage, [], None)
    kinds = [line.kind for line in reversed(reading.about(row.record, most=9))]
    assert kinds == [
        "ownership.set",
        "ownership.changed",
        "ownership.changed",
        "ownership.ended",
        "ownership.restored",
    ]
    assert set(OF_OWNERSHIPS) == {"symptoms", "team"}


def test_gaps_are_what_is_sold_and_nobody_owns(vendor: Cast, there: Stock) -> None:
    by = vendor.actor("he")
    assert {gap.product for gap in gaps.gaps()} == {there.hub, there.till}
    owning.own(there.till, symptoms=["钱箱"], team=there.network, by=by)
    partly = next(gap for gap in gaps.gaps() if gap.product == there.till)
    assert [row.symptoms for row in partly.owned] == [["钱箱"]]
    owning.own(there.hub, module=there.reports, team=there.storage, by=by)
    [hub] = [gap for gap in gaps.gaps() if gap.product == there.hub]
    assert hub.modules == (there.lines, there.feeds) or set(hub.modules) == {there.lines, there.feeds}
    owning.own(there.hub, team=there.platform, by=by)
    owning.own(there.till, team=there.platform, by=by)
    assert gaps.gaps() == []


def test_what_is_no_longer_sold_is_no_gap(vendor: Cast, there: Stock) -> None:
    by = vendor.actor("he")
    owning.own(there.hub, module=there.reports, team=there.storage, by=by)
    modules.retire(there.feeds, by=by)
    modules.retire(there.lines, by=by)
    products.retire(there.till, by=by)
    assert gaps.gaps() == []


def test_the_docket_learns_what_nobody_owns_and_who_cannot_answer(vendor: Cast, there: Stock) -> None:
    owned(vendor, there)
    [till] = findings.unowned(TODAY)
    assert till.sentence.here() == "Nobody is asked when something is wrong with 收银: no team owns it."
    [network] = findings.teams_without(TODAY)
    assert "网络组" in network.sentence.here()
    assert till.account_id is network.account_id is None
    for number in range(4):
        products.add(name=f"新产品{number}", by=vendor.actor("he"))
    [many] = findings.unowned(TODAY)
    assert (many.cause.size, len(many.evidence)) == (5.0, 5)


def test_the_turn_of_somebody_who_left_is_found_before_it_comes(vendor: Cast, there: Stock) -> None:
    teaming.join(there.storage, vendor["lin"], by=SETTING_UP)
    turns.set_rota(there.storage, [vendor["zhang"], vendor["lin"]], begins_on=MONDAY, by=vendor.actor("he"))
    assert list(findings.rotas_that_left(MONDAY)) == []
    teaming.leave(there.storage, vendor["lin"], by=SETTING_UP)
    [left] = findings.rotas_that_left(MONDAY)
    assert left.due == MONDAY + timedelta(days=7)
    assert on_duty([there.storage.pk], MONDAY) == {there.storage.pk: vendor["zhang"]}
    assert on_duty([there.storage.pk], MONDAY + timedelta(days=7)) == {}


@pytest.mark.parametrize("days", [1, 3, 7])
def test_turns_follow_each_other_and_the_same_one_comes_again(vendor: Cast, there: Stock, days: int) -> None:
    team, people = there.storage, [vendor["zhang"], vendor["lin"], vendor["xu"]]
    for one in people:
        teaming.join(team, one, by=SETTING_UP)
    turns.set_rota(team, people, begins_on=MONDAY, days=days, by=vendor.actor("he"))
    duties = Duties([team.pk])
    assert duties.on(team.pk, MONDAY - timedelta(days=1)).staff is None
    for ahead in range(50):
        assert duties.on(team.pk, MONDAY + timedelta(days=ahead)).staff == people[ahead // days % 3]
    drawn = duties.between(team.pk, MONDAY, MONDAY + timedelta(days=49))
    assert sum(turn.days for turn in drawn) == 50
    assert all(turn.days == days for turn in drawn[:-1])


def test_who_was_said_last_stands_in_and_the_next_rota_replaces_the_first(vendor: Cast, there: Stock) -> None:
    by, team = vendor.actor("he"), there.storage
    turns.set_rota(team, [vendor["zhang"]], begins_on=MONDAY, by=by)
    days = {"begins_on": MONDAY, "ends_on": MONDAY + timedelta(days=2)}
    turns.stand_in(team, vendor["lin"], by=by, **days)
    last = turns.stand_in(team, vendor["xu"], by=by, **days)
    assert turns.stand_in(team, vendor["xu"], by=by, **days) == last
    assert on_duty([team.pk], MONDAY)[team.pk] == vendor["xu"]
    turns.end_stand_in(last, by=by)
    turns.end_stand_in(last, by=by)
    assert Duties([team.pk]).on(team.pk, MONDAY).instead_of == vendor["zhang"]
    assert on_duty([team.pk], MONDAY + timedelta(days=3))[team.pk] == vendor["zhang"]
    again = turns.set_rota(team, [vendor["zhang"]], begins_on=MONDAY, days=1, by=by)
    assert list(Rota.objects.all()) == [again]
    turns.remove_rota(again, by=by)
    turns.remove_rota(again, by=by)
    assert StandIn.objects.count() == 2


def test_who_has_left_the_house_does_not_stand_in(vendor: Cast, there: Stock) -> None:
    days = {"begins_on": MONDAY, "ends_on": MONDAY}
    one = turns.stand_in(there.storage, vendor["lin"], by=vendor.actor("he"), **days)
    adding.let_go(one.staff, reason="left", by=vendor.actor("tang"))
    assert on_duty([there.storage.pk], MONDAY) == {}
    vendor["lin"].refresh_from_db()
    act = lambda: turns.stand_in(there.storage, vendor["lin"], by=vendor.actor("he"), **days)  # noqa: E731
    assert refusal(act, "staff")


def test_a_rota_needs_members_and_turns_of_a_day_at_least(vendor: Cast, there: Stock) -> None:
    by, team = vendor.actor("he"), there.storage
    assert refusal(lambda: turns.set_rota(team, [], begins_on=MONDAY, by=by), "people")
    assert refusal(lambda: turns.set_rota(team, [vendor["xu"]], begins_on=MONDAY, by=by), "people")
    assert refusal(lambda: turns.set_rota(team, [vendor["zhang"]], begins_on=MONDAY, days=0, by=by), "days")
    assert not Rota.objects.exists()


def test_a_team_has_hours_of_its_own_or_the_usual_ones(vendor: Cast, there: Stock) -> None:
    by = vendor.actor("tang")
    keeping_hours.set_hours(there.storage, hours={"0": [[540, 720]]}, by=by)
    with pytest.raises(ValidationError):
        keeping_hours.set_hours(there.storage, hours={"0": [[720, 540]]}, by=by)
    with pytest.raises(ValidationError):
        keeping_hours.set_hours(there.storage, by=by)
    assert TeamHours.objects.get().hours == {"0": [[540, 720]]}
    keeping_hours.forget_hours(there.storage, by=by)
    keeping_hours.forget_hours(there.storage, by=by)
    assert not TeamHours.objects.exists()


@pytest.mark.parametrize("outsider", ["zhou", "pan", "zhang", "shen", "nobody"])
def test_who_only_reads_sets_nothing(vendor: Cast, there: Stock, outsider: str) -> None:
    owned(vendor, there)
    by, row, lead = vendor.actor(outsider), there.hub.owners.all()[0], vendor.actor("he")
    rota = turns.set_rota(there.storage, [vendor["zhang"]], begins_on=MONDAY, by=lead)
    days = {"begins_on": MONDAY, "ends_on": MONDAY}
    one = turns.stand_in(there.storage, vendor["lin"], by=lead, **days)
    acts: list[Callable[[], object]] = [
        lambda: owning.own(there.till, team=there.storage, by=by),
        lambda: owning.change(row, {"symptoms": "卡死"}, by=by),
        lambda: owning.end(row, by=by),
        lambda: owning.restore(row, by=by),
        lambda: turns.set_rota(there.storage, [vendor["zhang"]], begins_on=TODAY, by=by),
        lambda: turns.remove_rota(rota, by=by),
        lambda: turns.stand_in(there.storage, vendor["lin"], by=by, **days),
        lambda: turns.end_stand_in(one, by=by),
        lambda: keeping_hours.set_hours(there.storage, around_the_clock=True, by=by),
        lambda: keeping_hours.forget_hours(there.storage, by=by),
    ]
    for act in acts:
        with pytest.raises(NotFound):
            act()


@settings(deadline=None)
@given(st.integers(0, 21 * 24 * 60))
def test_until_it_changes_every_minute_is_the_same_and_then_it_is_not(ahead: int) -> None:
    hours = ServiceTime(WorkCalendar("CN", DEFAULT_HOURS, {}, {}))
    minute = timedelta(minutes=1)
    at = start_of(MONDAY) + ahead * minute

    def works(moment: object) -> bool:
        return hours.elapsed(moment, moment + minute) == 1  # type: ignore[arg-type, operator]

    found = opening(hours, at)
    assert found.is_open == works(at)
    assert found.changes_at is not None
    assert works(found.changes_at) != found.is_open
    length = int((found.changes_at - at) / minute)
    passed = hours.elapsed(at, found.changes_at)
    assert passed == (length if found.is_open else 0)
