"""Made-up activity, clean and not: people who work as people do, and the six ways of only looking like it."""

import numpy as np

from proxeny.analytics.arrays import Floats, Ints

Rng = np.random.Generator
DAY = 86_400


def contacts(rng: Rng) -> list[int]:
    """Days before a renewal with contact.

    Steady customers of all kinds, busier months and quieter ones, up to twice as busy at the end.
    """
    rate = np.exp(rng.uniform(np.log(1), np.log(40))) / 365
    months = rng.gamma(3, 1 / 3, 16)
    busier = rng.uniform(1, 2)
    return [
        day for day in range(1, 456) if rng.random() < rate * months[day // 30] * (busier if day <= 90 else 1)
    ]


def burst(rng: Rng) -> list[int]:
    """A silent year, then a contact a week or more."""
    quiet = rng.choice(np.arange(91, 456), rng.integers(0, 3), replace=False)
    return [*quiet.tolist(), *rng.choice(np.arange(1, 91), rng.integers(12, 25), replace=False).tolist()]


def usage(rng: Rng, *, top: float = 0.0) -> Floats:
    """Activity by day and user; users differ widely, days too; the first may be made to do so much of it all."""
    users, days = int(rng.integers(6, 40)), int(rng.integers(20, 90))
    rates = np.exp(rng.normal(1.5, 1, users))
    activity = rng.poisson(rates * rng.gamma(2, 0.5, (days, 1)) * rng.gamma(1, 1, (days, users))).astype(
        float
    )
    if top:
        rest = activity[:, 1:].sum()
        activity[:, 0] = rng.multinomial(int(rest * top / (1 - top)), rng.dirichlet(np.full(days, 2.0)))
    return activity


def working(rng: Rng) -> Ints:
    """Moments of somebody at work.

    Sessions of clicks, some begun with a meeting on the hour, some kept up every quarter of an hour, more or less.
    """
    moments: list[float] = []
    for day in range(int(rng.integers(10, 40))):
        at = day * DAY + 9 * 3600 + rng.uniform(0, 3600)
        for _ in range(int(rng.integers(2, 9))):
            if rng.random() < 0.3:
                at = np.ceil(at / 1800) * 1800 + rng.normal(60, 60)
            for _ in range(int(rng.integers(1, 12))):
                moments.append(at)
                at += np.exp(rng.normal(2.5, 1.2))
            at += 900 + rng.normal(0, 120) if rng.random() < 0.3 else np.exp(rng.normal(7, 1))
    return np.array(moments, dtype=np.int64)


def script(rng: Rng) -> Ints:
    """Moments of a script among those of a person: every so many minutes, or at a random minute but always the same
    second.
    """
    own = working(rng)
    count = int(rng.integers(150, 400))
    if rng.random() < 0.5:
        added = (
            rng.integers(5 * DAY) + np.arange(count) * rng.integers(120, 1800) + rng.integers(-1, 2, count)
        )
    else:
        added = rng.integers(0, 20 * 1440, count) * 60 + rng.integers(60)
    return np.concatenate([own[:count], added])


def scores(rng: Rng, *, lifted: float = 0.0) -> Floats:
    """Scores of a book of customers around the threshold of 80.

    Some that fall short by up to three points may be lifted over it.
    """
    found = np.clip(rng.normal(rng.uniform(65, 85), rng.uniform(8, 16), int(rng.integers(300, 2000))), 0, 100)
    short = (found >= 77) & (found < 80) & (rng.random(len(found)) < lifted)
    found[short] = 80 + rng.uniform(0, 1.5, int(short.sum()))
    return found


def entries(rng: Rng, count: int, gathered: float) -> Ints:
    """Days before the end of a month of 22 working days; `gathered`: how much busier the last three are."""
    weights = np.where(np.arange(22) < 3, gathered, 1.0)
    return rng.choice(22, count, p=weights / weights.sum())


def durations(rng: Rng, *, sham: float = 0.0) -> Floats:
    """Seconds of calls: minutes, a few, sometimes long; a share of them may be hung up at once."""
    lasted = np.exp(rng.normal(np.log(rng.uniform(180, 600)), 1.0, int(rng.integers(20, 300))))
    return np.where(rng.random(len(lasted)) < sham, rng.uniform(5, 50, len(lasted)), lasted)
