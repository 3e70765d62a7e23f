"""The regression: against scikit-learn where the prior is the same, and held back where signals say nothing."""

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

from proxeny.analytics.arrays import Floats
from proxeny.analytics.forecasts.lines import chance
from proxeny.analytics.renewals import logistic


def world(count: int, coefficients: list[float], seed: int = 1) -> tuple[Floats, Floats]:
    rng = np.random.default_rng(seed)
    signals = rng.normal(0, 1, (count, len(coefficients)))
    y = (rng.random(count) < chance(signals @ np.array(coefficients) + 0.4)).astype(float)
    return signals, y


def test_coefficients_are_those_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logistic, "SPREADS", (0.4,))
    monkeypatch.setattr(logistic, "FREE_SPREAD", 0.4)
    signals, y = world(300, [1.0, -0.5, 0.0])
    own = logistic.fitted(np.ones((300, 1)), signals, y, np.zeros(300))
    design = np.column_stack([np.ones(300), signals])
    other = LogisticRegression(
        C=0.4**2, fit_intercept=False, tol=1e-12, max_iter=10_000, solver="newton-cholesky"
    )
    other.fit(design, y)
    assert [*own.free, *own.coefficients] == pytest.approx(other.coef_[0], abs=1e-6)


def test_signals_that_say_nothing_are_held_back_and_those_that_do_are_not() -> None:
    noise = logistic.fitted(np.ones((400, 1)), *world(400, [0.0] * 8), np.zeros(400))
    assert noise.spread <= 0.1
    assert np.abs(noise.coefficients).max() < 0.12
    loud = logistic.fitted(np.ones((400, 1)), *world(400, [1.5, -1.0, 0.8]), np.zeros(400))
    assert loud.spread >= 0.8
    assert loud.coefficients == pytest.approx([1.5, -1.0, 0.8], abs=0.4)


def test_what_is_known_already_is_not_learned_twice() -> None:
    signals, y = world(3000, [1.0])
    found = logistic.fitted(np.ones((3000, 1)), np.empty((3000, 0)), y, signals[:, 0])
    assert found.free[0] == pytest.approx(0.4, abs=0.12)


def test_signals_that_tell_all_do_not_run_away() -> None:
    signals = np.linspace(-2, 2, 50)[:, None]
    found = logistic.fitted(np.ones((50, 1)), signals, (signals[:, 0] > 0).astype(float), np.zeros(50))
    assert np.isfinite(found.coefficients).all()
    assert found.coefficients[0] > 1
