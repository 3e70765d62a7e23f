"""Putting a case off until a day: it leaves the queue until then, or until the customer writes."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from proxeny.cases.events import Kind
from proxeny.cases.guarding import guard, person, recorded
from proxeny.cases.keeping_up import keep_up, locked
from proxeny.cases.models import Case, Snooze
from proxeny.core import clock
from proxeny.core.actors import Actor


def asleep(on: date) -> Q:
    """Return which cases are put off, seen from the day `on`; on its day a case is back."""
    return Q(snoozed_until__gt=on)


def awake(on: date) -> Q:
    """Return which cases are not put off, seen from the day `on`."""
    return Q(snoozed_until=None) | Q(snoozed_until__lte=on)


def snooze(case: Case, until: date, *, reason: str, by: Actor) -> Snooze:
    """Put the case off until a later day; a second time moves the day. Its clocks run on meanwhile.

    Raises ValidationError for a day that is not later than today, without a reason, and where nothing is left to do.
    """
    errors = {}
    if until <= clock.today():
        errors["until"] = _("Name a day after today.")
    if not reason.strip():
        errors["reason"] = _("Say why it can wait: whoever looks for it will read that.")
    if errors:
        raise ValidationError(errors)
    with transaction.atomic():
        case = guard(locked(case), by)
        if not case.is_open:
            raise ValidationError(_("Nothing is left to do in this case."))
        standing = Snooze.objects.filter(case=case, ended_at=None).first()
        if standing and (standing.until, standing.reason) == (until, reason.strip()):
            return standing
        now = clock.now()
        Snooze.objects.filter(case=case, ended_at=None).update(ended_at=now)
        row = Snooze.objects.create(case=case, until=until, reason=reason.strip(), by_id=person(by), at=now)
        case.snoozed_until = until
        keep_up(case, "snoozed_until")
        recorded(Kind.SNOOZED, case, by, until=until, reason=row.reason)
    return row


def wake(case: Case, *, by: Actor) -> Case:
    """Take the case up again before its day. Doing it twice changes nothing."""
    with transaction.atomic():
        case = guard(locked(case), by)
        if _end(case):
            recorded(Kind.WOKEN, case, by)
    return case


def take_back(case: Case, *, by: Actor) -> Case:
    """Undo the last putting off: an earlier one that it replaced stands again, otherwise the case is awake."""
    with transaction.atomic():
        case = guard(locked(case), by)
        last = Snooze.objects.filter(case=case, ended_at=None).last()
        if last is None:
            return case
        before = Snooze.objects.filter(case=case, ended_at=last.at, until__gt=clock.today()).last()
        _end(case)
        if before is not None:
            Snooze.objects.filter(pk=before.pk).update(ended_at=None)
            case.snoozed_until = before.until
            keep_up(case, "snoozed_until")
        recorded(Kind.WOKEN, case, by)
    return case


def put_off_again(case: Case, *, by: Actor) -> Case:
    """Undo waking: the last putting off stands again, as long as its day has not come."""
    with transaction.atomic():
        case = guard(locked(case), by)
        last = Snooze.objects.filter(case=case).last()
        if last and last.ended_at is not None and last.until > clock.today() and case.is_open:
            Snooze.objects.filter(pk=last.pk).update(ended_at=None)
            case.snoozed_until = last.until
            keep_up(case, "snoozed_until")
            recorded(Kind.SNOOZED, case, by, until=last.until, reason=last.reason)
    return case


def _end(case: Case) -> bool:
    ended = Snooze.objects.filter(case=case, ended_at=None).update(ended_at=clock.now())
    if ended or case.snoozed_until is not None:
        case.snoozed_until = None
        keep_up(case, "snoozed_until")
    return bool(ended)
