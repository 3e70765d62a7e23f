"""What holds for any plan, and for plans under way."""

from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.analytics.plans import Band, Gain, Step, gain, simulate, with_duration, without
from proxeny.analytics.precedence import Loop
from proxeny.analytics.ranges import Fixed, ThreePoint

NAMES = "abcdefgh"


@st.composite
def plans(draw: st.DrawFn) -> list[Step]:
    """Plans of up to eight steps, in any order of mention."""
    steps = []
    for number in range(draw(st.integers(1, len(NAMES)))):
        three = sorted(draw(st.tuples(*[st.integers(0, 20)] * 3)))
        after = draw(st.sets(st.sampled_from(NAMES[:number]))) if number else set()
        steps.append(Step(NAMES[number], ThreePoint(*map(float, three)), tuple(sorted(after))))
    return draw(st.permutations(steps))


def points(step: Step) -> ThreePoint:
    assert isinstance(step.duration, ThreePoint)
    return step.duration


def longest(steps: list[Step], length: str) -> float:
    """The longest path, by walking all paths back."""
    known = {step.key: step for step in steps}

    def end(key: str) -> float:
        three = points(known[key])
        mean = (three.low + 4 * three.likely + three.high) / 6
        own = {"low": three.low, "mean": mean, "high": three.high}[length]
        return own + max(map(end, known[key].after), default=0.0)

    return max(map(end, known))


@given(plans())
def test_no_course_is_shorter_than_the_best_or_longer_than_the_worst_path(steps: list[Step]) -> None:
    ends = simulate(steps, seed=1, draws=200).ends
    assert ends.min() >= longest(steps, "low") - 1e-9
    assert ends.max() <= longest(steps, "high") + 1e-9


@given(plans())
def test_the_mean_finish_is_not_before_the_longest_path_of_means(steps: list[Step]) -> None:
    ends = simulate(steps, seed=1, draws=2000).ends
    assert ends.mean() >= longest(steps, "mean") - 5 * ends.std() / np.sqrt(2000) - 1e-3


@given(plans(), st.sampled_from(NAMES), st.integers(0, 10), st.integers(0, 20))
def test_with_the_same_luck_a_longer_step_never_ends_the_plan_earlier(
    steps: list[Step], key: str, later: int, likely: int
) -> None:
    step = next((step for step in steps if step.key == key), steps[0])
    three = points(step)
    higher = ThreePoint(three.low, max(three.likely, min(float(likely), three.high)), three.high)
    now = simulate(steps, seed=1, draws=300)
    for longer in (ThreePoint(three.low + later, three.likely + later, three.high + later), higher):
        then = simulate(with_duration(steps, step.key, longer), seed=1, draws=300)
        assert (then.ends >= now.ends - 1e-3).all()


@given(plans())
def test_something_is_critical_in_every_draw_and_slack_is_none_there(steps: list[Step]) -> None:
    outlook = simulate(steps, seed=1, draws=200)
    assert sum(step.criticality for step in outlook.steps) >= 1 - 1e-9
    assert all(step.slack == pytest.approx(0, abs=1e-6) for step in outlook.steps if step.criticality == 1)
    assert all(step.start.p50 <= step.finish.p50 for step in outlook.steps)


@given(plans(), st.randoms())
def test_the_order_of_mention_makes_no_difference(steps: list[Step], random: Random) -> None:
    other = random.sample(steps, len(steps))
    one, two = simulate(steps, seed=1, draws=100), simulate(other, seed=1, draws=100)
    assert (one.ends == two.ends).all()
    assert {step.key: step.criticality for step in one.steps} == {
        step.key: step.criticality for step in two.steps
    }


def test_the_monte_carlo_error_is_what_other_seeds_show() -> None:
    steps = [Step("data", ThreePoint(2, 5, 12)), Step("pilot", ThreePoint(3, 4, 9), ("data",))]
    chances = [simulate(steps, seed=seed, draws=400).chance_by(11) for seed in range(300)]
    assert np.std([one.value for one in chances]) == pytest.approx(chances[0].error, rel=0.15)


def test_never_in_all_draws_is_not_called_impossible() -> None:
    outlook = simulate([Step("pilot", ThreePoint(5, 6, 9))], seed=1, draws=1000)
    assert outlook.chance_by(4).value == 0
    assert 0 < outlook.chance_by(4).error < 0.002


