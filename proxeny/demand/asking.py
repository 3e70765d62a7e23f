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
from proxeny.demand import access, noting, pledging, standing, telling, texts
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
    today: str = "",
    case: Case | None = None,
    asked_by: Contact | None = None,
) -> Request:
    """Note what the customer needs of the product: in what environment, and what for; both are required.

    `today` is what they do instead until then, `case` where it was heard; what was heard in a confidential one stays in that
    channel. Product and who sells to the customer are told that their voice is wanted. Raises NotFound for who may not
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
            today=today.strip(),
            asked_by=asked_by,
            in_confidence=case is not None and case.is_confidential,
            recorded_by_id=staff,
            recorded_at=clock.now(),
        )
        said = {"environment": request.environment, "purpose": request.purpose}
        noting.of_request(Kind.REQUEST_ASKED, request, by=by, **said)
        texts.keep_request(request)
        telling.asked(request, by=by)
    return request


def withdraw(request: Request, *, reason: str, by: Actor) -> Request:
    """Withdraw the request: nobody has to weigh it any more, and what was promised with it is withdrawn for the same reason.

    Doing it twice changes nothing. Raises NotFound; ValidationError without a reason, and while it leads others.
    """
    colleague = noting.colleague(by)
    with transaction.atomic():
        row = noting.locked_request(request, access.served(by))
        if row.state == Request.State.WITHDRAWN:
            return row
        errors = noting.said(reason, _("Say why: the reason is what others will read."), "reason")
        if not errors and row.carried.filter(ended_at=None).exists():
            errors = {"reason": _("Others are joined to it: part them from it first, they still need it.")}
        if errors:
            raise ValidationError(errors)
        row.state, row.settled_by_id, row.settled_at = Request.State.WITHDRAWN, colleague, clock.now()
        row.settled_with = reason.strip()
        row.save(update_fields=FIELDS)
        pledging.release([row], reason=row.settled_with, by=by)
        noting.of_request(Kind.REQUEST_WITHDRAWN, row, by=by, reason=row.settled_with)
        texts.keep_request(row)
        telling.no_longer_asked(row)
    return row


def restore(request: Request, *, by: Actor) -> Request:
    """Put a withdrawn request in force again, with what was decided and promised. Doing it twice changes nothing."""
    with transaction.atomic():
        row = noting.locked_request(request, access.served(by))
        if row.state != Request.State.WITHDRAWN:
            return row
        row.state = Request.State.OPEN
        row.save(update_fields=["state"])
        group = standing.group_of(row)
        standing.keep_up(group)
        if decision := group.decision:
            pledging.pledge(decision, [row], by=by)
        row.refresh_from_db()
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
