"""Days and sums in the sentences of what is remembered."""

from datetime import date, datetime, timedelta

from proxeny.core import clock, words
from proxeny.demand.weighing import Weight


def day_of(at: date | datetime) -> str:
    """Return the day in words."""
    on = clock.day_of(at) if isinstance(at, datetime) else at
    return words.day(on, words.here(), today=clock.today(), weekday=False)


def after(day: date) -> date:
    """Return the day from which a promise due on this one is broken."""
    return day + timedelta(days=1)


def worth(waiting: Weight) -> str:
    """Return what waits, each currency for itself, to be put after a sentence: “ · ¥12.4 万”."""
    return "".join(f" · {words.compact(one, words.here())}" for one in waiting.sums)
