"""The rhythm of a series: how its weekdays and month-ends differ, and its weekly level freed of both.

Arrays are days x series. Everything is computed element by element and in a fixed order, so that a day
computed alone equals the same day computed among many, to the last bit.

A *block* is four ISO weeks, counted from the same Monday for every series. At the end of each block the
shape of its week is measured against the block's own level, so that neither growth nor a step bends it.
The profile in force is the mean of the last thirteen such shapes, and stands unchanged through the next
block.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from proxeny.analytics.daytypes import DayType
from proxeny.analytics.swings.panel import Bools, Codes, Floats

WEEK = 7
BLOCK = 28
SHAPES_KEPT = 13
MADE_UP = 7
UNUSED = -1
MONTH_ENDS = 3
SHAPE_PARTS = WEEK + MONTH_ENDS
LEAST_USABLE_DAYS = 3
LEAST_SHARE = 0.1
OUTLYING = 1.5
SERIES_IN_CACHE = 256
LEAST_RECORDS = 10
_TINY = 1e-12


@dataclass(frozen=True)
class DayClasses:
    """What each day of a stretch counts as; both arrays have shape [days].

    `weekday`: 0-6 from Monday, 7 a weekend day worked in exchange, -1 not to be used (holiday, shoulder).
    `month_end`: 0 no, 1 the last weekday (Monday to Friday) of the month, 2 the two before it, 3 the
    weekend days after it.
    """

    weekday: Codes
    month_end: Codes

    def __getitem__(self, chosen: slice) -> "DayClasses":
        return DayClasses(self.weekday[chosen], self.month_end[chosen])


@dataclass(frozen=True)
class Profile:
    """Shares of a mean day: `weekday` [8, series] (the eighth for make-up workdays), `month_end` factors
    [4, series].
    """

    weekday: Floats
    month_end: Floats

    def expected(self, classes: DayClasses) -> Floats:
        """The share each day is expected to carry, [days, series]; 0 where a day is not to be used."""
        share = self.weekday[classes.weekday] * self.month_end[classes.month_end]
        share[classes.weekday == UNUSED] = 0.0
        return share


def day_classes(first_day: date, day_types: Codes, previous_week: Codes) -> DayClasses:
    """Classify days from their types and dates alone.

    `previous_week` holds the types of the seven days before `first_day` (fewer when there are none). A
    weekend day of type work is one worked in exchange only if the same weekday a week earlier was free;
    who has no calendar at all, or works every Saturday, has ordinary Saturdays.
    """
    types = np.concatenate([previous_week, day_types])
    offset = len(previous_week)
    weekday = np.empty(len(day_types), dtype=np.int8)
    month_end = np.empty(len(day_types), dtype=np.int8)
    for i, kind in enumerate(day_types):
        day = first_day + timedelta(days=i)
        earlier = types[i + offset - WEEK] if i + offset >= WEEK else kind
        weekday[i] = _weekday_class(day.weekday(), int(kind), int(earlier))
        month_end[i] = month_end_class(day)
    return DayClasses(weekday, month_end)


def _weekday_class(weekday: int, kind: int, a_week_earlier: int) -> int:
    if kind in (DayType.HOLIDAY, DayType.SHOULDER):
        return UNUSED
    if weekday >= 5 and kind == DayType.WORK and a_week_earlier != DayType.WORK:
        return MADE_UP
    return weekday


@lru_cache(maxsize=4096)
def month_end_class(day: date) -> int:
    """0 for most days; 1 for the last weekday of the month, 2 for the two before it, 3 for days after it."""
    last = _last_weekday(day.year, day.month)
    if day.day > last:
        return 3
    if day.day == last:
        return 1
    if day.weekday() < 5 and np.busday_count(day, day.replace(day=last)) <= 2:
        return 2
    return 0


@lru_cache(maxsize=1024)
def _last_weekday(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    day = following - timedelta(days=1)
    while day.weekday() >= 5:
        day -= timedelta(days=1)
    return day.day


def weekly_levels(raw: Floats, classes: DayClasses, profile: Profile) -> tuple[Floats, Floats]:
    """The level of the seven days ending on each day, per mean day, and how many of them were usable.

    `raw` starts six days before the first level wanted; both results have shape [days - 6, series]. The
    level is the sum of the usable values over the sum of their shares. The highest day is left out if it
    stands more than half above the next, the lowest if it lies as far below its next: one odd day is no
    change of level, and days that agree are all worth hearing. NaN where fewer than three days are
    usable.
    """
    days, series = len(raw) - WEEK + 1, raw.shape[1]
    levels, usable = np.empty((days, series)), np.empty((days, series))
    for start in range(0, series, SERIES_IN_CACHE):
        some = slice(start, start + SERIES_IN_CACHE)
        part = Profile(profile.weekday[:, some], profile.month_end[:, some])
        levels[:, some], usable[:, some] = _weekly_levels(raw[:, some], part.expected(classes))
    return levels, usable


def _weekly_levels(raw: Floats, share: Floats) -> tuple[Floats, Floats]:
    usable = np.isfinite(raw) & (share > LEAST_SHARE)
    share = np.where(usable, share, 0.0)
    value = np.where(usable, raw, 0.0)
    level = value / np.where(usable, share, 1.0)
    count = _sums_of_seven(usable.astype(np.float64))
    high, next_high, high_share = _highest_of_seven(np.where(usable, level, -np.inf), share)
    low, next_low, low_share = _highest_of_seven(np.where(usable, -level, -np.inf), share)
    enough = count >= LEAST_USABLE_DAYS
    high, low = np.where(enough, high, 0.0), np.where(enough, -low, 0.0)
    next_low = -next_low
    odd_high = enough & (high > OUTLYING * next_high)
    odd_low = enough & (low * OUTLYING < next_low)
    total = (
        _sums_of_seven(value)
        - np.where(odd_high, high * high_share, 0.0)
        - np.where(odd_low, low * low_share, 0.0)
    )
    weight = _sums_of_seven(share) - high_share * odd_high - low_share * odd_low
    return np.where(enough, np.maximum(total / np.where(enough, weight, 1.0), 0.0), np.nan), count


def _sums_of_seven(values: Floats) -> Floats:
    """Sums of each entry and the six after it along the first axis, always added in the same order."""
    two = values[:-1] + values[1:]
    four = two[:-2] + two[2:]
    return np.asarray(four[:-3] + two[4:-1] + values[6:])


def _highest_of_seven(levels: Floats, share: Floats) -> tuple[Floats, Floats, Floats]:
    """Highest and second highest of each entry and the six after it, and the share belonging to the
    highest.
    """
    one = (levels, np.full_like(levels, -np.inf), share)
    two = _higher(_cut(one, 0, -1), _cut(one, 1, None))
    four = _higher(_cut(two, 0, -2), _cut(two, 2, None))
    six = _higher(_cut(four, 0, -3), _cut(two, 4, -1))
    return _higher(six, _cut(one, 6, None))


_Highest = tuple[Floats, Floats, Floats]


def _cut(of: _Highest, start: int, end: int | None) -> _Highest:
    return of[0][start:end], of[1][start:end], of[2][start:end]


def _higher(one: _Highest, other: _Highest) -> _Highest:
    first = one[0] >= other[0]
    following = np.maximum(np.minimum(one[0], other[0]), np.maximum(one[1], other[1]))
    return np.maximum(one[0], other[0]), following, np.where(first, one[2], other[2])


def block_shape(raw: Floats, classes: DayClasses, profile: Profile) -> Floats:
    """Measure the shape of one block: seven weekday shares and three log month-end factors, [10, series].

    NaN for what the block does not show; all NaN where it has fewer than ten usable records or no level.
    """
    recorded = np.isfinite(raw) & (classes.weekday != UNUSED)[:, None]
    clean = np.where(recorded, raw, 0.0)
    ordinary = np.where(recorded & (classes.month_end == 0)[:, None], raw, np.nan)
    means = np.stack([_middle(ordinary[classes.weekday == day]) for day in range(WEEK)])
    seen = np.isfinite(means)
    expected = np.where(seen, profile.weekday[:WEEK], 0.0)
    level = np.where(seen, means, 0.0).sum(axis=0) / np.maximum(expected.sum(axis=0), _TINY)
    sound = (
        (recorded.sum(axis=0) >= LEAST_RECORDS) & (level > _TINY) & (seen.sum(axis=0) >= LEAST_USABLE_DAYS)
    )
    level = np.where(sound, level, np.nan)
    shares = np.clip(means / level, 0.0, WEEK)
    usual = profile.expected(DayClasses(classes.weekday, np.zeros_like(classes.month_end))) * level
    ends = [
        _month_end_factor(clean, recorded, usual, classes.month_end == kind)
        for kind in range(1, MONTH_ENDS + 1)
    ]
    return np.concatenate([shares, np.stack(ends)])


def _middle(values: Floats) -> Floats:
    """Median along the first axis over what is known; NaN where nothing is."""
    if not len(values):
        return np.full(values.shape[1:], np.nan)
    ordered = np.sort(values, axis=0)
    count = np.isfinite(ordered).sum(axis=0)
    low = np.take_along_axis(ordered, (np.maximum(count - 1, 0) // 2)[None], axis=0)[0]
    high = np.take_along_axis(ordered, (count // 2).clip(max=len(values) - 1)[None], axis=0)[0]
    return np.where(count > 0, (low + high) / 2, np.nan)


def _month_end_factor(clean: Floats, recorded: Bools, usual: Floats, days: Bools) -> Floats:
    use = recorded[days] & (usual[days] > _TINY)
    expected = np.where(use, usual[days], 0.0).sum(axis=0)
    ratio = np.where(use, clean[days], 0.0).sum(axis=0) / np.where(expected > _TINY, expected, np.nan)
    return np.asarray(np.log(np.clip(ratio, 0.05, 20.0)))


def profile_of(shapes: Floats) -> Profile:
    """The profile in force after these shapes ([blocks, 10, series], NaN where unknown)."""
    known = np.isfinite(shapes)
    count = known.sum(axis=0)
    mean = np.where(known, shapes, 0.0).sum(axis=0) / np.maximum(count, 1)
    weekday = np.where(count[:WEEK] > 0, mean[:WEEK], 0.0)
    weekday[:, (weekday.sum(axis=0) <= _TINY)] = 1.0
    weekday = weekday * (WEEK / weekday.sum(axis=0))
    made_up = weekday[:5].sum(axis=0, keepdims=True) / 5
    spread = np.where(known[:, WEEK:], (shapes[:, WEEK:] - mean[WEEK:]) ** 2, 0.0).sum(axis=0)
    error = np.sqrt(spread / np.maximum(count[WEEK:] - 1, 1) / np.maximum(count[WEEK:], 1))
    shown = (count[WEEK:] >= 3) & (np.abs(mean[WEEK:]) > np.maximum(np.log(1.15), 2.5 * error))
    factors = np.where(shown, np.exp(mean[WEEK:]), 1.0)
    return Profile(np.concatenate([weekday, made_up]), np.concatenate([np.ones_like(factors[:1]), factors]))
