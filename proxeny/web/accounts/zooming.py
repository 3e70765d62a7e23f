"""Looking closer and further: the days that each button of the chart leads to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from proxeny.web.accounts.wanted import LEAST_DAYS, MOST_DAYS, Wanted


@dataclass(frozen=True, slots=True)
class Look:
    """A button: what the script knows it by, its sign, what it does, its days (None where it leads nowhere)."""

    key: str
    sign: str
    words: str
    days: tuple[date, date] | None


def looks(wanted: Wanted) -> Iterator[Look]:
    """Yield the buttons in the order in which they stand."""
    yield Look("earlier", "←", _("Earlier"), moved(wanted, -1))
    yield Look("later", "→", _("Later"), moved(wanted, 1))
    yield Look("closer", "+", _("Closer"), closer(wanted))
    yield Look("wider", "−", _("Wider"), wider(wanted))


def closer(wanted: Wanted) -> tuple[date, date] | None:
    """Return the middle half, at least a week; None where a week is shown already."""
    if wanted.days <= LEAST_DAYS:
        return None
    days = max(LEAST_DAYS, wanted.days // 2)
    return _within(wanted, wanted.first + timedelta(days=(wanted.days - days) // 2), days)


def wider(wanted: Wanted) -> tuple[date, date] | None:
    """Return twice as many days about the same middle, as far as anything is on record; None where all is shown."""
    most = min(MOST_DAYS, (wanted.newest - wanted.oldest).days + 1)
    if wanted.days >= most:
        return None
    days = min(2 * wanted.days, most)
    return _within(wanted, wanted.first - timedelta(days=(days - wanted.days) // 2), days)


def moved(wanted: Wanted, direction: int) -> tuple[date, date] | None:
    """Return as many days half a look earlier (-1) or later (1); None at the end of what is on record."""
    found = _within(wanted, wanted.first + timedelta(days=direction * max(1, wanted.days // 2)), wanted.days)
    return None if found[0] == wanted.first else found


def _within(wanted: Wanted, first: date, days: int) -> tuple[date, date]:
    """Shift so many days into what is on record; where they are more than that, they end with the newest."""
    last_start = wanted.newest - timedelta(days=days - 1)
    start = min(max(first, min(wanted.oldest, last_start)), last_start)
    return start, start + timedelta(days=days - 1)
