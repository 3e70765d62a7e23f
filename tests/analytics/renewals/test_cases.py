"""What may be learned from: nothing from the future."""

from dataclasses import replace

import numpy as np
import pytest

from proxeny.analytics.renewals import Cases, FromTheFuture
from proxeny.analytics.renewals.cases import refuse_the_future

TWO = Cases(
    names=("usage", "tickets"),
    signals=np.array([[1.0, np.nan], [2.0, 3.0]]),
    known_at=np.array([[9.0, np.nan], [9.0, 10.0]]),
    forecast_at=np.array([10.0, 10.0]),
    decided_at=np.array([40.0, 50.0]),
    outcomes=np.array([1.0, 0.0]),
    segments=np.array([0, 1]),
)


def test_a_signal_that_became_known_after_the_forecast_is_refused_by_name() -> None:
    with pytest.raises(FromTheFuture, match="tickets") as told:
        replace(TWO, known_at=np.array([[9.0, np.nan], [9.0, 10.5]]))
    assert told.value.names == ("tickets",)


def test_a_signal_of_which_nobody_knows_since_when_is_refused() -> None:
    with pytest.raises(FromTheFuture, match="usage"):
        replace(TWO, known_at=np.array([[np.nan, np.nan], [9.0, 10.0]]))


def test_a_silent_signal_needs_no_time() -> None:
    refuse_the_future(("usage",), np.array([[np.nan]]), np.array([[np.nan]]), np.array([1.0]))


def test_cases_that_do_not_fit_together_are_refused() -> None:
    for wrong in (
        {"signals": np.ones((2, 3))},
        {"outcomes": np.array([1.0, 0.5])},
        {"decided_at": np.array([5.0, 50.0])},
        {"segments": np.array([0])},
    ):
        with pytest.raises(ValueError):
            replace(TWO, **wrong)


def test_some_of_the_cases_are_cases() -> None:
    assert TWO.chosen([1]).outcomes.tolist() == [0]
