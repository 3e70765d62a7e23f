"""Noting that a promise was kept, with its proof, and taking that back."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.promises import recording, telling, texts
from proxeny.promises.events import Kind
from proxeny.promises.models import Promise

FIELDS = ["kept_on", "kept_by", "kept_at", "proof"]


def keep(promise: Promise, *, proof: str, by: Actor, kept_on: date | None = None) -> Promise:
    """Note that the promise was kept, today if no day is said; `proof` says by what one can see it.

    Doing it again changes nothing. Raises NotFound, and ValidationError, by field, without a proof, for a day to come or
    before the promise was made, and for a promise that was withdrawn.
    """
    day = kept_on or clock.today()
    staff = recording.colleague(by)
    with transaction.atomic():
        row = recording.locked(promise, by, to_keep=True)
        if row.kept_on is not None:
            return row
        if errors := _refused(row, day, proof):
            raise ValidationError(errors)
        row.kept_on, row.kept_by_id, row.kept_at = day, staff, clock.now()
        row.proof = proof.strip()
        row.save(update_fields=FIELDS)
        recording.append(
            Kind.KEPT, row, by=by, kept_on=day, due_on=row.due_on, is_late=day > row.due_on, proof=row.proof
        )
        texts.keep(row)
        telling.kept(row, by=by)
    return row


def take_back(promise: Promise, *, by: Actor) -> Promise:
    """Take back that it was kept: it is owed again, and broken if its day has passed. Doing it twice changes nothing."""
    with transaction.atomic():
        row = recording.locked(promise, by, to_keep=True)
        if row.kept_on is None:
            return row
        said = {"kept_on": row.kept_on, "proof": row.proof}
        row.kept_on, row.kept_by, row.kept_at, row.proof = None, None, None, ""
        row.save(update_fields=FIELDS)
        recording.append(Kind.KEEPING_TAKEN_BACK, row, by=by, **said)
        texts.keep(row)
        telling.keeping_taken_back(row, by=by)
    return row


def _refused(row: Promise, day: date, proof: str) -> dict[str, str]:
    errors = {}
    if row.withdrawn_at is not None:
        errors["proof"] = _("It was withdrawn: nothing is owed any more.")
    elif not proof.strip():
        errors["proof"] = _("Say by what one can see it: a mail, a version, the customer’s word.")
    if day > clock.today():
        errors["kept_on"] = _("That day is still to come.")
    elif day < row.made_on:
        errors["kept_on"] = _("It cannot have been kept before it was made.")
    return errors
