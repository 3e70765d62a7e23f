"""What each question shows as its evidence, and when it holds its tongue."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from proxeny.analytics.integrity.answers import Answer, exact_interval, surely_above
from proxeny.analytics.integrity.bunching import bunching
from proxeny.analytics.integrity.concentration import concentration
from proxeny.analytics.integrity.contact_bursts import contact_burst
from proxeny.analytics.integrity.period_end import at_period_end
from proxeny.analytics.integrity.scripted_rhythm import scripted_rhythm
from proxeny.analytics.integrity.short_contacts import short_contacts


@settings(deadline=None)
@given(st.integers(1, 400).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_exact_intervals_are_those_of_scipy(of: tuple[int, int]) -> None:
    other = stats.binomtest(*of).proportion_ci(0.95, method="exact")
    assert exact_interval(*of) == pytest.approx((other.low, other.high), abs=1e-8)
    seen = stats.binomtest(*of, p=0.3, alternative="greater").pvalue
    assert surely_above(*of, 0.3) == pytest.approx(1 - seen, abs=1e-9)


def test_twelve_contacts_after_a_silent_year_are_a_question() -> None:
    found = contact_burst([200, *range(5, 85, 7)])
    assert (found.answer, found.before, found.year) == (Answer.DOUBTFUL, 12, 1)
    assert found.ratio == pytest.approx(12 / 90 * 365)
    assert found.low > 5


def test_many_mails_of_one_day_are_one_contact() -> None:
    assert contact_burst([10] * 50).answer is Answer.TOO_FEW


def test_after_a_year_with_contact_a_busy_renewal_is_usual() -> None:
    found = contact_burst([*range(95, 455, 40), *range(1, 90, 4)])
    assert found.sure > 0.99
    assert found.answer is Answer.USUAL


def test_contacts_after_the_renewal_or_too_long_before_do_not_count() -> None:
    found = contact_burst([-3, 0, 456, 900])
    assert (found.before, found.year, found.ratio, found.high) == (0, 0, None, None)


def test_one_user_with_most_of_the_clicks_is_a_question_and_what_is_kept_is_said() -> None:
    activity = np.tile([85.0, 5, 4, 3, 2, 1], (30, 1))
    activity[::2] *= 2
    found = concentration(activity)
    assert (found.answer, found.user) == (Answer.DOUBTFUL, 0)
    assert found.share == pytest.approx(0.85)
    assert found.kept == pytest.approx((15 + 5) / 100)
    assert found.effective_users == pytest.approx(
        1 / sum(share**2 for share in (0.85, 0.05, 0.04, 0.03, 0.02, 0.01))
    )


def test_one_busy_morning_is_no_habit() -> None:
    activity = np.full((30, 6), 2.0)
    activity[3, 0] = 2000
    found = concentration(activity)
    assert found.share > 0.8
    assert found.answer is Answer.USUAL


def test_of_three_users_or_three_days_nothing_is_said() -> None:
    assert concentration(np.tile([97.0, 2, 1], (30, 1))).answer is Answer.TOO_FEW
    assert concentration(np.tile([95.0, 1, 1, 1, 1, 1], (3, 1))).answer is Answer.TOO_FEW
    for nothing in (np.zeros((3, 3)), np.array([1.0]), np.array([[-1.0, 2.0]])):
        with pytest.raises(ValueError, match="some activity"):
            concentration(nothing)


def test_alike_users_are_as_many_as_they_are() -> None:
    assert concentration(np.ones((12, 7))).effective_users == pytest.approx(7)


def test_every_five_minutes_is_the_rhythm_of_a_machine() -> None:
    found = scripted_rhythm(np.arange(100) * 300 + np.arange(100) // 50 + 17)
    assert (found.answer, found.pause) == (Answer.DOUBTFUL, 300)
    assert found.share_of_pause == 1
    assert found.evenness < 0.2


def test_always_the_same_second_is_the_rhythm_of_a_machine() -> None:
    minutes = np.cumsum(np.random.default_rng(1).integers(2, 500, 80))
    found = scripted_rhythm(minutes * 60 + 42)
    assert (found.answer, found.second, found.share_of_second) == (Answer.DOUBTFUL, 42, 1)


def test_a_record_without_seconds_tells_nothing_of_rhythm() -> None:
    assert scripted_rhythm(np.arange(100) * 60 * 7).answer is Answer.TOO_FEW
    assert scripted_rhythm(np.array([], dtype=np.int64)).answer is Answer.TOO_FEW


def test_a_hundred_clicks_in_a_row_are_one_act() -> None:
    assert scripted_rhythm(np.arange(100) * 5 + 1).acts == 1


def test_scores_lifted_over_a_threshold_are_a_question() -> None:
    scores = np.concatenate([np.linspace(70, 90, 401), np.full(60, 80.5)])
    found = bunching(scores, 80)
    assert found.answer is Answer.DOUBTFUL
    assert (found.above, found.below) == (100, 40)
    assert found.low < found.ratio < found.high
    assert bunching(np.linspace(70, 90, 401), 80).ratio == pytest.approx(1, abs=0.03)


def test_a_slope_of_scores_is_no_bunching() -> None:
    rising = 70 + 20 * np.sqrt(np.linspace(0, 1, 4000))
    assert bunching(rising, 80).ratio == pytest.approx(1, abs=0.12)


def test_few_scores_near_a_threshold_tell_nothing() -> None:
    assert bunching([80.1] * 14, 80).answer is Answer.TOO_FEW


def test_raising_entries_at_the_end_are_held_against_the_other_entries() -> None:
    late, early = [0] * 15 + [10] * 10, [1] * 15 + [10] * 10
    alone, beside = at_period_end(late, [], 22), at_period_end(late, early, 22)
    assert alone.answer is Answer.DOUBTFUL
    assert alone.expected == pytest.approx(3 / 22)
    assert beside.answer is Answer.USUAL
    assert beside.ratio == pytest.approx(1)
    assert at_period_end([0] * 19, [], 22).answer is Answer.TOO_FEW
    with pytest.raises(ValueError, match="no last three"):
        at_period_end(late, [], 3)


def test_calls_under_a_minute_are_a_question_when_they_are_most() -> None:
    found = short_contacts([30.0] * 40 + [400.0] * 10)
    assert (found.answer, found.short, found.share) == (Answer.DOUBTFUL, 40, 0.8)
    assert short_contacts([30.0] * 20 + [400.0] * 30).answer is Answer.USUAL
    assert short_contacts([30.0] * 19).answer is Answer.TOO_FEW
    assert short_contacts([]).answer is Answer.TOO_FEW
