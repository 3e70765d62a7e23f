"""Merging a case into another of the same customer, when both are one matter; it can be undone at any time.

The messages stay where they are and show in the target, the number stays and leads there. `Merge` rows say what was merged into
what; `Case.merged_into` is where that ends: what had been merged into a case goes along when that case is merged in turn.
"""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.cases.events import Kind
from proxeny.cases.guarding import guard, recorded
from proxeny.cases.keeping_up import keep_up, locked
from proxeny.cases.models import Case, Merge, Snooze, Waiting
from proxeny.core import clock
from proxeny.core.actors import Actor


def merge(source: Case, target: Case, *, by: Actor, reason: str = "") -> Merge:
    """Merge `source` into `target`, or into what that was merged into; its wait, its snooze and its clocks end.

    Merging what is merged there already changes nothing. Raises ValidationError for a case of another customer, for a case
    and itself, where only one of the two is confidential, and where the source was merged elsewhere.
    """
    with transaction.atomic():
        source, target = _both(source, target, by)
        standing = Merge.objects.filter(source=source, undone_at=None).first()
        if standing and source.merged_into_id == target.pk:
            return standing
        _check(source, target)
        now = clock.now()
        row = Merge.objects.create(
            source=source,
            target=target,
            reason=reason.strip()[:500],
            by=by.reference,
            by_name=by.name,
            at=now,
        )
        Waiting.objects.filter(case=source, ended_at=None).update(ended_at=now, ended_by=by.reference)
        Snooze.objects.filter(case=source, ended_at=None).update(ended_at=now)
        source.snoozed_until = None
        _lead(source, target)
        for one in Case.objects.filter(merged_into=source):
            _lead(locked(one), target)
        keep_up(target)
        recorded(Kind.MERGED, source, by, target.record, other=target.number, reason=row.reason)
    return row


def unmerge(source: Case, *, by: Actor) -> Case:
    """Take the merging back: the case stands by itself again, with its wait, its snooze, and what went along with it."""
    with transaction.atomic():
        row = Merge.objects.filter(source=source, undone_at=None).first()
        if row is None:
            return guard(locked(source), by)
        now_in = Case.objects.get(pk=source.pk).merged_into or row.target
        source, target = _both(source, now_in, by, follow=False)
        row.undone_at = clock.now()
        row.save(update_fields=["undone_at"])
        Waiting.objects.filter(case=source, ended_at=row.at, ended_by=row.by).update(
            ended_at=None, ended_by=""
        )
        slept = Snooze.objects.filter(case=source, ended_at=row.at, until__gt=clock.today()).last()
        if slept:
            Snooze.objects.filter(pk=slept.pk).update(ended_at=None)
            source.snoozed_until = slept.until
        _lead(source, None)
        for number in _merged_into(source):
            _lead(locked(Case(pk=number)), source)
        keep_up(source)
        keep_up(target)
        recorded(Kind.UNMERGED, source, by, target.record, other=target.number)
    return source


def _both(source: Case, target: Case, by: Actor, *, follow: bool = True) -> tuple[Case, Case]:
    """Return both as they stand, locked in the order of their rows: two who merge crosswise do not wait for each other."""
    if follow and (further := Case.objects.get(pk=target.pk).merged_into):
        target = further
    rows = {one.pk: one for one in sorted((source, target), key=lambda case: case.pk)}
    held = {number: guard(locked(one), by) for number, one in rows.items()}
    return held[source.pk], held[target.pk]


def _check(source: Case, target: Case) -> None:
    if source.pk == target.pk:
        raise ValidationError({"other": _("That is this case itself.")})
    if source.account_id != target.account_id:
        raise ValidationError({"other": _("That is a case of another customer. Relate the two instead.")})
    if source.merged_into_id is not None:
        raise ValidationError(
            _("Case %(number)s was merged already. Take that back first.") % {"number": source.number}
        )
    if target.merged_into_id is not None:
        raise ValidationError({"other": _("Meanwhile that case was merged into another. Try again.")})
    if source.is_confidential != target.is_confidential:
        raise ValidationError(
            {
                "other": _(
                    "Only one of the two is confidential. Make both so, or neither, and merge them then."
                )
            }
        )


def _lead(case: Case, to: Case | None) -> None:
    case.merged_into = to
    keep_up(case, "merged_into", "snoozed_until")


def _merged_into(case: Case) -> Iterable[int]:
    """The rows of all that was merged into the case, directly or through another, and not taken back."""
    found: set[int] = set()
    level = [case.pk]
    while level:
        rows = Merge.objects.filter(target__in=level, undone_at=None).values_list("source", flat=True)
        level = [number for number in rows if number not in found]
        found.update(level)
    return sorted(found)
