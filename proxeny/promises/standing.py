"""How promises stand on a day: it follows from what is on record and the day, and needs nobody to say so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.promises import access
from proxeny.promises.models import Promise

SOON = timedelta(days=7)


class State(TextChoices):
    """How a promise stands."""

    BROKEN = "broken", _("broken")
    DUE_SOON = "due-soon", _("due soon")
    OPEN = "open", pgettext_lazy("promise", "open")
    KEPT = "kept", _("kept")
    KEPT_LATE = "kept-late", _("kept late")
    WITHDRAWN = "withdrawn", _("withdrawn")


def state_of(promise: Promise, on: date) -> State:
    """Return how the promise stands on the day: broken from the day after it was due, whoever has noticed."""
    if promise.withdrawn_at is not None and clock.day_of(promise.withdrawn_at) <= on:
        return State.WITHDRAWN
    if promise.kept_on is not None and promise.kept_on <= on:
        return State.KEPT if promise.kept_on <= promise.due_on else State.KEPT_LATE
    if promise.due_on < on:
        return State.BROKEN
    return State.DUE_SOON if promise.due_on - on <= SOON else State.OPEN


def in_state(states: Iterable[str], on: date) -> Q:
    """Return which promises stand in one of the states on the day, as a condition; the same rule as `state_of`."""
    gone = Q(withdrawn_at__isnull=False, withdrawn_at__lt=clock.start_of(on + timedelta(days=1)))
    kept = Q(kept_on__isnull=False, kept_on__lte=on)
    owed = ~gone & ~kept
    conditions = {
        State.WITHDRAWN: gone,
        State.KEPT: ~gone & kept & Q(kept_on__lte=F("due_on")),
        State.KEPT_LATE: ~gone & kept & Q(kept_on__gt=F("due_on")),
        State.BROKEN: owed & Q(due_on__lt=on),
        State.DUE_SOON: owed & Q(due_on__range=(on, on + SOON)),
        State.OPEN: owed & Q(due_on__gt=on + SOON),
    }
    wanted = Q(pk=None)
    for state in states:
        wanted |= conditions[State(state)]
    return wanted


@dataclass(frozen=True, slots=True)
class Standing:
    """The promises to a customer, or those made in a case or message, each with how it stands; the first due first."""

    promises: list[tuple[Promise, State]]

    def of(self, *states: State) -> list[Promise]:
        """Return those in one of the states."""
        return [promise for promise, state in self.promises if state in states]

    @property
    def broken(self) -> list[Promise]:
        """Those whose day has passed."""
        return self.of(State.BROKEN)

    @property
    def owed(self) -> list[Promise]:
        """Those that are still to be kept, the broken ones among them."""
        return self.of(State.BROKEN, State.DUE_SOON, State.OPEN)

    @property
    def unsynced(self) -> list[Promise]:
        """Those that the customer knew of before we did and that are still owed."""
        return [promise for promise in self.owed if promise.is_unsynced]


def standing_of(
    subject: Account | str | Iterable[str], on: date, *, seen_by: Actor | None = None
) -> Standing:
    """Return how the promises stand on the day that were made to a customer, or in what one or more references name.

    A reference of a customer (`account:3`) is that customer. With `seen_by`, only what that actor may read; without, all
    of them: for computing, never for showing.
    """
    found = Promise.objects.all() if seen_by is None else access.promises(seen_by)
    found = found.filter(_about(subject)).select_related("account", "by_person", "to_contact")
    return Standing([(one, state_of(one, on)) for one in found.order_by("due_on", "pk")])


def _about(subject: Account | str | Iterable[str]) -> Q:
    if isinstance(subject, Account):
        return Q(account=subject)
    references = [subject] if isinstance(subject, str) else [str(one) for one in subject]
    accounts = [one.partition(":")[2] for one in references if one.startswith("account:")]
    return Q(source__in=references) | Q(account__in=accounts)
