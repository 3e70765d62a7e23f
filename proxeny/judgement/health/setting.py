"""Setting how much each witness counts, after looking at who would change band."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account
from proxeny.analytics.weighing import Sum
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.judgement.events import Kind
from proxeny.judgement.health import keeping, summing, weights
from proxeny.judgement.health.bands import band_of
from proxeny.judgement.models import Health, Weights
from proxeny.ledger import appending

MOST = 100


@dataclass(frozen=True, slots=True)
class Change:
    """A customer's sum as it is kept and as it would be."""

    health: Health
    after: Sum

    @property
    def changes_band(self) -> bool:
        """Tell whether the band would be another."""
        return band_of(self.after.score) != self.health.band


def preview(points: Mapping[str, int], accounts: Iterable[Account]) -> list[Change]:
    """Return what these weights would make of the customers' last kept sums, the largest changes first."""
    kept = keeping.latest([account.pk for account in accounts], clock.today())
    changes = [Change(health, summing.sum_of(health, points)) for health in kept.values()]
    return sorted(changes, key=lambda one: -abs(one.after.score - one.health.score))


def weigh_anew(segment: str, points: Mapping[str, int], *, reason: str, by: Actor) -> Weights:
    """Set what counts for a segment of customers from the next morning on; what was kept before stays as it was.

    `segment` is a level, or empty for all levels without weights of their own. Raises ValidationError, by field, when the
    reason is missing, a weight is not between 0 and 100, or nothing would count.
    """
    checked = _checked(points)
    if not reason.strip():
        raise ValidationError({"reason": _("Say why: the reason is what others will read.")})
    if by.staff_id is None:
        raise ValueError("weights are set by a person")
    with transaction.atomic():
        before = weights.points_of(segment, weights.standing())
        standing = Weights.objects.filter(segment=segment).order_by("-at", "-pk").first()
        if standing is not None and standing.points == checked:
            return standing
        row = Weights.objects.create(
            segment=segment, points=checked, reason=reason.strip(), by_id=by.staff_id, at=clock.now()
        )
        appending.append(
            Kind.WEIGHED,
            about=[row.record],
            by=by,
            segment=segment,
            points=checked,
            before=before,
            reason=row.reason,
        )
    return row


def _checked(points: Mapping[str, int]) -> dict[str, int]:
    known, errors = weights.proposed(), {}
    for name in known:
        value = points.get(name, known[name])
        if not 0 <= value <= MOST:
            errors[name] = _("A weight is a whole number from 0 to 100.")
    if not errors and not any(points.get(name, known[name]) for name in known):
        errors["reason"] = _("At least one witness must count.")
    if errors:
        raise ValidationError(errors)
    return {name: int(points.get(name, known[name])) for name in known}
