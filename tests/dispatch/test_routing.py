"""The way of an order follows from its moves: hand cases, and what holds whatever happens to it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.dispatch.models import MoveKind, OperationalTarget, Standing
from proxeny.dispatch.routing import ALLOWED, Step, allowed, follow, passed_round, runs_of, timed

BEGAN = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
A, B, C, D = 1, 2, 3, 4
K = MoveKind
Clock = OperationalTarget.Clock


def steps(*moves: tuple) -> list[Step]:
    """Moves an hour apart, each `(kind)` or `(kind, team)`."""
    return [
        Step(move[0], BEGAN + timedelta(hours=number), 7, move[1] if len(move) > 1 else None)
        for number, move in enumerate(moves)
    ]


def hours(length: timedelta) -> float:
    return length.total_seconds() / 3600


def test_the_routing_loop_of_the_story_is_one_loop_and_its_hours_are_counted() -> None:
    route = follow(
        steps(
            (K.SENT, A),
            (K.RETURNED, B),
            (K.SENT, B),
            (K.RETURNED, C),
            (K.SENT, C),
            (K.RETURNED, A),
            (K.SENT, A),
        )
    )
    assert route.runs == (A, B, C, A)
    assert (route.handovers, route.returns, route.bounces, route.loops) == (3, 1, 0, 1)
    assert route.refusals == 3
    assert hours(route.lost()) == 6, "three stays that ended in a return, and three times an hour with us"
    assert (route.team, route.standing) == (A, Standing.SENT)


def test_a_loop_by_handing_over_costs_what_lay_between_its_two_ends() -> None:
    route = follow(
        steps((K.SENT, A), (K.HANDED_OVER, B), (K.HANDED_OVER, C), (K.HANDED_OVER, A), (K.ACCEPTED,))
    )
    assert (route.refusals, route.loops, hours(route.lost())) == (0, 1, 2)


def test_back_over_one_other_team_is_a_bounce_and_no_loop() -> None:
    route = follow(steps((K.SENT, A), (K.HANDED_OVER, B), (K.HANDED_OVER, A)))
    assert (route.returns, route.bounces, route.loops) == (1, 1, 0)


def test_sent_again_to_the_team_that_returned_it_is_a_refusal_and_no_handover() -> None:
    route = follow(steps((K.SENT, A), (K.RETURNED, B), (K.SENT, A)))
    assert (route.runs, route.refusals, route.handovers, route.returns) == ((A,), 1, 0, 0)
    assert hours(route.lost()) == 2


def test_a_question_is_no_time_lost_and_the_answer_brings_the_order_back_as_it_was() -> None:
    asked = steps((K.SENT, A), (K.ACCEPTED,), (K.ASKED,))
    assert follow(asked).standing is Standing.ASKED
    route = follow([*asked, Step(K.ANSWERED, BEGAN + timedelta(hours=3), 9)])
    assert (route.standing, route.holder, hours(route.lost())) == (Standing.ACCEPTED, 7, 0)


def test_designating_the_team_that_has_it_accepted_takes_it_out_of_nobodys_hands() -> None:
    route = follow(steps((K.SENT, A), (K.HANDED_OVER, B), (K.ACCEPTED,), (K.DESIGNATED, B)))
    assert (route.is_designated, route.standing, route.holder) == (True, Standing.ACCEPTED, 7)


def test_while_it_lies_returned_the_time_goes_on_being_lost() -> None:
    route = follow(steps((K.SENT, A), (K.RETURNED, B)))
    assert hours(route.lost()) == 1
    assert hours(route.lost(BEGAN + timedelta(hours=5))) == 5


@pytest.mark.parametrize("bad", [[], [(K.ACCEPTED,)], [(K.SENT,)]])
def test_an_order_begins_by_being_sent(bad: list[tuple]) -> None:
    with pytest.raises(ValueError, match="sent to a team"):
        follow(steps(*bad))


def test_the_clock_of_accepting_is_over_with_the_first_answer_of_the_team() -> None:
    one, two = [
        clock
        for clock in timed(steps((K.SENT, A), (K.RETURNED, B), (K.SENT, B), (K.ASKED,), (K.ANSWERED,)))
        if clock.clock is Clock.ACCEPT
    ]
    assert (one.team, one.ended_by, one.ended) == (A, K.RETURNED, BEGAN + timedelta(hours=1))
    assert (two.team, two.ended) == (B, None)
    assert [(hours(pause.began - BEGAN), pause.ended) for pause in two.pauses] == [
        (3, BEGAN + timedelta(hours=4))
    ]


def test_the_clock_of_a_team_rests_while_the_order_lies_with_us_and_goes_on_when_it_is_not_solved() -> None:
    (done,) = [
        clock
        for clock in timed(steps((K.SENT, A), (K.ACCEPTED,), (K.DONE,), (K.NOT_SOLVED,)))
        if clock.clock is Clock.DONE
    ]
    assert (done.began, done.ended) == (BEGAN, None)
    assert [hours(pause.ended - pause.began) for pause in done.pauses if pause.ended] == [1]


def test_a_confirmed_order_was_done_when_it_was_reported_done() -> None:
    (done,) = [
        clock for clock in timed(steps((K.SENT, A), (K.DONE,), (K.CONFIRMED,))) if clock.clock is Clock.DONE
    ]
    assert (done.ended, done.ended_by) == (BEGAN + timedelta(hours=1), K.DONE)


@st.composite
def ways(draw: st.DrawFn) -> list[Step]:
    """Any sequence of moves that the rules allow."""
    made = [Step(K.SENT, BEGAN, 1, draw(st.integers(1, 5)))]
    for _turn in range(draw(st.integers(0, 25))):
        route = follow(made)
        kinds = [
            kind
            for kind in ALLOWED
            if allowed(
                kind,
                route.standing,
                is_designated=route.is_designated,
                was_passed_on=route.was_passed_on,
            )
        ]
        if not kinds:
            break
        kind = draw(st.sampled_from(kinds))
        team = draw(st.integers(1, 5)) if kind in (K.SENT, K.HANDED_OVER, K.DESIGNATED) else None
        at = made[-1].at + timedelta(minutes=draw(st.integers(0, 600)))
        made.append(Step(kind, at, draw(st.integers(1, 9)), team))
    return made


@given(ways())
def test_the_stays_make_up_the_whole_and_follow_each_other(made: list[Step]) -> None:
    route, until = follow(made), made[-1].at + timedelta(hours=1)
    end = route.closed_at or until
    assert route.whole(until) == end - made[0].at
    for one, two in zip(route.stays, route.stays[1:], strict=False):
        assert one.ended == two.began
    assert timedelta() <= route.lost(until) <= route.whole(until)
    teams = {stay.team for stay in route.stays if stay.team is not None}
    with_us = sum((stay.length(until) for stay in route.stays if stay.team is None), timedelta())
    assert sum((route.with_team(team, until) for team in teams), with_us) == route.whole(until)


@given(ways())
def test_returns_are_handovers_and_each_is_a_bounce_or_a_loop(made: list[Step]) -> None:
    route = follow(made)
    assert route.returns == route.bounces + route.loops <= route.handovers == len(route.runs) - 1
    assert not route.loops or len(set(route.runs)) >= 3
    assert all(one != two for one, two in zip(route.runs, route.runs[1:], strict=False))
    for span in route.round.spans:
        end = route.runs[span.stop]
        assert route.runs[span.start - 1] == end
        between = {route.runs[run] for run in span}
        assert end not in between
        assert len(between) >= 2


@given(ways())
def test_a_closed_order_allows_nothing_and_an_open_one_can_be_withdrawn(made: list[Step]) -> None:
    route = follow(made)
    can = [
        kind
        for kind in ALLOWED
        if allowed(kind, route.standing, is_designated=route.is_designated, was_passed_on=route.was_passed_on)
    ]
    assert (K.WITHDRAWN in can) is (route.closed_at is None)
    assert bool(can) is (route.closed_at is None)
    if route.is_designated:
        assert K.RETURNED not in can
        assert K.HANDED_OVER not in can


@given(ways())
def test_each_clock_begins_with_an_arrival_and_at_most_one_of_a_kind_runs(made: list[Step]) -> None:
    route, clocks = follow(made), timed(made)
    running = [one for one in clocks if one.ended is None]
    assert len(running) == len({one.clock for one in running})
    assert all(one.team == route.team for one in running)
    assert any(one.clock is Clock.DONE for one in running) is (route.closed_at is None)
    arrivals = {step.at for step in made if step.to_team is not None}
    assert all(one.began in arrivals for one in clocks)
    assert sum(one.clock is Clock.DONE for one in clocks) == len(route.runs)
    for one in clocks:
        assert one.ended is None or one.ended >= one.began


@given(st.lists(st.integers(1, 4), max_size=30))
def test_merging_runs_changes_no_count(teams: list[int]) -> None:
    assert passed_round(teams) == passed_round(runs_of(teams))


def test_nothing_passed_round_is_nothing() -> None:
    assert passed_round([]) == (0, 0, 0, 0, 0, ())
