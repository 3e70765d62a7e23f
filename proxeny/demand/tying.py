"""Tying a case to the request that it repeats, or to the promise that was not kept; and untying."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.cases import access as cases
from proxeny.cases.models import Case
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import access, noting
from proxeny.demand.events import Kind
from proxeny.demand.models import PromiseCase, Request, RequestCase
from proxeny.identity.access import NotFound
from proxeny.ledger import appending
from proxeny.ledger.appending import Visibility
from proxeny.promises.access import promises
from proxeny.promises.models import Promise


def tie_request(request: Request, case: Case, *, by: Actor) -> RequestCase:
    """Note that the case asks for the same as a request of its customer. Doing it twice changes nothing.

    Raises NotFound for who may not change both, ValidationError where they are of two customers, or one is confidential only.
    """
    staff = noting.colleague(by)
    with transaction.atomic():
        row = noting.locked_request(request, access.served(by))
        _guard(case, by)
        if row.account_id != case.account_id or (case.is_confidential and not row.in_confidence):
            apart = _("Another customer’s request is joined, not linked: note theirs first.")
            told = _("The case is confidential: others who read the request would learn of it.")
            raise ValidationError(apart if row.account_id != case.account_id else told)
        made, is_new = RequestCase.objects.get_or_create(
            request=row, case=case, ended_at=None, defaults={"by_id": staff, "at": clock.now()}
        )
        if is_new:
            noting.of_request(Kind.REQUEST_LINKED, row, case.record, by=by, number=case.number)
    return made


def untie_request(request: Request, case: Case, *, by: Actor) -> bool:
    """Take that back; return whether it was so. Raises NotFound."""
    with transaction.atomic():
        row = noting.locked_request(request, access.served(by))
        _guard(case, by)
        tie = RequestCase.objects.filter(request=row, case=case, ended_at=None).first()
        if tie is None:
            return False
        noting.end(tie, by)
        noting.of_request(Kind.REQUEST_UNLINKED, row, case.record, by=by, number=case.number)
    return True


def tie_promise(promise: Promise, case: Case, *, by: Actor) -> PromiseCase:
    """Note that the case is about a promise to its customer that was not kept. Doing it twice changes nothing.

    Raises NotFound for who may not change the case or see the promise, ValidationError where they are of two customers.
    """
    staff = noting.colleague(by)
    with transaction.atomic():
        row = _promise(promise, by)
        _guard(case, by)
        if row.account_id != case.account_id:
            raise ValidationError(_("That was promised to another customer."))
        made, is_new = PromiseCase.objects.get_or_create(
            promise=row, case=case, ended_at=None, defaults={"by_id": staff, "at": clock.now()}
        )
        if is_new:
            _append(Kind.PROMISE_LINKED, row, case, by)
    return made


def untie_promise(promise: Promise, case: Case, *, by: Actor) -> bool:
    """Take that back; return whether it was so. Raises NotFound."""
    with transaction.atomic():
        row = _promise(promise, by)
        _guard(case, by)
        tie = PromiseCase.objects.filter(promise=row, case=case, ended_at=None).first()
        if tie is None:
            return False
        noting.end(tie, by)
        _append(Kind.PROMISE_UNLINKED, row, case, by)
    return True


def _guard(case: Case, by: Actor) -> None:
    if not cases.cases(by, write=True).filter(pk=case.pk).exists():
        raise NotFound(str(case.record))


def _promise(promise: Promise, by: Actor) -> Promise:
    """The promise under a lock: two who tie the same case at the same moment make one tie."""
    open_to = promises(by).values("pk")
    row = Promise.objects.select_for_update().filter(pk=promise.pk, pk__in=open_to).first()
    if row is None:
        raise NotFound(str(promise.record))
    return row


def _append(kind: Kind, promise: Promise, case: Case, by: Actor) -> None:
    hidden = case.is_confidential or promise.in_confidence
    visibility = Visibility.CONFIDENTIAL if hidden else Visibility.OPEN
    about = [case.account.record, case.record, promise.record]
    appending.append(kind, about=about, by=by, visibility=visibility, number=case.number, what=promise.what)
