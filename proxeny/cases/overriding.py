"""A person’s word against the rule of priorities: giving it, lifting it, and taking either back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.cases.events import Kind
from proxeny.cases.guarding import guard, person, recorded
from proxeny.cases.keeping_up import locked
from proxeny.cases.models import Case, Priority, PriorityOverride
from proxeny.cases.prioritising import by_rule
from proxeny.core import clock
from proxeny.core.actors import Actor


def override(case: Case, priority: Priority, *, reason: str, by: Actor) -> None:
    """Set the priority against the rule, with a reason; it stands until it is lifted."""
    if not reason.strip():
        raise ValidationError({"reason": _("Say why the rule does not fit here.")})
    with transaction.atomic():
        case = guard(locked(case), by)
        now = clock.now()
        PriorityOverride.objects.filter(case=case, lifted_at=None).update(lifted_at=now)
        PriorityOverride.objects.create(
            case=case, priority=priority, reason=reason.strip(), by_id=person(by), at=now
        )
        case.priority = priority
        case.save(update_fields=["priority"])
        recorded(Kind.PRIORITY_SET, case, by, priority=int(priority), reason=reason.strip())


def lift(case: Case, *, by: Actor) -> None:
    """Let the rule decide again; doing it twice changes nothing."""
    with transaction.atomic():
        case = guard(locked(case), by)
        if PriorityOverride.objects.filter(case=case, lifted_at=None).update(lifted_at=clock.now()):
            case.priority = by_rule(case.account.level, case.severity)
            case.save(update_fields=["priority"])
            recorded(Kind.PRIORITY_LIFTED, case, by, priority=int(case.priority))


def take_back(case: Case, *, by: Actor) -> bool:
    """Take one’s own standing override back; the one it had replaced stands again. Return whether anything changed."""
    with transaction.atomic():
        case = guard(locked(case), by)
        own = PriorityOverride.objects.filter(case=case, lifted_at=None, by=by.staff_id).first()
        if own is None:
            return False
        replaced = PriorityOverride.objects.filter(case=case, lifted_at=own.at).exclude(pk=own.pk).last()
        own.lifted_at = clock.now()
        own.save(update_fields=["lifted_at"])
        if replaced:
            replaced.case = case
            _stand(replaced, by)
        else:
            _set(case, by_rule(case.account.level, case.severity))
            recorded(Kind.PRIORITY_LIFTED, case, by, priority=int(case.priority))
    return True


def restore(case: Case, *, by: Actor) -> bool:
    """Let the override that was lifted last stand again, unless another stands; return whether it does now."""
    with transaction.atomic():
        case = guard(locked(case), by)
        found = PriorityOverride.objects.filter(case=case)
        if found.filter(lifted_at=None).exists():
            return False
        last = found.order_by("lifted_at", "pk").last()
        if last is None:
            return False
        last.case = case
        _stand(last, by)
    return True


def _stand(override: PriorityOverride, by: Actor) -> None:
    override.lifted_at = None
    override.save(update_fields=["lifted_at"])
    _set(override.case, Priority(override.priority))
    recorded(
        Kind.PRIORITY_SET, override.case, by, priority=override.priority, reason=override.reason, again=True
    )


def _set(case: Case, priority: Priority) -> None:
    case.priority = priority
    case.save(update_fields=["priority"])
