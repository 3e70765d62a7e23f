"""Noting a request of a customer, and withdrawing it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts import access as accounts
from proxeny.accounts.models import Account, Contact
from proxeny.cases import access as cases
from proxeny.cases.models import Case
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import noting, texts
from proxeny.demand.events import Kind
from proxeny.demand.models import Request
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area

FIELDS = ["state", "settled_by", "settled_at", "settled_with"]


def ask(
    account: Account,
    *,
    what: str,
    environment: str,
    purpose: str,
    by: Actor,
    case: Case | None = None,
    asked_by: Contact | None = None,
) -> Request:
    """Note what the customer needs of the product: in what environment, and what for; both are required.

    `case` is where it was heard; what was heard in a confidential one stays in that channel. Raises NotFound for who may not
    write for this customer or change the case; ValidationError, by field; ValueError for the program itself.
    """
    staff = noting.colleague(by)
    with transaction.atomic():
        if not accounts.accounts(by, Area.INSIDE, write=True).filter(pk=account.pk).exists():
            raise NotFound(str(account.record))
        if case is not None and not cases.cases(by, write=True).filter(pk=case.pk, account=account).exists():
            raise NotFound(str(case.record))
        if errors := _missing(account, what, environment, purpose, asked_by):
            raise ValidationError(errors)
        request = Request.objects.create(
            account=account,
            case=case,
            what=what.strip(),
            environment=environment.strip(),
            purpose=purpose.strip(),
            asked_by=asked_by,
            in_confidence=case is not None and case.is_confidential,
            recorded_by_id=staff,
            recorded_at=clock.now(),
        )
        said = {"environment": request.environment, "purpose": request.purpose}
        noting.of_request(Kind.REQUEST_ASKED, request, by=by, **said)
        texts.keep_request(request)
    return request


def withdraw(request: Request, *, reason: str, by: Actor) -> Request:
    """Withdraw the request: nobody has to weigh it any more. Doing it twice changes nothing.

    Raises NotFound, ValidationError without a reason.
    """
    staff = noting.colleague(by)
    with transaction.atomic():
        row = noting.locked_request(request, by)
        if row.state == Request.State.WITHDRAWN:
            return row
        if not reason.strip():
            raise ValidationError({"reason": _("Say why: the reason is what others will read.")})
        row.state, row.settled_by_id, row.settled_at = Request.State.WITHDRAWN, staff, clock.now()
        row.settled_with = reason.strip()
        row.save(update_fields=FIELDS)
        noting.of_request(Kind.REQUEST_WITHDRAWN, row, by=by, reason=row.settled_with)
        texts.keep_request(row)
    return row


def restore(request: Request, *, by: Actor) -> Request:
    """Put a withdrawn request in force again. Doing it twice changes nothing. Raises NotFound."""
    with transaction.atomic():
        row = noting.locked_request(request, by)
        if row.state != Request.State.WITHDRAWN:
            return row
        row.state, row.settled_by, row.settled_at, row.settled_with = Request.State.OPEN, None, None, ""
        row.save(update_fields=FIELDS)
        noting.of_request(Kind.REQUEST_RESTORED, row, by=by)
        texts.keep_request(row)
    return row


def _missing(
    account: Account, what: str, environment: str, purpose: str, asked_by: Contact | None
) -> dict[str, str]:
    """Return what is missing, by field."""
    errors = {}
    if not what.strip():
        errors["what"] = _("Say what they need, in their words.")
    if not environment.strip():
        errors["environment"] = _("In what environment: product cannot weigh it without.")
    if not purpose.strip():
        errors["purpose"] = _("What for: product cannot weigh it without.")
    if asked_by is not None and asked_by.account_id != account.pk:
        errors["asked_by"] = _("That person belongs to another customer.")
    return errors
