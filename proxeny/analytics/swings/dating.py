"""Since when: the day on which a change that weekly levels show began."""

from datetime import date, timedelta

import numpy as np

from proxeny.analytics.swings.panel import Floats
from proxeny.analytics.swings.rhythm import LEAST_SHARE, WEEK
from proxeny.analytics.swings.state import State

AROUND_DAYS = 20
WEEKS_BEFORE = 8
CLIP = 20.0
LEAST_RATIO = 0.05
LEAST_DAYS_AFTER = 2


def first_day(state: State, history: Floats, weeks: int) -> date:
    """The first day of the change that began about `weeks` weeks ago; `history` [days] ends yesterday.

    The day is chosen that splits the last days into two levels with the smallest squared error on the log
    scale.
    """
    days = min((weeks + WEEKS_BEFORE) * WEEK, len(history), len(state.types))
    logs = daily_logs(state, history, days)
    guess = days - weeks * WEEK
    known = np.isfinite(logs)
    values = np.where(known, logs, 0.0)
    count, total, square = (np.concatenate([[0.0], np.cumsum(part)]) for part in (known, values, values**2))
    best, best_error = guess, np.inf
    for split in range(max(1, guess - AROUND_DAYS), min(days, guess + AROUND_DAYS)):
        before, after = count[split], count[-1] - count[split]
        if before < WEEK or after < LEAST_DAYS_AFTER or not known[split]:
            continue
        error = square[-1] - total[split] ** 2 / before - (total[-1] - total[split]) ** 2 / after
        if error < best_error:
            best, best_error = split, error
    return state.until - timedelta(days=days - best)


def levels_around(state: State, history: Floats, since: date) -> tuple[float, float]:
    """Mean level from `since` on, and in the eight weeks before it, per typical day."""
    days = min((state.until - since).days + WEEKS_BEFORE * WEEK, len(history), len(state.types))
    share = state.profile.expected(state.classes(days))[:, 0]
    raw = history[len(history) - days :]
    usable = (share > LEAST_SHARE) & np.isfinite(raw)
    after = np.arange(days) >= days - (state.until - since).days
    now, before = usable & after, usable & ~after
    return (
        float(raw[now].sum() / max(share[now].sum(), 1e-12)),
        float(raw[before].sum() / max(share[before].sum(), 1e-12)),
    )


def daily_logs(state: State, history: Floats, days: int) -> Floats:
    """Log level of each of the last `days` days freed of the rhythm, NaN where the day cannot be used."""
    share = state.profile.expected(state.classes(days))[:, 0]
    raw = history[len(history) - days :]
    usable = (share > LEAST_SHARE) & np.isfinite(raw)
    index = np.where(usable, raw / np.maximum(share, LEAST_SHARE), np.nan)
    middle = np.nanmedian(index) if usable.any() else 1.0
    floor = max(float(middle), 1e-9) / CLIP
    return np.asarray(np.log(np.clip(index, floor, max(float(middle), 1e-9) * CLIP)))
