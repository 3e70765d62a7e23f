"""The sum that can be read: what must hold for any parts."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.analytics.weighing import Part, moved, weigh

values = st.one_of(st.none(), st.floats(0, 100))


@st.composite
def sums(draw: st.DrawFn) -> list[Part]:
    names = draw(st.lists(st.sampled_from("abcdefghij"), min_size=1, max_size=8, unique=True))
    return [Part(name, draw(st.floats(0.01, 10)), draw(values), draw(st.floats(0, 1))) for name in names]


@settings(deadline=None)
@given(sums())
def test_the_score_is_the_sum_of_its_parts_and_lies_within_its_range(parts: list[Part]) -> None:
    found = weigh(parts)
    assert found.score == pytest.approx(sum(one.points for one in found.parts), abs=1e-9)
    assert 100 - found.score == pytest.approx(sum(one.short for one in found.parts), abs=1e-9)
    assert -1e-9 <= found.low <= found.score + 1e-9
    assert found.score - 1e-9 <= found.high <= 100 + 1e-9


@settings(deadline=None)
@given(sums(), st.floats(0.01, 10))
def test_a_part_that_is_missing_never_narrows_the_range(parts: list[Part], weight: float) -> None:
    before, after = weigh(parts), weigh([*parts, Part("missing", weight, None)])
    assert after.high - after.low >= before.high - before.low - 1e-9


@settings(deadline=None)
@given(sums())
def test_a_part_that_falls_silent_never_narrows_the_range(parts: list[Part]) -> None:
    before, after = weigh(parts), weigh([replace(parts[0], value=None), *parts[1:]])
    assert after.high - after.low >= before.high - before.low - 1e-9


@settings(deadline=None)
@given(sums(), st.floats(0.001, 1000))
def test_only_the_proportions_of_weights_count(parts: list[Part], times: float) -> None:
    other = weigh([replace(part, weight=part.weight * times) for part in parts])
    assert other.score == pytest.approx(weigh(parts).score, abs=1e-9)
    assert (other.low, other.high) == pytest.approx((weigh(parts).low, weigh(parts).high))


@settings(deadline=None)
@given(sums(), st.floats(0, 100), st.floats(0, 1))
def test_what_gets_better_never_lowers_the_score(parts: list[Part], value: float, way: float) -> None:
    worse, better = replace(parts[0], value=value), replace(parts[0], value=value + way * (100 - value))
    before, after = weigh([worse, *parts[1:]]), weigh([better, *parts[1:]])
    assert after.score >= before.score - 1e-9
    assert after.low >= before.low - 1e-9
    assert after.high >= before.high - 1e-9


@settings(deadline=None)
@given(sums(), st.floats(0, 1))
def test_what_is_held_more_firmly_never_widens_the_range(parts: list[Part], way: float) -> None:
    firmer = replace(parts[0], sure=parts[0].sure + way * (1 - parts[0].sure))
    before, after = weigh(parts), weigh([firmer, *parts[1:]])
    assert after.high - after.low <= before.high - before.low + 1e-9
    assert after.score == pytest.approx(before.score)


@settings(deadline=None)
@given(sums(), sums())
def test_the_moves_of_the_parts_are_the_move_of_the_score(before: list[Part], after: list[Part]) -> None:
    one, other = weigh(before), weigh(after)
    moves = moved(one, other)
    assert sum(move.by_value + move.by_weight for move in moves) == pytest.approx(
        other.score - one.score, abs=1e-9
    )
    assert {move.name for move in moves} == {part.name for part in (*before, *after)}


@settings(deadline=None)
@given(sums(), values)
def test_with_weights_unmoved_only_what_changed_has_moved_it(parts: list[Part], value: float | None) -> None:
    other = [replace(parts[0], value=value), *parts[1:]]
    moves = {move.name: move for move in moved(weigh(parts), weigh(other))}
    assert all(abs(move.by_weight) < 1e-9 for move in moves.values())
    assert all(move.by_value == 0 for name, move in moves.items() if name != parts[0].name)


def test_sixty_two_can_be_told_part_by_part() -> None:
    last_month = weigh([Part("consumption", 3, 90), Part("breadth", 1, 60), Part("cases", 1, 40)])
    now = weigh([Part("consumption", 3, 70), Part("breadth", 1, None), Part("cases", 1, 50)])
    assert (last_month.score, now.score) == pytest.approx((74, 62))
    assert (now.low, now.high) == pytest.approx((52, 72))
    moves = {move.name: move for move in moved(last_month, now)}
    assert moves["consumption"].by_value == pytest.approx(-12)
    assert moves["breadth"].by_value == pytest.approx(-2)
    assert (moves["breadth"].fell_silent, moves["cases"].fell_silent) == (True, False)
    assert moves["cases"].by_value == pytest.approx(2)


def test_weights_that_are_shifted_to_what_is_worse_lower_the_score() -> None:
    before = weigh([Part("good", 1, 90), Part("bad", 1, 30)])
    after = weigh([Part("good", 1, 90), Part("bad", 3, 30)])
    good, bad = moved(before, after)
    assert good.by_weight < 0
    assert bad.by_weight < 0
    assert (good.by_value, bad.by_value) == (0, 0)


def test_parts_that_say_nonsense_are_refused() -> None:
    for parts in (
        [],
        [Part("a", 0, 50)],
        [Part("a", -1, 50), Part("b", 2, 50)],
        [Part("a", 1, 50), Part("a", 1, 60)],
        [Part("a", 1, 101)],
        [Part("a", 1, 50, sure=1.5)],
    ):
        with pytest.raises(ValueError):
            weigh(parts)
