"""Judging a customer, and taking a judgement back."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.judgement import telling
from proxeny.judgement.events import Kind
from proxeny.judgement.forecasting import freezing
from proxeny.judgement.models import Judgement
from proxeny.ledger import appending

STANDS_FOR = timedelta(days=90)


def judge(
    account: Account,
    *,
    band: Judgement.Band,
    reason: str,
    by: Actor,
    forecast: float | None = None,
    expires_on: date | None = None,
    evidence: Iterable[str] = (),
) -> Judgement:
    """Record what a person holds of `account`; it stands until `expires_on` (by default ninety days), whatever the data say.

    `forecast` is the chance of renewal between 0 and 1, `evidence` the references of what the person saw. Raises
    ValidationError, by field, when the reason is missing, the chance is none, or the day is past.
    """
    today = clock.today()
    if errors := _refused(reason, forecast, expires_on):
        raise ValidationError(errors)
    if by.staff_id is None:
        raise ValueError("a judgement is a person's: only a colleague can give one")
    # Learning takes its time, and nobody should wait for it behind this row.
    reckoned = None if forecast is None else freezing.of_the_system(account, today)
    with transaction.atomic():
        judgement = Judgement.objects.create(
            account=account,
            band=band,
            reason=reason.strip(),
            evidence=list(evidence),
            forecast=forecast,
            by_id=by.staff_id,
            at=clock.now(),
            expires_on=expires_on or today + STANDS_FOR,
        )
        appending.append(
            Kind.JUDGED,
            about=[account.record, judgement.record],
            by=by,
            band=band,
            reason=judgement.reason,
            forecast=forecast,
            expires_on=judgement.expires_on,
            evidence=judgement.evidence,
        )
        freezing.with_judgement(judgement, reckoned, by=by)
        telling.judged(judgement, by=by)
    return judgement


def _refused(reason: str, forecast: float | None, expires_on: date | None) -> dict[str, str]:
    errors = {}
    if not reason.strip():
        errors["reason"] = _("Say why: the reason is what others will read.")
    if forecast is not None and not 0 <= forecast <= 1:
        errors["forecast"] = _("A chance lies between 0 and 100 percent.")
    if expires_on is not None and expires_on <= clock.today():
        errors["expires_on"] = _("Pick a day after today: on that day you are asked again.")
    return errors


def withdraw(judgement: Judgement, *, by: Actor) -> None:
    """Take a judgement back; that it was given, and taken back, stays on record. Doing it twice changes nothing."""
    with transaction.atomic():
        standing = Judgement.objects.filter(pk=judgement.pk, withdrawn_at=None)
        if standing.update(withdrawn_at=clock.now()):
            appending.append(Kind.WITHDRAWN, about=[judgement.account.record, judgement.record], by=by)
            telling.withdrawn(judgement, by=by)