def test_what_is_over_stays_as_it_was_and_what_waits_cannot_begin_in_the_past() -> None:
    steps = [
        Step("contract", ThreePoint(5, 10, 20), begun=0, ended=4),
        Step("data", Fixed(3), ("contract",)),
        Step("training", Fixed(2), ("contract",), earliest=15),
    ]
    contract, data, training = simulate(steps, seed=1, draws=10, now=9).steps
    assert contract.finish == Band(4, 4, 4)
    assert (contract.criticality, contract.correlation) == (0, 0)
    assert (data.start, data.finish, data.slack) == (Band(9, 9, 9), Band(12, 12, 12), 5)
    assert (training.start, training.finish) == (Band(15, 15, 15), Band(17, 17, 17))
    assert training.criticality == 1


def test_who_began_early_does_not_wait_any_more() -> None:
    steps = [Step("data", Fixed(30)), Step("pilot", Fixed(10), ("data",), begun=2)]
    data, pilot = simulate(steps, seed=1, draws=10, now=5).steps
    assert pilot.finish == Band(12, 12, 12)
    assert (data.finish.p50, pilot.slack) == (35, 23)


def test_a_begun_step_is_drawn_from_what_is_left_of_its_range() -> None:
    step = Step("data", ThreePoint(2, 5, 12), begun=0)
    for now in (0.0, 6.0, 9.0):
        ends = simulate([step], seed=1, draws=20_000, now=now).ends
        all_of_them = simulate([Step("data", ThreePoint(2, 5, 12))], seed=2, draws=200_000).ends
        left = all_of_them[all_of_them > now]
        assert ends.min() >= now
        assert ends.mean() == pytest.approx(left.mean(), abs=0.05)


def test_a_step_that_took_longer_than_was_thought_possible_is_marked() -> None:
    late, fine = (
        simulate([Step("data", ThreePoint(2, 5, 12), begun=0)], seed=1, draws=50, now=now).steps[0]
        for now in (14.0, 8.0)
    )
    assert late.is_outlived
    assert late.finish == Band(14, 14, 14)
    assert not fine.is_outlived


def test_the_finish_is_told_in_days_of_the_caller() -> None:
    outlook = simulate([Step("data", Fixed(4)), Step("pilot", Fixed(6), ("data",))], seed=1, draws=10)
    found = outlook.finish_on(lambda days: date(2026, 11, 22) + timedelta(days=days))
    assert found.p50 == found.p95 == date(2026, 12, 2)


def test_a_gain_of_two_points_shows_although_each_chance_is_less_sure() -> None:
    steps = [
        Step("data", ThreePoint(4, 9, 20)),
        Step("training", ThreePoint(3, 5, 9)),
        Step("go live", ThreePoint(2, 3, 5), ("data", "training")),
    ]
    now = simulate(steps, seed=4, draws=4000)
    then = simulate(with_duration(steps, "go live", ThreePoint(2, 2.8, 5)), seed=4, draws=4000)
    found = gain(now, then, 14)
    assert found.value == pytest.approx(then.chance_by(14).value - now.chance_by(14).value)
    assert found.value > 4 * found.error > 0
    assert found.error < now.chance_by(14).error / 2
    assert gain(now, now, 14) == Gain(0, 0)


def test_without_a_step_those_behind_it_wait_for_those_before_it() -> None:
    steps = [
        Step("contract", Fixed(5)),
        Step("approval", Fixed(20), ("contract",)),
        Step("data", Fixed(3), ("approval", "contract")),
    ]
    shorter = without(steps, "approval")
    assert [(step.key, step.after) for step in shorter] == [("contract", ()), ("data", ("contract",))]
    now, then = simulate(steps, seed=1, draws=10), simulate(shorter, seed=1, draws=10)
    assert (now.ends[0], then.ends[0]) == (28, 8)
    assert gain(now, then, 10).value == 1


def test_different_luck_is_not_compared() -> None:
    steps = [Step("data", ThreePoint(1, 2, 3))]
    with pytest.raises(ValueError, match="same seed"):
        gain(simulate(steps, seed=1, draws=10), simulate(steps, seed=2, draws=10), 2)


def test_what_is_no_plan_is_refused() -> None:
    with pytest.raises(Loop, match="circle"):
        simulate([Step("a", Fixed(1), ("b",)), Step("b", Fixed(1), ("a",))], seed=1)
    with pytest.raises(ValueError, match="key of its own"):
        simulate([Step("a", Fixed(1)), Step("a", Fixed(2))], seed=1)
    with pytest.raises(ValueError, match="needs steps"):
        simulate([], seed=1)
    with pytest.raises(ValueError, match="less than no time"):
        Step("a", ThreePoint(-1, 2, 3))
    with pytest.raises(ValueError, match="ended before it began"):
        Step("a", Fixed(1), begun=3, ended=2)
    with pytest.raises(KeyError):
        without([Step("a", Fixed(1))], "b")
    with pytest.raises(KeyError):
        with_duration([Step("a", Fixed(1))], "b", Fixed(2))
