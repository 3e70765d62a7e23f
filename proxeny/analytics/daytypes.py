"""Day types: what kind of day a date is, decided before anything is compared.

A holiday that enters a comparison as an ordinary day both raises false alarms and, by inflating the noise,
hides real changes. The types are therefore settled first, from the calendar alone.
"""

from collections.abc import Collection
from datetime import date, timedelta
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

SHOULDER_BEFORE = 7
SHOULDER_AFTER = 12


class DayType(IntEnum):
    """The kinds of day that consumption is compared within."""

    WORK = 0
    REST = 1
    HOLIDAY = 2
    SHOULDER = 3


def classify(
    first_day: date,
    days: int,
    holidays: Collection[date],
    workdays: Collection[date],
    spring_festivals: Collection[date],
) -> NDArray[np.int8]:
    """Give every day from `first_day` on its type; shape [days].

    `holidays` are statutory days off, `workdays` the weekend days worked in exchange, `spring_festivals`
    the first days of the lunar years. The shoulder of a Spring Festival runs from 7 days before it to 12
    days after, and yields only to the statutory days themselves: a make-up workday inside it is no
    ordinary workday.
    """
    if days < 0:
        raise ValueError(f"The number of days is {days}; it cannot be negative.")
    shoulder = {
        festival + timedelta(days=offset)
        for festival in spring_festivals
        for offset in range(-SHOULDER_BEFORE, SHOULDER_AFTER + 1)
    }
    off, made_up = set(holidays), set(workdays)
    return np.array(
        [_type_of(first_day + timedelta(days=day), off, made_up, shoulder) for day in range(days)],
        dtype=np.int8,
    )


def _type_of(day: date, holidays: set[date], workdays: set[date], shoulder: set[date]) -> DayType:
    if day in holidays:
        return DayType.HOLIDAY
    if day in shoulder:
        return DayType.SHOULDER
    if day in workdays or day.weekday() < 5:
        return DayType.WORK
    return DayType.REST
