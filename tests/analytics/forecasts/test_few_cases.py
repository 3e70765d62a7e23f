"""What a handful of cases can tell: the published figures, and that drawing persons together errs less."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.analytics.forecasts.few_cases import cases_needed, jeffreys, probably_better, shrink

counts = st.integers(1, 300).flatmap(lambda cases: st.tuples(st.integers(0, cases), st.just(cases)))


@pytest.mark.parametrize(
    ("hits", "cases", "low", "high", "better"),
    [(7, 10, 0.39, 0.91, 0.90), (14, 20, 0.48, 0.86, 0.96), (3, 4, 0.28, 0.97, None)],
)
def test_few_cases_leave_wide_intervals(
    hits: int, cases: int, low: float, high: float, better: float | None
) -> None:
    assert jeffreys(hits, cases) == pytest.approx((low, high), abs=0.006)
    if better:
        assert probably_better(hits, cases) == pytest.approx(better, abs=0.006)


def test_it_takes_many_cases_to_be_sure() -> None:
    needed = [cases_needed(share) for share in (0.60, 0.65, 0.70, 0.75, 0.80, 1.0)]
    assert needed == [68, 30, 17, 11, 8, 3]


@pytest.mark.parametrize(("share", "whole"), [(0.6, 5), (0.75, 4), (0.8, 5), (1.0, 1)])
def test_from_there_on_one_stays_sure_and_before_one_was_not(share: float, whole: int) -> None:
    """Held against whole hits: at numbers of cases that this share divides."""
    needed = cases_needed(share)
    for cases in range(whole, needed + 60, whole):
        assert (probably_better(round(share * cases), cases) > 0.95) == (cases >= needed)


def test_a_share_no_better_than_a_coin_is_never_enough() -> None:
    with pytest.raises(ValueError, match="never surely better"):
        cases_needed(0.5)


@settings(deadline=None)
@given(counts)
def test_the_interval_holds_the_share_and_mirrors(of: tuple[int, int]) -> None:
    hits, cases = of
    low, high = jeffreys(hits, cases)
    assert 0 <= low <= hits / cases <= high <= 1
    assert jeffreys(cases - hits, cases) == pytest.approx((1 - high, 1 - low))
    assert probably_better(hits, cases) == pytest.approx(1 - probably_better(cases - hits, cases), abs=1e-9)


def test_more_hits_than_cases_are_no_share() -> None:
    with pytest.raises(ValueError, match="no share"):
        jeffreys(4, 3)
    with pytest.raises(ValueError, match="no more hits"):
        shrink([4], [3])


def test_thirty_persons_are_known_better_when_drawn_together() -> None:
    rng = np.random.default_rng(7)
    raw, drawn, held = [], [], []
    for _ in range(60):
        truth = rng.beta(12, 8, 30)
        cases = rng.integers(3, 26, 30)
        hits = rng.binomial(cases, truth)
        found = shrink(hits, cases)
        raw.append(np.mean((hits / cases - truth) ** 2))
        drawn.append(np.mean([(one.share - real) ** 2 for one, real in zip(found, truth, strict=True)]))
        held += [one.low <= real <= one.high for one, real in zip(found, truth, strict=True)]
    print(
        f"raw {np.sqrt(np.mean(raw)):.4f}, drawn {np.sqrt(np.mean(drawn)):.4f}, intervals hold {np.mean(held):.3f}"
    )
    assert np.sqrt(np.mean(raw)) == pytest.approx(0.152, abs=0.004)
    assert np.sqrt(np.mean(drawn)) == pytest.approx(0.091, abs=0.006)
    assert 0.93 <= np.mean(held) <= 0.98


@settings(deadline=None)
@given(st.lists(counts, min_size=1, max_size=8))
def test_persons_are_drawn_inwards_and_keep_their_raw_share(of: list[tuple[int, int]]) -> None:
    hits, cases = zip(*of, strict=True)
    found = shrink(hits, cases)
    for one, hit, case in zip(found, hits, cases, strict=True):
        assert 0 <= one.low <= one.share <= one.high <= 1
        assert one.raw == pytest.approx(hit / case)
    assert min(one.share for one in found) >= min(h / c for h, c in of) - 0.51 / min(cases) - 0.01
    assert max(one.share for one in found) <= max(h / c for h, c in of) + 0.51 / min(cases) + 0.01


def test_who_has_no_cases_gets_what_is_known_of_all_and_nobody_gets_nothing() -> None:
    many, nobody = shrink([70, 0], [100, 0])
    assert nobody.raw is None
    assert nobody.share == pytest.approx(many.share, abs=0.15)
    assert nobody.high - nobody.low > many.high - many.low
    assert shrink([], []) == ()
