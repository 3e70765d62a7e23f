"""The model and the person together: shown only where both apart were worse, on lines not learned from."""

import numpy as np
import pytest

from proxeny.analytics.arrays import Floats
from proxeny.analytics.forecasts.combining import Trial, best_weight, together, try_together
from proxeny.analytics.forecasts.lines import chance, log_odds


def world(count: int, seed: int, *, of_model: float, of_human: float) -> tuple[Floats, Floats, Floats]:
    """Each knows a part of the log odds of its own; the outcome follows from both."""
    rng = np.random.default_rng(seed)
    model, human = rng.normal(0, of_model, count), rng.normal(0, of_human, count)
    y = (rng.random(count) < chance(model + human)).astype(float)
    return chance(model), chance(human), y


def tried(q: Floats, h: Floats, y: Floats) -> Trial:
    days = np.arange(len(y), dtype=float)
    return try_together(q, h, y, days, days + 30)


def test_two_who_know_different_things_are_better_together() -> None:
    found = tried(*world(1500, 1, of_model=1.2, of_human=1.2))
    assert found.is_shown
    assert found.together < min(found.model, found.human)
    assert found.weight == pytest.approx(0.5, abs=0.1)


def test_a_person_who_adds_only_noise_is_not_mixed_in() -> None:
    q, _, y = world(1500, 2, of_model=1.2, of_human=0.0)
    noisy = chance(log_odds(q) + np.random.default_rng(3).normal(0, 1.5, len(q)))
    found = tried(q, noisy, y)
    assert not found.is_shown
    assert found.weight < 0.15


def test_a_person_who_knows_all_is_not_improved_by_the_model() -> None:
    rng = np.random.default_rng(4)
    odds = rng.normal(0, 1.5, 1500)
    y = (rng.random(1500) < chance(odds)).astype(float)
    found = tried(chance(0.3 * odds + rng.normal(0, 1, 1500)), chance(odds), y)
    assert not found.is_shown
    assert found.weight > 0.9


def test_a_person_who_says_the_same_is_never_mixed_in() -> None:
    for seed in range(20):
        q, _, y = world(300, seed, of_model=1.2, of_human=0.0)
        assert not tried(q, chance(log_odds(q)), y).is_shown


def test_below_twenty_lines_nothing_is_shown() -> None:
    q, h = np.full(19, 0.5), np.full(19, 0.5)
    assert not tried(q, h, np.ones(19)).is_shown


def test_each_line_is_combined_with_what_was_resolved_before_it() -> None:
    q, h, y = world(200, 5, of_model=1.0, of_human=1.0)
    issued = np.repeat(np.arange(20.0), 10)
    late = np.where(issued < 10, issued + 1, 100.0)
    found = try_together(q, h, y, issued, late)
    known = issued < 10
    weight = best_weight(q[known], h[known], y[known])
    early = [
        np.sum((together(q[at], h[at], best_weight(q[b], h[b], y[b])) - y[at]) ** 2)
        for at, b in ((issued == day, late < day) for day in range(11))
    ]
    after = np.sum((together(q[issued > 10], h[issued > 10], weight) - y[issued > 10]) ** 2)
    assert found.together == pytest.approx((sum(early) + after) / 200)


def test_without_lines_both_count_alike_and_certainty_is_held_off() -> None:
    nothing = np.empty(0)
    assert best_weight(nothing, nothing, nothing) == pytest.approx(0.5)
    assert 0 < together(np.array([0.0]), np.array([0.0]), 0.5)[0] < 0.01


def test_what_was_resolved_before_it_was_said_is_refused() -> None:
    q, h, y = world(3, 6, of_model=1.0, of_human=1.0)
    with pytest.raises(ValueError, match="not before it was issued"):
        try_together(q, h, y, np.ones(3), np.zeros(3))
