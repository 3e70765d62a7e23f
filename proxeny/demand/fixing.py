"""Saying what became of a defect: fixed, or that it will not be; and opening it again."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import noting
from proxeny.demand.events import Kind
from proxeny.demand.models import Defect

FIELDS = ["state", "settled_by", "settled_at", "settled_with", "fixed_at"]
LINES = {Defect.State.FIXED: Kind.DEFECT_FIXED, Defect.State.DECLINED: Kind.DEFECT_DECLINED}


def fix(defect: Defect, *, fixed_in: str, by: Actor) -> Defect:
    """Note that the defect is fixed: `fixed_in` says with which version or change.

    Doing it twice changes nothing. Raises NotFound, ValidationError where it is not said.
    """
    missing = _("Say with which version or change it is fixed: others will look for it.")
    return _settle(defect, Defect.State.FIXED, fixed_in, missing, by)


def decline(defect: Defect, *, reason: str, by: Actor) -> Defect:
    """Note that the defect will not be fixed, and why. Doing it twice changes nothing. Raises as `fix`."""
    missing = _("Say why: the reason is what others will read.")
    return _settle(defect, Defect.State.DECLINED, reason, missing, by)


def reopen(defect: Defect, *, by: Actor) -> Defect:
    """Open the defect again: it shows once more, or it was settled by mistake. Doing it twice changes nothing."""
    with transaction.atomic():
        row = noting.locked_defect(defect, by)
        if row.state == Defect.State.OPEN:
            return row
        was = row.state
        row.state, row.settled_by, row.settled_at, row.settled_with = Defect.State.OPEN, None, None, ""
        row.save(update_fields=FIELDS)
        noting.of_defect(Kind.DEFECT_REOPENED, row, by=by, was=was)
    return row


def _settle(defect: Defect, state: Defect.State, said: str, missing: str, by: Actor) -> Defect:
    staff = noting.colleague(by)
    with transaction.atomic():
        row = noting.locked_defect(defect, by)
        if row.state == state:
            return row
        if not said.strip():
            raise ValidationError({"said": missing})
        row.state, row.settled_by_id, row.settled_at = state, staff, clock.now()
        row.settled_with = said.strip()
        row.fixed_at = row.settled_at if state == Defect.State.FIXED else row.fixed_at
        row.save(update_fields=FIELDS)
        noting.of_defect(LINES[state], row, by=by, said=row.settled_with)
    return row
