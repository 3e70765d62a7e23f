"""The closer look at one suspect: is it a swing, since when, how much, compared with what, how sure?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np

from proxeny.analytics.swings import certainty, dating
from proxeny.analytics.swings.changes import Change, clearest_change, effect_at, latest_change, still_there
from proxeny.analytics.swings.collapse import collapsed, unheard_of
from proxeny.analytics.swings.contrasts import LEAST_EFFECT, needed_score
from proxeny.analytics.swings.findings import Finding
from proxeny.analytics.swings.panel import Comparison, Floats, Horizon, Panel, Swing, Yardstick
from proxeny.analytics.swings.rhythm import WEEK
from proxeny.analytics.swings.screening import NEWS_WEEKS, WEEKS_SHOWN
from proxeny.analytics.swings.seasons import (
    LEAST_SCORE,
    QUARTER_WEEKS,
    festival_before,
    season_before,
    year_on_year,
)
from proxeny.analytics.swings.state import State
from proxeny.analytics.swings.usual import to_logs

SHORT_DAYS = 31
MORNINGS_APART = 2
YOUNG_WEEKS = 26
SEASONAL_SHARE = 0.5
DAYS_AFTER_FESTIVAL = 21 + 4 * WEEK
COLLAPSE_MARGIN = 1.25


def examine(
    state: State, history: Panel, numbers: Sequence[int], festivals: Sequence[date]
) -> Iterator[Swing]:
    """Look closely at suspects with a regular rhythm.

    `state` and `history` hold just these series, in the same order; `numbers` are their numbers in the
    whole panel.
    """
    past = history.before(state.until)
    abrupt = collapsed(state)
    abrupt[abrupt] = unheard_of(state.take(np.flatnonzero(abrupt)), past.values[abrupt])
    yearly = year_on_year(state, festivals)
    season = to_logs(season_before(state, WEEKS_SHOWN, festivals), state.usual.floor)
    for row, number in enumerate(numbers):
        one = _Suspect(state.take(np.array([row])), past.values[row], season[:, row], festivals)
        found = one.recent_change()
        if found is None and abrupt[row]:
            found = one.collapse()
        if found is None and yearly.striking[row]:
            found = one.against_last_year(float(yearly.effect[row]), float(yearly.score[row]))
        if found is not None:
            yield found.as_swing(number, one.weekly)


class _Suspect:
    """One series under examination."""

    def __init__(self, state: State, history: Floats, season: Floats, festivals: Sequence[date]) -> None:
        self.state, self.history, self.season = state, history, season
        levels, self.weights = state.weekly(WEEKS_SHOWN)
        self.weekly = levels[:, 0]
        self.logs = to_logs(self.weekly, state.usual.floor)
        self.since_festival = festival_before(state.until - timedelta(days=1), festivals)

    def recent_change(self) -> Finding | None:
        """The latest change, if it came within the last quarter, is no season, and no young account's
        growth.
        """
        change = self._lasting_change()
        if change is None or change.weeks > NEWS_WEEKS:
            return None
        if change.effect > 0 and np.isfinite(self.logs).sum() < YOUNG_WEEKS:
            return None
        last_year = effect_at(self.season, change.weeks)
        if self._explained_by_season(change, last_year):
            return None
        since = dating.first_day(self.state, self.history, change.weeks)
        before = float(np.nanmean(self.weekly[-change.weeks - change.reach : -change.weeks]))
        now = float(np.nanmean(self.weekly[-change.weeks :]))
        short = (self.state.until - since).days <= SHORT_DAYS
        if short:
            now = dating.levels_around(self.state, self.history, since)[0]
        compared = Comparison(Yardstick.WEEKDAY_RHYTHM, weeks=change.baseline)
        if self._after_festival() and np.isfinite(last_year):
            before *= float(np.exp(last_year))
            festival = Yardstick.SPRING_FESTIVAL
            compared = Comparison(festival, weeks=change.baseline, since_festival=self.since_festival)
        if (now - before) * change.effect <= 0:
            return None
        margin = abs(change.score) / float(needed_score(change.weeks, change.effect))
        horizon = Horizon.SHORT if short else Horizon.MIDDLE
        sure = certainty.of_rhythm(margin)
        return Finding(
            horizon, since, before, now, change.baseline, change.weeks, change.score, compared, sure
        )

    def collapse(self) -> Finding | None:
        """The fall of the last days, which a week's level does not show yet."""
        since = dating.first_day(self.state, self.history, 1)
        now, before = dating.levels_around(self.state, self.history, since)
        if not 0 <= now < before:
            return None
        usual = float(self.state.usual.deviation(np.ones(1))[0])
        score = float(np.log(max(now / before, dating.LEAST_RATIO))) / usual
        weeks = dating.WEEKS_BEFORE
        compared = Comparison(Yardstick.WEEKDAY_RHYTHM, weeks=weeks)
        sure = certainty.of_rhythm(COLLAPSE_MARGIN)
        return Finding(Horizon.SHORT, since, before, now, weeks, 1, score, compared, sure)

    def against_last_year(self, effect: float, score: float) -> Finding | None:
        """The last quarter against the same season a year before."""
        now, before = self.weekly[-QUARTER_WEEKS:], np.exp(self.season[-QUARTER_WEEKS:])
        both = np.isfinite(now) & np.isfinite(before)
        turn = clearest_change(self.logs[:, None], self.weights, self.state.usual)
        weeks = turn.weeks if turn and turn.effect * effect > 0 else QUARTER_WEEKS
        since = self.state.until - timedelta(days=WEEK * weeks)
        known = int(both.sum())
        level_now, level_before = float(now[both].mean()), float(before[both].mean())
        if (level_now - level_before) * effect <= 0:
            return None
        return Finding(
            horizon=Horizon.LONG,
            since=since,
            before=level_before,
            now=level_now,
            weeks_before=known,
            weeks_now=known,
            score=score,
            compared=Comparison(Yardstick.SEASON, weeks=known),
            certainty=certainty.of_rhythm(abs(score) / LEAST_SCORE),
        )

    def _lasting_change(self) -> Change | None:
        """The latest change, if it stood out on some morning of the last seven days and is not much
        weaker today.

        Without this, an alarm near the threshold would come and go from one morning to the next.
        """
        usual = self.state.usual
        for days_ago in range(0, WEEK, MORNINGS_APART):
            levels, weights = self.state.weekly(WEEKS_SHOWN, days_ago)
            then = latest_change(to_logs(levels, usual.floor), weights, usual)
            if then is not None and days_ago == 0:
                return then
            if then is not None:
                return still_there(self.logs[:, None], self.weights, usual, then)
        return None

    def _explained_by_season(self, change: Change, last_year: float) -> bool:
        """Whether the same weeks a year ago brought much of the same change."""
        if not np.isfinite(last_year):
            return False
        side = np.sign(change.effect)
        if self._after_festival():
            return bool(side * (change.effect - last_year) < LEAST_EFFECT)
        return bool(side * last_year >= SEASONAL_SHARE * abs(change.effect))

    def _after_festival(self) -> bool:
        return self.since_festival is not None and self.since_festival <= DAYS_AFTER_FESTIVAL
