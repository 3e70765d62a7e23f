"""How a talk stands on a day: planned, owed, late, passed on; it follows from what is on record and the calendar."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q, TextChoices
from django.utils.translation import pgettext_lazy

from proxeny.accounts.models import Talk
from proxeny.core.calendar import WorkCalendar

ONE_DAY = timedelta(days=1)


class State(TextChoices):
    """How a talk stands."""

    LATE = "late", pgettext_lazy("sync of a talk", "missing")
    OWED = "owed", pgettext_lazy("sync of a talk", "owed")
    PLANNED = "planned", pgettext_lazy("talk", "planned")
    SYNCED = "synced", pgettext_lazy("talk", "passed on")
    NOTHING = "nothing", pgettext_lazy("talk", "nothing for service")
    CALLED_OFF = "called-off", pgettext_lazy("talk", "did not take place")


def due_on(held_on: date, calendar: WorkCalendar) -> date:
    """Return the day by whose end it is to be passed on: the next working day after the talk."""
    day = held_on + ONE_DAY
    while not calendar.is_workday(day):
        day += ONE_DAY
    return day


def late_before(on: date, calendar: WorkCalendar) -> date:
    """Return the day before which a talk must lie to be late on `on`: the last working day before `on`."""
    day = on - ONE_DAY
    while not calendar.is_workday(day):
        day -= ONE_DAY
    return day


def state_of(talk: Talk, on: date, calendar: WorkCalendar) -> State:
    """Return how the talk stands on the day."""
    if talk.called_off_at is not None:
        return State.CALLED_OFF
    if talk.synced_at is not None:
        return State.NOTHING if talk.says_nothing else State.SYNCED
    if talk.held_on > on:
        return State.PLANNED
    return State.LATE if due_on(talk.held_on, calendar) < on else State.OWED


def in_state(states: Iterable[str], on: date, calendar: WorkCalendar) -> Q:
    """Return which talks stand in one of the states on the day, as a condition; the same rule as `state_of`."""
    open_ones = Q(called_off_at=None, synced_at=None)
    told = Q(called_off_at=None, synced_at__isnull=False)
    before = late_before(on, calendar)
    conditions = {
        State.CALLED_OFF: Q(called_off_at__isnull=False),
        State.SYNCED: told & Q(says_nothing=False),
        State.NOTHING: told & Q(says_nothing=True),
        State.PLANNED: open_ones & Q(held_on__gt=on),
        State.OWED: open_ones & Q(held_on__lte=on, held_on__gte=before),
        State.LATE: open_ones & Q(held_on__lt=before),
    }
    wanted = Q(pk=None)
    for state in states:
        wanted |= conditions[State(state)]
    return wanted
