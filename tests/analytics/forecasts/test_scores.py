"""Scores of forecasts: against scikit-learn and scoringrules, and the model against a person."""

import numpy as np
import pytest
import scoringrules
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import brier_score_loss, log_loss

from proxeny.analytics.forecasts.scores import LEAST, brier_scores, compare, log_losses, mean

chances = st.floats(0, 1)
lines = st.lists(st.tuples(chances, st.integers(0, 1)), min_size=1, max_size=60)


@settings(deadline=None)
@given(lines)
def test_brier_scores_are_those_of_others(said: list[tuple[float, int]]) -> None:
    issued, outcomes = np.array(said).T
    own = brier_scores(issued, outcomes)
    assert own == pytest.approx(scoringrules.brier_score(outcomes, issued), abs=1e-9)
    assert own.mean() == pytest.approx(brier_score_loss(outcomes, issued, pos_label=1), abs=1e-9)


@settings(deadline=None)
@given(lines)
def test_log_losses_are_those_of_others(said: list[tuple[float, int]]) -> None:
    issued, outcomes = np.array(said).T
    own = log_losses(issued, outcomes, least=LEAST)
    held = np.clip(issued, LEAST, 1 - LEAST)
    assert own.mean() == pytest.approx(log_loss(outcomes, held, labels=[0, 1]), abs=1e-9)
    assert own == pytest.approx(scoringrules.log_score(outcomes, held), abs=1e-9)


def test_certainty_is_refused_unless_it_is_said_how_far_to_hold_it_off() -> None:
    with pytest.raises(ValueError, match="no finite log score"):
        log_losses([1.0], [1])
    assert log_losses([1.0], [0], least=0.005)[0] == pytest.approx(-np.log(0.005))
    with pytest.raises(ValueError, match="held off"):
        log_losses([0.3], [0], least=0.5)


def test_what_is_no_chance_no_outcome_or_no_line_is_refused() -> None:
    for issued, outcomes in (([1.2], [1]), ([float("nan")], [1]), ([0.2], [2]), ([0.2], []), ([], [])):
        with pytest.raises(ValueError):
            brier_scores(issued, outcomes)


def test_a_person_who_goes_the_right_way_gains_and_it_is_counted() -> None:
    found = compare([0.5, 0.5, 0.5, 0.5], [0.7, 0.3, 0.6, 0.5], [1, 0, 0, 1])
    assert (found.lines, found.directed, found.hits) == (4, 3, 2)
    assert found.gain.value == pytest.approx(np.mean([0.25 - 0.09, 0.25 - 0.09, 0.25 - 0.36, 0]))
    assert found.gain.value == pytest.approx(found.model - found.human)
    assert found.size == pytest.approx(0.5 / 3)
    assert found.needed == pytest.approx(0.5 + (0.04 + 0.04 + 0.01) / (4 * 0.5 * 0.5))
    assert found.clipped == 0


def test_a_person_who_only_repeats_the_model_is_neither_better_nor_worse() -> None:
    found = compare([0.2, 0.9], [0.2, 0.9], [0, 1])
    assert (found.gain.value, found.directed, found.needed) == (0, 0, None)


def test_certainty_of_a_person_is_counted_and_costs_no_infinity() -> None:
    found = compare([0.5, 0.5], [1.0, 0.4], [0, 0])
    assert found.clipped == 1
    assert np.isfinite(found.log_gain.value)


def test_one_line_has_a_mean_and_no_interval() -> None:
    assert (mean(np.array([0.25])).low, mean(np.array([0.25])).value) == (None, 0.25)
    with pytest.raises(ValueError, match="no mean"):
        mean(np.array([]))


def test_the_interval_of_a_gain_holds_the_true_gain_as_often_as_it_says() -> None:
    rng = np.random.default_rng(3)
    truth = rng.uniform(0.2, 0.8, (2000, 60))
    y = rng.random(truth.shape) < truth
    q, h = np.clip(truth + 0.15, 0, 1), np.clip(truth - 0.05, 0, 1)
    real = float(np.mean((q - truth) ** 2 - (h - truth) ** 2))
    found = [compare(a, b, c.astype(float)).gain for a, b, c in zip(q, h, y, strict=True)]
    held = np.mean(
        [one.low <= real <= one.high for one in found if one.low is not None and one.high is not None]
    )
    assert 0.93 <= held <= 0.97
