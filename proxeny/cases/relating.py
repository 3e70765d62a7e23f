"""Tying cases to each other: related both ways, and one under another."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from proxeny.cases import access
from proxeny.cases.events import Kind
from proxeny.cases.guarding import guard, recorded
from proxeny.cases.keeping_up import locked
from proxeny.cases.models import Case, Relation
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.identity.access import NotFound

DEEPEST = 50


def relate(case: Case, other: Case, *, by: Actor, reason: str = "") -> Relation:
    """Note that two cases have to do with each other; noting it twice changes nothing.

    `by` must be able to change the first and to read the other. Raises NotFound otherwise, ValidationError for a case
    and itself.
    """
    if case.pk == other.pk:
        raise ValidationError({"other": _("That is this case itself.")})
    first, second = sorted((case.pk, other.pk))
    with transaction.atomic():
        case = guard(locked(case), by)
        other = _readable(other, by)
        standing = Relation.objects.filter(first=first, second=second, ended_at=None).first()
        if standing:
            return standing
        row = Relation.objects.create(
            first_id=first, second_id=second, reason=reason.strip()[:300], by=by.reference, at=clock.now()
        )
        _record(Kind.RELATED, case, other, by, reason=row.reason)
    return row


def unrelate(case: Case, other: Case, *, by: Actor) -> bool:
    """Untie them; tell whether they were tied. `relate` ties them again."""
    first, second = sorted((case.pk, other.pk))
    with transaction.atomic():
        case = guard(locked(case), by)
        other = _readable(other, by)
        ended = Relation.objects.filter(first=first, second=second, ended_at=None).update(
            ended_at=clock.now()
        )
        if ended:
            _record(Kind.UNRELATED, case, other, by)
    return bool(ended)


def put_under(case: Case, parent: Case | None, *, by: Actor) -> Case | None:
    """Put the case under another, or, with None, under none; return what it stood under before.

    Raises ValidationError where a circle would come of it.
    """
    with transaction.atomic():
        case = guard(locked(case), by)
        before = case.parent
        if parent is not None:
            parent = _readable(parent, by)
            _check_no_circle(case, parent)
        if before == parent:
            return before
        case.parent = parent
        case.changed_at = clock.now()
        case.save(update_fields=["parent", "changed_at"])
        if parent is not None:
            _record(Kind.PARENTED, case, parent, by)
        elif before is not None:
            _record(Kind.UNPARENTED, case, before, by)
    return before


def related(case: Case, actor: Actor) -> QuerySet[Case]:
    """Return the cases that have to do with this one, or with one merged into it, as far as the actor may read them."""
    whole = list(Case.objects.filter(Q(pk=case.pk) | Q(merged_into=case)).values_list("pk", flat=True))
    pairs = Relation.objects.filter(Q(first__in=whole) | Q(second__in=whole), ended_at=None)
    numbers = {one for pair in pairs.values_list("first", "second") for one in pair} - set(whole)
    return access.cases(actor).filter(pk__in=numbers).order_by("number")


def children(case: Case, actor: Actor) -> QuerySet[Case]:
    """Return the cases under this one, as far as the actor may read them."""
    return access.cases(actor).filter(parent=case).order_by("number")


def _readable(other: Case, by: Actor) -> Case:
    if by.is_system:
        return other
    found = access.cases(by).select_related("account").filter(pk=other.pk).first()
    if found is None:
        raise NotFound(str(other.record))
    return found


def _check_no_circle(case: Case, parent: Case) -> None:
    # Two acts at once could close a circle that neither sees: all ancestors are locked, in the order they are met.
    above: Case | None = parent
    for _step in range(DEEPEST):
        if above is None:
            return
        if above.pk == case.pk:
            raise ValidationError({"other": _("The other case stands under this one already.")})
        above = locked(above).parent
    raise ValidationError(
        {"other": _("More cases stand above each other here than anybody would find again.")}
    )


def _record(kind: Kind, case: Case, other: Case, by: Actor, **more: object) -> None:
    hidden = case.is_confidential or other.is_confidential
    recorded(kind, case, by, other.record, is_confidential=hidden, other=other.number, **more)
