"""How a concession stands on a day: it follows from what is on record and the day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, TextChoices
from django.utils.translation import pgettext_lazy

from proxeny.promises.models import Concession


class State(TextChoices):
    """How a concession stands."""

    UNAPPROVED = "unapproved", pgettext_lazy("concession", "nobody approved it")
    APPROVED = "approved", pgettext_lazy("concession", "approved")
    ENDED = "ended", pgettext_lazy("concession", "ended")
    REFUSED = "refused", pgettext_lazy("concession", "refused")
    WITHDRAWN = "withdrawn", pgettext_lazy("concession", "withdrawn")


STANDING = Q(withdrawn_at=None) & ~Q(decision=Concession.Decision.REFUSED)
"""Which concessions count: neither withdrawn nor refused, whether anybody approved them or not."""


def state_of(concession: Concession, on: date) -> State:
    """Return how the concession stands on the day; one that nobody approved waits for a word also after its end."""
    if concession.withdrawn_at is not None:
        return State.WITHDRAWN
    if concession.decision == Concession.Decision.REFUSED:
        return State.REFUSED
    if not concession.decision:
        return State.UNAPPROVED
    return State.ENDED if concession.until is not None and concession.until < on else State.APPROVED


def in_state(states: Iterable[str], on: date) -> Q:
    """Return which concessions stand in one of the states on the day, as a condition; the same rule as `state_of`."""
    there, approved = Q(withdrawn_at=None), Q(decision=Concession.Decision.APPROVED)
    conditions = {
        State.WITHDRAWN: Q(withdrawn_at__isnull=False),
        State.REFUSED: there & Q(decision=Concession.Decision.REFUSED),
        State.UNAPPROVED: there & Q(decision=""),
        State.APPROVED: there & approved & (Q(until=None) | Q(until__gte=on)),
        State.ENDED: there & approved & Q(until__lt=on),
    }
    wanted = Q(pk=None)
    for state in states:
        wanted |= conditions[State(state)]
    return wanted
