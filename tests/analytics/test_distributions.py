"""The beta distribution and Student's bounds: against scipy, and what must hold."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special, stats

from proxeny.analytics.distributions import beta_cdf, beta_quantile, log_gamma, student_bound

parameters = st.floats(0.05, 5000)
shares = st.floats(0.0005, 0.9995)


@settings(deadline=None)
@given(shares, parameters, parameters)
def test_the_distribution_is_that_of_scipy(x: float, a: float, b: float) -> None:
    assert beta_cdf(x, a, b) == pytest.approx(stats.beta.cdf(x, a, b), abs=1e-9)


@settings(deadline=None)
@given(shares, st.floats(0.5, 2000), st.floats(0.5, 2000))
def test_quantiles_lead_back_to_their_chance(chance: float, a: float, b: float) -> None:
    assert beta_cdf(beta_quantile(chance, a, b), a, b) == pytest.approx(chance, abs=1e-9)


@settings(deadline=None)
@given(st.integers(1, 100_000), st.sampled_from([0.9, 0.95, 0.99]))
def test_students_bounds_are_those_of_scipy(freedom: int, level: float) -> None:
    assert student_bound(freedom, level) == pytest.approx(stats.t.ppf((1 + level) / 2, freedom), rel=1e-8)


@settings(deadline=None)
@given(st.lists(st.floats(0.005, 100_000), min_size=1))
def test_logarithms_of_the_gamma_function_are_those_of_scipy(values: list[float]) -> None:
    assert log_gamma(np.array(values)) == pytest.approx(special.gammaln(values), rel=1e-10, abs=1e-10)


def test_at_its_ends_the_distribution_is_none_and_all() -> None:
    assert (beta_cdf(0, 2, 3), beta_cdf(1, 2, 3)) == (0, 1)
    assert (beta_quantile(0, 2, 3), beta_quantile(1, 2, 3)) == (0, 1)


def test_what_is_no_distribution_and_no_chance_is_refused() -> None:
    with pytest.raises(ValueError, match="no distribution"):
        beta_cdf(0.5, 0, 1)
    with pytest.raises(ValueError, match="no chance"):
        beta_quantile(1.5, 1, 1)
