"""How it stands with an admission."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from proxeny.identity.admitting import is_live
from proxeny.identity.models import Admission


class State(models.TextChoices):
    """From the request to the end."""

    WAITING = "waiting", _("waits for a second person")
    WITHDRAWN = "withdrawn", pgettext_lazy("a look by exception", "withdrawn")
    REFUSED = "refused", pgettext_lazy("a look by exception", "refused")
    LIVE = "live", pgettext_lazy("a look by exception", "open")
    ENDED = "ended", pgettext_lazy("a look by exception", "ended early")
    OVER = "over", pgettext_lazy("a look by exception", "over")


def state_of(admission: Admission) -> State:
    """Return how it stands now, by the machine's own clock."""
    if not admission.decision:
        return State.WAITING if admission.ended_at is None else State.WITHDRAWN
    if admission.decision == Admission.Decision.REFUSED:
        return State.REFUSED
    if admission.ended_at is not None:
        return State.ENDED
    return State.LIVE if is_live(admission) else State.OVER
