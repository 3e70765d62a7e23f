"""The closer look at a suspect that orders now and then."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np

from proxeny.analytics.swings import certainty
from proxeny.analytics.swings.findings import WEEKS_OF_EVIDENCE, Finding
from proxeny.analytics.swings.order_amounts import LEAST_SCORE, WINDOW_DAYS, amounts
from proxeny.analytics.swings.order_rhythm import fallen_silent, needed_score, silence_score, typical_gap
from proxeny.analytics.swings.panel import Comparison, Floats, Horizon, Panel, Swing, Yardstick
from proxeny.analytics.swings.rhythm import WEEK
from proxeny.analytics.swings.state import State

BASELINE_DAYS = 365
SHORT_DAYS = 28


def examine(
    state: State, history: Panel, numbers: Sequence[int], _festivals: Sequence[date]
) -> Iterator[Swing]:
    """Look closely at suspects with an order rhythm; arguments as in `closer_look.examine`."""
    past = history.before(state.until).values
    silent, score = fallen_silent(state.orders), silence_score(state.orders, state.orders.silence)
    margin, gaps = score / needed_score(state.orders), typical_gap(state.orders)
    changed = amounts(state)
    for row, number in enumerate(numbers):
        if silent[row]:
            found = _silence(state.until, past[row], float(gaps[row]), float(score[row]), float(margin[row]))
        elif changed.striking[row]:
            found = _changed_amount(state.until, past[row], float(changed.score[row]))
        else:
            continue
        if found.before > 0 and found.now != found.before:
            yield found.as_swing(number, _weekly_means(past[row]))


def _silence(on: date, history: Floats, gap: float, score: float, margin: float) -> Finding:
    used = np.flatnonzero(np.nan_to_num(history) > 0)
    last, first = int(used[-1]), max(int(used[0]), len(history) - BASELINE_DAYS)
    silent_days, days = len(history) - 1 - last, max(1, last + 1 - first)
    return Finding(
        horizon=Horizon.SHORT if silent_days <= SHORT_DAYS else Horizon.MIDDLE,
        since=on - timedelta(days=silent_days),
        before=float(np.nansum(history[first : last + 1])) / days,
        now=0.0,
        weeks_before=-(-days // WEEK),
        weeks_now=-(-silent_days // WEEK),
        score=score,
        compared=Comparison(Yardstick.ORDER_RHYTHM, typical_gap_days=gap, silent_days=silent_days),
        certainty=certainty.of_orders(margin),
    )


def _changed_amount(on: date, history: Floats, score: float) -> Finding:
    used = np.flatnonzero(np.nan_to_num(history) > 0)
    split = len(history) - WINDOW_DAYS
    start = max(int(used[0]), split - BASELINE_DAYS)
    weeks = max(1, (split - start) // WEEK)
    return Finding(
        horizon=Horizon.MIDDLE,
        since=on - timedelta(days=WINDOW_DAYS),
        before=float(np.nansum(history[start:split])) / max(1, split - start),
        now=float(np.nansum(history[split:])) / WINDOW_DAYS,
        weeks_before=weeks,
        weeks_now=WINDOW_DAYS // WEEK,
        score=score,
        compared=Comparison(Yardstick.ORDER_AMOUNTS, weeks=weeks),
        certainty=certainty.of_orders(abs(score) / LEAST_SCORE),
    )


def _weekly_means(history: Floats) -> Floats:
    weeks = min(WEEKS_OF_EVIDENCE, len(history) // WEEK)
    tail = history[len(history) - weeks * WEEK :].reshape(weeks, WEEK)
    known = np.isfinite(tail)
    count = known.sum(axis=1)
    return np.asarray(np.where(known, tail, 0.0).sum(axis=1) / np.where(count > 0, count, np.nan))
