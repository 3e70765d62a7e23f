"""The system's forecast: honest where there is something to know, silent where there is nothing."""

from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from proxeny.analytics.forecasts.lines import chance, log_odds
from proxeny.analytics.renewals import Verdict, fit
from proxeny.analytics.renewals.recalibration import Stretch, stretch_that_helps
from proxeny.analytics.renewals.trial import tried
from tests.analytics.renewals.worlds import NAMES, made_up


def test_signals_that_tell_something_are_better_than_the_base_rate() -> None:
    cases, _ = made_up(900, 1, strength=1.0)
    forecaster = fit(cases)
    assert forecaster.trial.verdict is Verdict.BETTER
    rest, real = made_up(500, 2, strength=1.0)
    found = [
        forecaster.forecast(row, int(one)).share for row, one in zip(rest.signals, rest.segments, strict=True)
    ]
    assert np.corrcoef(found, real)[0, 1] > 0.95
    assert roc_auc_score(rest.outcomes, found) > 0.7


def test_signals_that_tell_nothing_leave_the_base_rate_and_it_is_said() -> None:
    verdicts = [fit(made_up(600, seed, strength=0.0)[0]).trial.verdict for seed in range(40)]
    print("better where nothing is to be known:", sum(one is Verdict.BETTER for one in verdicts), "of 40")
    assert sum(one is Verdict.BETTER for one in verdicts) <= 2
    cases, _ = made_up(600, 3, strength=0.0)
    found = fit(cases).forecast(cases.signals[0], 1)
    assert found.share == found.base
    assert (found.contributions, found.level) == ((), 0)
    assert found.low < found.share < found.high


def test_few_cases_are_too_few_to_tell() -> None:
    assert fit(made_up(40, 4, strength=1.0)[0]).trial.verdict is Verdict.TOO_FEW
    assert fit(made_up(3, 4, strength=1.0)[0]).trial.brier_gain is None


def test_base_level_and_contributions_add_up_to_the_forecast() -> None:
    cases, _ = made_up(900, 5, strength=1.0, silent=0.2)
    forecaster = fit(cases)
    for row, segment in zip(cases.signals[:100], cases.segments[:100], strict=True):
        found = forecaster.forecast(row, int(segment))
        added = found.level + sum(one.points for one in found.contributions)
        assert 100 * found.base + added == pytest.approx(100 * found.share, abs=1e-9)
        assert tuple(one.name for one in found.contributions) == NAMES
        for one, value in zip(found.contributions, row, strict=True):
            assert one.is_silent == bool(np.isnan(value))
            assert not (one.is_silent and one.points)


def test_the_range_holds_the_true_chance_as_often_as_it_says() -> None:
    held: list[bool] = []
    for seed in range(12):
        cases, _ = made_up(700, 100 + seed, strength=1.0)
        rest, real = made_up(100, 200 + seed, strength=1.0)
        forecaster = fit(cases)
        for row, segment, truth in zip(rest.signals, rest.segments, real, strict=True):
            found = forecaster.forecast(row, int(segment))
            held.append(found.low <= truth <= found.high)
    print(f"ranges hold the true chance in {np.mean(held):.3f} of {len(held)}")
    assert 0.90 <= np.mean(held) <= 0.99


def test_what_is_decided_later_changes_no_forecast_of_the_trial_before_it() -> None:
    cases, _ = made_up(600, 6, strength=1.0)
    turned = replace(cases, outcomes=np.where(cases.decided_at > 1000, 1 - cases.outcomes, cases.outcomes))
    one, other = tried(cases), tried(turned)
    early = cases.forecast_at[one.which] <= 1000
    starts = [cases.forecast_at[one.which[one.blocks == block]].min() for block in np.unique(one.blocks)]
    same = [
        bool(np.all(one.odds[one.blocks == b] == other.odds[one.blocks == b])) for b in np.unique(one.blocks)
    ]
    assert same == [start <= 1000 for start in starts]
    assert early.any()
    assert not all(same)


def test_a_signal_that_leaks_would_be_seen_by_its_success() -> None:
    cases, _ = made_up(600, 7, strength=0.0)
    leaking = cases.signals.copy()
    leaking[:, 3] = cases.outcomes
    found = tried(replace(cases, signals=leaking))
    assert roc_auc_score(cases.outcomes[found.which], found.odds) > 0.99


def test_forecasts_that_are_too_bold_are_reined_in_and_fair_ones_left_alone() -> None:
    rng = np.random.default_rng(8)
    truth = chance(rng.normal(0, 1.2, 900))
    y, blocks = (rng.random(900) < truth).astype(float), np.repeat(np.arange(5), 180)
    bold = stretch_that_helps(2.5 * log_odds(truth), y, blocks)
    assert bold.factor == pytest.approx(0.4, abs=0.12)
    assert stretch_that_helps(log_odds(truth), y, blocks) == Stretch()
    assert stretch_that_helps(log_odds(truth)[:30], y[:30], blocks[:30]) == Stretch()


def test_other_signals_than_were_learned_from_are_refused() -> None:
    with pytest.raises(ValueError, match="are given"):
        fit(made_up(40, 9, strength=1.0)[0]).forecast(np.ones(2), 0)
