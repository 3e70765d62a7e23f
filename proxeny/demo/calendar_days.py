"""The days that made-up consumption is laid on: weekdays, holidays, make-up workdays, Spring Festivals."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from proxeny.core.calendar import WorkCalendar

FAR = 400
_YEAR = timedelta(days=FAR)


@dataclass(frozen=True)
class Days:
    """A stretch of days; every array has shape [days].

    `weekday` is 0-6 from Monday; `to_festival` the signed distance in days to the nearest Spring Festival
    (FAR where none is near); `month_end` is true on the last three weekdays of a month; `day_of_year` counts
    from 1.
    """

    first: date
    weekday: NDArray[np.int64]
    holiday: NDArray[np.bool_]
    make_up: NDArray[np.bool_]
    to_festival: NDArray[np.int64]
    month_end: NDArray[np.bool_]
    day_of_year: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.weekday)

    def position(self, day: date) -> int:
        """Return the position of `day` in the stretch."""
        return (day - self.first).days

    @property
    def ordinary(self) -> NDArray[np.bool_]:
        """True where a day can be compared with the same weekday of other weeks."""
        return ~self.holiday & ~self.make_up & (np.abs(self.to_festival - 2) > 10)


@lru_cache(maxsize=4)
def days_of(first: date, last: date) -> Days:
    """Return the days from `first` to `last`, both included, as the calendar of China has them."""
    calendar = WorkCalendar("CN")
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    off, made_up = calendar.holiday_set(first, last), calendar.make_up_set(first, last)
    festivals = calendar.festivals(first - _YEAR, last + _YEAR)
    return Days(
        first=first,
        weekday=np.array([day.weekday() for day in days]),
        holiday=np.array([day in off for day in days]),
        make_up=np.array([day in made_up for day in days]),
        to_festival=np.array([_to_festival(day, festivals) for day in days]),
        month_end=np.array([_is_month_end(day) for day in days]),
        day_of_year=np.array([day.timetuple().tm_yday for day in days]),
    )


def _to_festival(day: date, festivals: tuple[date, ...]) -> int:
    return min(((day - festival).days for festival in festivals), key=abs, default=FAR)


def _is_month_end(day: date) -> bool:
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return day.weekday() < 5 and int(np.busday_count(day, following)) <= 3
