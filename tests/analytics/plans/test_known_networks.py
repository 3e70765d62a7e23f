"""Plans whose answer is known: a textbook's, and two that can be solved exactly."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import pytest

from proxeny.analytics.plans import Outlook, Step, StepOutlook, simulate
from proxeny.analytics.ranges import Fixed, Floats, ThreePoint

# Hillier and Lieberman, Introduction to Operations Research: the Reliable Construction Co. project, in weeks.
RELIABLE = {
    "A": ((1, 2, 3), ""),
    "B": ((2, 3.5, 8), "A"),
    "C": ((6, 9, 18), "B"),
    "D": ((4, 5.5, 10), "C"),
    "E": ((1, 4.5, 5), "C"),
    "F": ((4, 4, 10), "E"),
    "G": ((5, 6.5, 11), "D"),
    "H": ((5, 8, 17), "EG"),
    "I": ((3, 7.5, 9), "C"),
    "J": ((3, 9, 9), "FI"),
    "K": ((4, 4, 4), "J"),
    "L": ((1, 5.5, 7), "J"),
    "M": ((1, 2, 3), "H"),
    "N": ((5, 5.5, 9), "KL"),
}
MEANS = {key: (low + 4 * likely + high) / 6 for key, ((low, likely, high), _) in RELIABLE.items()}


@dataclass(frozen=True)
class Exponential:
    """A duration without memory."""

    mean: float

    def at(self, shares: Floats) -> Floats:
        return np.asarray(-self.mean * np.log1p(-shares))

    def share_below(self, value: float) -> float:
        return float(-np.expm1(-max(value, 0.0) / self.mean))


@pytest.fixture(scope="module")
def reliable() -> Outlook:
    steps = [Step(key, ThreePoint(*three), tuple(after)) for key, (three, after) in RELIABLE.items()]
    return simulate(steps, seed=11, draws=200_000)


def by_key(outlook: Outlook) -> dict[str, StepOutlook]:
    return {step.key: step for step in outlook.steps}


@pytest.mark.parametrize(
    ("duration", "weeks"), [(lambda key: MEANS[key], 44), (lambda key: RELIABLE[key][0][2], 70)]
)
def test_with_fixed_durations_the_finish_is_the_longest_path(
    duration: Callable[[str], float], weeks: float
) -> None:
    steps = [Step(key, Fixed(duration(key)), tuple(after)) for key, (_, after) in RELIABLE.items()]
    assert simulate(steps, seed=1, draws=1).ends == pytest.approx([weeks])


def test_the_textbook_project_finishes_as_published_draws_say(reliable: Outlook) -> None:
    assert reliable.ends.mean() == pytest.approx(44.33, abs=0.03)
    assert reliable.ends.std() == pytest.approx(2.93, abs=0.03)
    assert reliable.chance_by(47).value == pytest.approx(0.816, abs=0.004)
    finish = reliable.finish
    assert (finish.p50, finish.p80, finish.p95) == pytest.approx((44.2, 46.8, 49.4), abs=0.06)


def test_the_normal_approximation_would_have_been_too_hopeful(reliable: Outlook) -> None:
    path = "ABCEFJLN"
    variance = sum(((RELIABLE[key][0][2] - RELIABLE[key][0][0]) / 6) ** 2 for key in path)
    assert (sum(MEANS[key] for key in path), variance) == pytest.approx((44, 9))
    hoped = NormalDist(44, 3).cdf(47)
    assert hoped == pytest.approx(0.8413, abs=1e-4)
    assert reliable.chance_by(47).value < hoped - 0.02


def test_criticality_and_correlation_are_those_of_the_textbook_project(reliable: Outlook) -> None:
    steps = by_key(reliable)
    expected = {"ABC": 1, "JN": 0.902, "EF": 0.831, "L": 0.744, "K": 0.158, "DGHM": 0.098, "I": 0.071}
    for keys, criticality in expected.items():
        assert [steps[key].criticality for key in keys] == pytest.approx([criticality] * len(keys), abs=0.005)
    assert steps["C"].correlation == pytest.approx(0.73, abs=0.01)
    assert steps["J"].correlation == pytest.approx(0.25, abs=0.01)
    assert steps["A"].correlation < 0.2  # always critical, and harmless
    assert steps["K"].correlation == 0  # it takes four weeks, whatever happens


def test_two_exponential_steps_side_by_side() -> None:
    outlook = simulate([Step("slow", Exponential(1)), Step("fast", Exponential(0.5))], seed=3, draws=400_000)
    assert outlook.ends.mean() == pytest.approx(7 / 6, abs=0.006)
    assert by_key(outlook)["slow"].criticality == pytest.approx(2 / 3, abs=0.003)
    assert outlook.chance_by(1).value == pytest.approx((1 - np.exp(-1)) * (1 - np.exp(-2)), abs=0.003)


def test_the_bridge_network_agrees_with_its_exact_mean() -> None:
    arcs = {"left": "", "right": "", "bridge": "left", "upper": "left", "lower": "right bridge"}
    steps = [Step(key, Exponential(1), tuple(after.split())) for key, after in arcs.items()]
    assert simulate(steps, seed=5, draws=400_000).ends.mean() == pytest.approx(83 / 24, abs=0.01)


def test_a_begun_step_without_memory_has_as_much_before_it_as_ever() -> None:
    outlook = simulate([Step("pilot", Exponential(2), begun=1)], seed=3, draws=400_000, now=11)
    assert outlook.ends.mean() == pytest.approx(13, abs=0.02)
    assert outlook.ends.min() >= 11
