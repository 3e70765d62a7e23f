"""The work calendar: what each day is, and from where that is known."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from proxeny.core.calendar.intervals import DEFAULT_HOURS, Interval, WorkingHours
from proxeny.core.calendar.published import PublishedYear, published_year
from proxeny.core.models.calendar import DayKind


class Standing(StrEnum):
    """How far a year can be relied on.

    `unpublished`: the government's list is not known yet, make-up days are missing. `published`: it is known,
    and no person has confirmed it. `confirmed`: a person has. All but the last are provisional.
    """

    UNPUBLISHED = "unpublished"
    PUBLISHED = "published"
    CONFIRMED = "confirmed"


class Day(NamedTuple):
    """What one day is; `name` is in the country's own language, `english` in English, both "" for an ordinary
    day."""

    day: date
    kind: DayKind
    name: str = ""
    english: str = ""
    corrected: bool = False


@dataclass(frozen=True)
class WorkCalendar:
    """The calendar of one country with what people have said about it; it does not change once made.

    `corrections` are days by date, `confirmed` the published version that was confirmed, by year.
    """

    country: str
    hours: WorkingHours = DEFAULT_HOURS
    corrections: Mapping[date, Day] = field(default_factory=dict)
    confirmed: Mapping[int, str] = field(default_factory=dict)

    def published(self, year: int) -> PublishedYear:
        """Return the year as it was published, without anybody's corrections."""
        return published_year(self.country, year)

    def day(self, day: date) -> Day:
        """Return what `day` is."""
        return self.corrections.get(day) or self.published_day(day)

    def published_day(self, day: date) -> Day:
        """Return what `day` is without anybody's correction."""
        year = self.published(day.year)
        if day in year.make_up_workdays:
            return Day(day, DayKind.WORKDAY)
        if names := year.holidays.get(day):
            return Day(day, DayKind.HOLIDAY, *names)
        return Day(day, DayKind.REST if day.weekday() in year.weekend else DayKind.WORKDAY)

    def is_workday(self, day: date) -> bool:
        """Tell whether people work on `day`."""
        return self.day(day).kind == DayKind.WORKDAY

    def is_make_up_workday(self, day: date) -> bool:
        """Tell whether `day` is a weekend day that is worked."""
        return self.is_workday(day) and day.weekday() in self.published(day.year).weekend

    def intervals_on(self, day: date) -> tuple[Interval, ...]:
        """Return the working hours of `day`, in the usual case none on a day off."""
        return self.hours.on(day, is_workday=self.is_workday(day))

    def days(self, first: date, last: date) -> Iterator[Day]:
        """Yield every day from `first` to `last`, both included."""
        for offset in range((last - first).days + 1):
            yield self.day(first + timedelta(days=offset))

    def holiday_set(self, first: date, last: date) -> frozenset[date]:
        """Return the public holidays and the days off in their place from `first` to `last`."""
        return frozenset(day.day for day in self.days(first, last) if day.kind == DayKind.HOLIDAY)

    def workday_set(self, first: date, last: date) -> frozenset[date]:
        """Return the days that are worked from `first` to `last`, make-up days among them."""
        return frozenset(day.day for day in self.days(first, last) if day.kind == DayKind.WORKDAY)

    def make_up_set(self, first: date, last: date) -> frozenset[date]:
        """Return the weekend days that are worked from `first` to `last`."""
        return frozenset(day for day in self.workday_set(first, last) if self.is_make_up_workday(day))

    def festivals(self, first: date, last: date) -> tuple[date, ...]:
        """Return the first days of the lunar year (Spring Festival) from `first` to `last`.

        None where the country does not keep them. They follow from the moon, and are sure also in years whose
        days off are not published yet.
        """
        new_years = (self.published(year).lunar_new_year for year in range(first.year, last.year + 1))
        return tuple(day for day in new_years if day and first <= day <= last)

    def standing(self, year: int) -> Standing:
        """Return how far `year` can be relied on; what has changed since it was confirmed is provisional."""
        published = self.published(year)
        if self.confirmed.get(year) == published.version:
            return Standing.CONFIRMED
        return Standing.PUBLISHED if published.is_official else Standing.UNPUBLISHED

    def is_provisional(self, year: int) -> bool:
        """Tell whether no person has confirmed `year` as it stands."""
        return self.standing(year) is not Standing.CONFIRMED

    def version(self, first: date, last: date) -> str:
        """Return a short name for all that results over these years depend on.

        Kept with a result, it tells later whether the calendar has changed since.
        """
        parts = [self.country, repr(self.hours.key)]
        parts += [self.published(year).version for year in range(first.year, last.year + 1)]
        parts += [
            f"{day} {corrected.kind}"
            for day, corrected in sorted(self.corrections.items())
            if first.year <= day.year <= last.year
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
