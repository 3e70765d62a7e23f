"""Days as they were published, from the `holidays` library's data."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

import holidays

# Governments that move working days onto weekends, and publish each year's list shortly before it begins: a
# year without
# any such day is one whose list is not known yet.
PUBLISHES_MAKE_UP_DAYS = {"CN"}
LUNAR_NEW_YEAR = "Chinese New Year (Spring Festival)"
ENGLISH = "en_US"


class UnknownCountry(ValueError):  # noqa: N818
    """The library has no days for this country."""


@dataclass(frozen=True, slots=True)
class PublishedYear:
    """One country's year as it was published.

    `holidays` has the names of each in the country's own language and in English; `weekend` has weekdays,
    Monday 0.
    """

    country: str
    year: int
    holidays: Mapping[date, tuple[str, str]]
    make_up_workdays: frozenset[date]
    weekend: frozenset[int]
    lunar_new_year: date | None
    is_official: bool
    version: str


@lru_cache(maxsize=256)
def published_year(country: str, year: int) -> PublishedYear:
    """Return what is published for `country` (ISO 3166, two letters) in `year`; raises UnknownCountry.

    `is_official` is False where the list cannot be the government's own: it has no make-up workdays in a
    country that always has some, or it contains estimated days. True does not make it right: a person
    confirms it.
    """
    english = _library_year(country, year, ENGLISH)
    # Without a language the library would take that of the machine.
    own = _library_year(country, year, english.default_language or ENGLISH)
    days = {day: (name, english.get(day, name)) for day, name in sorted(own.items())}
    make_up = frozenset(day for day in getattr(own, "weekend_workdays", ()) if day.year == year)
    estimated = any("estimated" in name.lower() for _, name in days.values())
    first_days = [day for day, (_, name) in days.items() if country == "CN" and LUNAR_NEW_YEAR in name]
    return PublishedYear(
        country=country,
        year=year,
        holidays=MappingProxyType(days),
        make_up_workdays=make_up,
        weekend=frozenset(own.weekend),
        lunar_new_year=min(first_days, default=None),
        is_official=bool(days) and not estimated and (bool(make_up) or country not in PUBLISHES_MAKE_UP_DAYS),
        version=_version(days, make_up),
    )


def _library_year(country: str, year: int, language: str) -> holidays.HolidayBase:
    try:
        return holidays.country_holidays(country, years=year, language=language, expand=False)
    except NotImplementedError:
        raise UnknownCountry(f"PROXENY_COUNTRY={country}: no calendar is known for this country") from None


def _version(days: Mapping[date, tuple[str, str]], make_up: frozenset[date]) -> str:
    lines = [f"{day} holiday" for day in days] + [f"{day} workday" for day in sorted(make_up)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
