"""What a sweep must remember so that one more day costs one more day.

`build` walks through a whole panel, `advance` through the days that are new. Both take the same steps,
and what is measured from many days (the profile, the usual movement) is measured at the end of a block of
four weeks only and stands until the next: a state that was advanced equals the state built from scratch.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from proxeny.analytics.daytypes import DayType
from proxeny.analytics.swings import rhythm
from proxeny.analytics.swings.orders import Orders
from proxeny.analytics.swings.panel import Bools, Codes, Floats, Ints, Panel
from proxeny.analytics.swings.rhythm import BLOCK, SHAPE_PARTS, SHAPES_KEPT, WEEK
from proxeny.analytics.swings.usual import WEEKS_LOOKED_AT, Usual, usual_of

LEVELS_KEPT = 588
RECENT_KEPT = 63
YOUNG_DAYS = 35
SERIES_AT_ONCE = 4096
NEVER = -1
LARGEST = 1e37
_Part = TypeVar("_Part")


@dataclass(frozen=True)
class Blocks:
    """What the last thirteen blocks amounted to; each [13, series], the latest last, NaN before the
    beginning.

    `sums`: total value; `used`: days of use; `recorded`: open days with a record.
    """

    sums: Floats
    used: Floats
    recorded: Floats

    def followed_by(self, raw: Floats, lived: Bools, open_days: Bools) -> "Blocks":
        """The memory after one more block, whose raw days are given, [28, series]."""
        known = np.isfinite(raw) & lived
        there = np.where(known.any(axis=0), 1.0, np.nan)
        sums = there * np.where(known, raw, 0.0).sum(axis=0)
        used = there * (known & (raw > 0)).sum(axis=0)
        recorded = there * (known & open_days[:, None]).sum(axis=0)
        return Blocks(_pushed(self.sums, sums), _pushed(self.used, used), _pushed(self.recorded, recorded))


@dataclass(frozen=True)
class Feed:
    """Whether records keep coming; each [series], in day numbers or days.

    `born`: day of the first use, -1 before it; `last_record`: day of the last record, -1 before the
    first; `missing`: open days without record at the end; `usual_gap`: the longest such run before,
    fading by a tenth with each run.
    """

    born: Ints
    last_record: Ints
    missing: Ints
    usual_gap: Floats

    def after(self, day: int, values: Floats, *, open_day: bool) -> "Feed":
        """The feed after one more day."""
        known = np.isfinite(values)
        used = known & (values != 0)
        ended = known & (self.missing > 0) & (self.last_record >= 0)
        return Feed(
            born=np.where((self.born < 0) & used, day, self.born),
            last_record=np.where(known, day, self.last_record),
            missing=np.where(known, 0, self.missing + int(open_day)),
            usual_gap=np.where(ended, np.maximum(self.missing, 0.9 * self.usual_gap), self.usual_gap),
        )


@dataclass(frozen=True)
class State:
    """All that the screen needs to know of every series, as seen on the morning of `until`.

    Series are the last axis everywhere. `types`: the types of the last days; `levels` [days, series]: the
    weekly level ending on each of them; `recent` [days, series]: the last raw values; `shapes` [13, 10,
    series]: see `rhythm`.
    """

    first_day: date
    until: date
    types: tuple[int, ...]
    lines: Bools
    levels: NDArray[np.float32]
    usable: NDArray[np.uint8]
    recent: Floats
    shapes: Floats
    profile: rhythm.Profile
    blocks: Blocks
    feed: Feed
    orders: Orders
    usual: Usual

    @property
    def series(self) -> int:
        """The number of series."""
        return len(self.lines)

    def take(self, chosen: Ints | slice) -> "State":
        """The chosen series."""
        return _combined(lambda arrays: arrays[0][..., chosen], [self])

    def classes(self, days: int) -> rhythm.DayClasses:
        """Classes of the last `days` days kept, fewer where the beginning is nearer."""
        known = np.array(self.types[-days - WEEK :], dtype=np.int8)
        split = max(0, len(known) - days)
        first = self.until - timedelta(days=len(known) - split)
        return rhythm.day_classes(first, known[split:], known[:split])

    def weekly(self, weeks: int, days_ago: int = 0) -> tuple[Floats, Floats]:
        """Weekly levels and their weights, oldest first, the last week ending `days_ago` days before the
        last day seen.

        Both [weeks, series]. Levels are NaN where unknown; the weight of a week is its share of usable
        days, measured by the fullest week, and 0 where the level is unknown.
        """
        rows = list(range(len(self.levels) - 1 - days_ago, -1, -WEEK))[:weeks][::-1]
        levels, weights = np.full((weeks, self.series), np.nan), np.zeros((weeks, self.series))
        if rows:
            levels[weeks - len(rows) :] = self.levels[rows]
            weights[weeks - len(rows) :] = self.usable[rows]
        weights[~np.isfinite(levels)] = 0.0
        return levels, weights / np.maximum(weights.max(axis=0, initial=1.0), 1.0)


def build(panel: Panel, day_types: Codes, on: date) -> State:
    """Walk through everything before `on`, some series at a time. `day_types` starts with the panel's
    first day.
    """
    seen = panel.before(on)
    days = seen.values.shape[1]
    if len(day_types) < days:
        raise ValueError(f"There are {len(day_types)} day types for {days} days; give one for each day.")
    types = np.asarray(day_types[:days], dtype=np.int8)
    classes = _classes(_empty(seen.first_day, seen.lines[:0]), types)
    pieces = np.array_split(np.arange(seen.series), max(1, -(-seen.series // SERIES_AT_ONCE)))
    bounds = [(int(piece[0]), int(piece[-1]) + 1) if len(piece) else (0, 0) for piece in pieces]
    return joined(
        [
            _walked(_empty(seen.first_day, seen.lines[a:b]), seen.values[a:b].T, types, classes)
            for a, b in bounds
        ]
    )


def advance(state: State, values: Floats, day_types: Codes) -> State:
    """The state after further days; `values` [days, series] follow `state.until`, NaN is no record."""
    if values.shape != (len(day_types), state.series):
        raise ValueError(
            f"The new days have shape {values.shape}, but {len(day_types)} days of {state.series} series "
            "were expected: give one row a day and one column a series."
        )
    types = np.asarray(day_types, dtype=np.int8)
    return _walked(state, values, types, _classes(state, types))


def joined(parts: Sequence[State]) -> State:
    """One state of the series of several that stand on the same morning, in order."""
    if len({(part.first_day, part.until) for part in parts}) != 1:
        raise ValueError(
            "States can be joined only if they begin on the same day and stand on the same morning."
        )
    return _combined(lambda arrays: np.concatenate(arrays, axis=-1), parts)


def _walked(state: State, values: Floats, types: Codes, classes: rhythm.DayClasses) -> State:
    """Take the new days block by block. `classes` also cover the 28 days before them."""
    levels, usable, since_close, start = [state.levels], [state.usable], -1, 0
    while start < len(values):
        today = state.until + timedelta(days=start)
        end = min(start + BLOCK - _days_into_block(today), len(values))
        raw = np.ascontiguousarray(values[start:end])
        state, new_levels, new_usable = _through(state, start, raw, types[start:end], classes)
        levels.append(new_levels)
        usable.append(new_usable)
        if _days_into_block(state.until + timedelta(days=end)) == 0:
            state = _block_closed(state, end, classes[end : end + BLOCK])
            since_close = len(values) - end
        start = end
    kept = tuple([*state.types, *(int(kind) for kind in types)][-LEVELS_KEPT:])
    until = state.until + timedelta(days=len(values))
    state = replace(state, until=until, types=kept, levels=np.concatenate(levels)[-LEVELS_KEPT:])
    state = replace(state, usable=np.concatenate(usable)[-LEVELS_KEPT:])
    if since_close < 0:
        return state
    return replace(state, usual=usual_of(*state.weekly(WEEKS_LOOKED_AT, since_close)))


def _through(
    state: State, start: int, raw: Floats, types: Codes, classes: rhythm.DayClasses
) -> tuple[State, NDArray[np.float32], NDArray[np.uint8]]:
    """Take days that lie within one block; `start` is how many days after `state.until` they begin."""
    lead = WEEK - 1
    earlier = state.recent[-lead:]
    unknown = np.full((lead - len(earlier), state.series), np.nan)
    context = np.concatenate([unknown, earlier, raw])
    first = BLOCK + start - lead
    levels, usable = rhythm.weekly_levels(context, classes[first : first + len(context)], state.profile)
    feed, orders = state.feed, state.orders
    number = (state.until - state.first_day).days + start
    for i, values in enumerate(raw):
        open_day = int(types[i]) not in (DayType.HOLIDAY, DayType.SHOULDER)
        feed = feed.after(number + i, values, open_day=open_day)
        orders = orders.after(values, open_day=open_day)
        levels[i, (feed.born < 0) | (number + i - feed.born < YOUNG_DAYS)] = np.nan
    recent = np.concatenate([state.recent, raw])[-RECENT_KEPT:]
    return (
        replace(state, feed=feed, orders=orders, recent=recent),
        np.minimum(levels, LARGEST).astype(np.float32),
        usable.astype(np.uint8),
    )


def _block_closed(state: State, end: int, classes: rhythm.DayClasses) -> State:
    """Take stock of a block that ends `end` days after `state.until`."""
    raw = state.recent[-BLOCK:]
    first = (state.until - state.first_day).days + end - len(raw)
    lived = (np.arange(first, first + len(raw))[:, None] >= state.feed.born) & (state.feed.born >= 0)
    classes = classes[BLOCK - len(raw) :]
    shapes = _pushed(state.shapes, rhythm.block_shape(raw, classes, state.profile))
    blocks = state.blocks.followed_by(raw, lived, classes.weekday != rhythm.UNUSED)
    return replace(state, shapes=shapes, profile=rhythm.profile_of(shapes), blocks=blocks)


def _classes(state: State, types: Codes) -> rhythm.DayClasses:
    """Classes of the 28 days before `state.until` (unused before the beginning) and of the new days."""
    known = np.array(state.types[-BLOCK - WEEK :], dtype=np.int8)
    lead = min(BLOCK, len(known))
    split = len(known) - lead
    first = state.until - timedelta(days=lead)
    classes = rhythm.day_classes(first, np.concatenate([known[split:], types]), known[:split])
    unused = np.full(BLOCK - lead, rhythm.UNUSED, dtype=np.int8)
    return rhythm.DayClasses(
        np.concatenate([unused, classes.weekday]), np.concatenate([np.zeros_like(unused), classes.month_end])
    )


def _empty(first_day: date, lines: Bools) -> State:
    series = len(lines)
    unknown = np.full((SHAPES_KEPT, series), np.nan)
    shapes = np.full((SHAPES_KEPT, SHAPE_PARTS, series), np.nan)
    never = np.full(series, NEVER)
    nothing = np.full(series, np.nan)
    return State(
        first_day=first_day,
        until=first_day,
        types=(),
        lines=lines,
        levels=np.empty((0, series), dtype=np.float32),
        usable=np.empty((0, series), dtype=np.uint8),
        recent=np.empty((0, series)),
        shapes=shapes,
        profile=rhythm.profile_of(shapes),
        blocks=Blocks(unknown, unknown, unknown),
        feed=Feed(never, never, np.zeros(series, dtype=np.int64), np.zeros(series)),
        orders=Orders.none(series),
        usual=Usual(nothing, np.zeros(series), np.zeros(series), nothing),
    )


def _days_into_block(day: date) -> int:
    return (day.toordinal() - 1) % BLOCK


def _pushed(memory: Floats, newest: Floats) -> Floats:
    return np.concatenate([memory[1:], newest[None]])


def _combined(combine: Callable[[list[NDArray[Any]]], NDArray[Any]], parts: Sequence[_Part]) -> _Part:
    """Combine likewise built values array by array; what is no array is taken from the first."""
    first = parts[0]
    if isinstance(first, np.ndarray):
        return combine(list(parts))  # type: ignore[arg-type, return-value]
    if not is_dataclass(first) or isinstance(first, type):
        return first
    return type(first)(
        **{
            field.name: _combined(combine, [getattr(part, field.name) for part in parts])
            for field in fields(first)
        }
    )
