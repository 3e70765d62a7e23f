"""Activity that is one person's.

The share of the most active user, with an interval from day to day: a hundred clicks of one morning are not a hundred
witnesses, so each day is left out once (the jackknife; Tukey, Ann. Math. Statist. 29 (1958) 614). And how many users
there are in effect: the inverse of Simpson's index (Nature 163 (1949) 688).
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from proxeny.analytics.arrays import Floats
from proxeny.analytics.integrity.answers import Answer, answer
from proxeny.analytics.waits import LEVEL

MOST = 0.6
"""Share of one user above which activity is that user's."""
LEAST_USERS = 5
LEAST_DAYS = 10


@dataclass(frozen=True, slots=True)
class Concentration:
    """Who is active: `user` is the place of the most active one, with `share` of all activity and its 95 % interval.

    `effective_users`: how many equally active users would be as concentrated. `kept`: what would be left of the activity,
    from 0 to 1, if the most active user did as much as the next. `sure` that the share is above 0.6.
    """

    answer: Answer
    user: int
    share: float
    low: float
    high: float
    effective_users: float
    kept: float
    sure: float


def concentration(activity: Floats) -> Concentration:
    """Look at activity [days, users] of all who could be active. Raises ValueError where there is none, or it is negative."""
    if activity.ndim != 2 or bool(np.any(activity < 0)) or not bool(np.any(activity > 0)):
        raise ValueError("Give some activity, day by day and user by user, nothing below 0.")
    by_user, by_day = activity.sum(axis=0), activity.sum(axis=1)
    whole, user = float(by_user.sum()), int(np.argmax(by_user))
    shares = by_user / whole
    share = float(shares[user])
    days = int(np.count_nonzero(by_day))
    error = _error(activity[:, user], by_day)
    second = float(np.sort(by_user)[-2]) if len(by_user) > 1 else 0.0
    return Concentration(
        answer=answer(_above(share, error), enough=len(by_user) >= LEAST_USERS and days >= LEAST_DAYS),
        user=user,
        share=share,
        low=max(0.0, share - LEVEL * error),
        high=min(1.0, share + LEVEL * error),
        effective_users=float(1 / np.sum(shares**2)),
        kept=(whole - float(by_user[user]) + second) / whole,
        sure=_above(share, error),
    )


def _error(own: Floats, by_day: Floats) -> float:
    """Return the standard error of the share, from leaving out one day after the other."""
    active = (by_day > 0) & (by_day < by_day.sum())
    days = int(active.sum())
    if days < 2:
        return 1.0
    left = (own.sum() - own[active]) / (by_day.sum() - by_day[active])
    return float(np.sqrt((days - 1) * np.var(left)))


def _above(share: float, error: float) -> float:
    if error <= 0:
        return 1.0 if share > MOST else 0.0
    return NormalDist().cdf((share - MOST) / error)
