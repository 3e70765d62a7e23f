"""Deciding on a concession: approved within one's own limit, or refused; and taking the decision back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock, words
from proxeny.core.actors import Actor
from proxeny.core.money import Money
from proxeny.identity.access import NotFound
from proxeny.promises.concessions import access, recording, telling
from proxeny.promises.concessions.events import Kind
from proxeny.promises.concessions.limiting import Limits, limits
from proxeny.promises.concessions.weighing import total_of, who_can, year_before
from proxeny.promises.models import Concession

FIELDS = ["decision", "decided_by", "decided_at", "decided_because"]
APPROVED, REFUSED = Concession.Decision.APPROVED, Concession.Decision.REFUSED


def approve(concession: Concession, *, by: Actor, reason: str = "") -> Concession:
    """Approve it, if everything the customer was given in twelve months stays within the limit of who approves.

    Doing it twice changes nothing. Raises NotFound, and ValidationError: beyond the limit with who can instead, for what is
    withdrawn, and for what somebody has refused.
    """
    with transaction.atomic():
        row = recording.locked(concession, by)
        if row.decision == APPROVED and row.withdrawn_at is None:
            return row
        _check_open(row)
        total, known = what_it_comes_to(row, seen_by=by), limits()
        if not known.reach(by.roles, total):
            raise ValidationError({"reason": beyond(row, total, known, by)})
        _decide(row, APPROVED, reason, by)
        recording.append(Kind.APPROVED, row, by=by, reason=row.decided_because)
        telling.approved(row, by=by)
    return row


def refuse(concession: Concession, *, reason: str, by: Actor) -> Concession:
    """Refuse it, with a reason: somebody has to tell the customer. Doing it twice changes nothing."""
    with transaction.atomic():
        row = recording.locked(concession, by)
        if row.decision == REFUSED and row.withdrawn_at is None:
            return row
        _check_open(row)
        if not reason.strip():
            raise ValidationError({"reason": _("Say why: the reason is what others will read.")})
        if not may_refuse(row, limits(), by):
            raise ValidationError({"reason": beyond(row, row.worth, limits(), by)})
        _decide(row, REFUSED, reason, by)
        recording.append(Kind.REFUSED, row, by=by, reason=row.decided_because)
        telling.refused(row, by=by)
    return row


def take_back(concession: Concession, *, by: Actor) -> Concession:
    """Take one's own decision back. Doing it twice changes nothing; raises NotFound where somebody else decided."""
    with transaction.atomic():
        row = recording.locked(concession, by)
        if not row.decision:
            return row
        if row.decided_by_id != by.staff_id:
            raise NotFound(str(row.record))
        was = row.decision
        row.decision, row.decided_by, row.decided_at, row.decided_because = "", None, None, ""
        row.save(update_fields=FIELDS)
        recording.append(Kind.DECISION_TAKEN_BACK, row, by=by, decision=was)
        telling.undecided(row, by=by)
    return row


def may_refuse(concession: Concession, known: Limits, by: Actor) -> bool:
    """Tell whether the actor may refuse it: who could give as much, and who answers for all customers."""
    return access.may_set_limits(by) or known.reach(by.roles, concession.worth)


def what_it_comes_to(concession: Concession, *, seen_by: Actor) -> Money:
    """Return what the customer was given in its currency in the last twelve months, and this one, however old it is.

    As far as the actor may know of it.
    """
    today = clock.today()
    total = total_of(concession.account, concession.currency, today, seen_by=seen_by)
    return total if concession.made_on > year_before(today) else total + concession.worth


def beyond(concession: Concession, total: Money, known: Limits, by: Actor) -> str:
    """Say that a sum lies beyond the actor's limit, and whose it does not."""
    here = words.here()
    most = known.of(by.roles, total.currency) or 0
    values = {
        "total": words.exact(total, here),
        "limit": words.exact(Money(most, total.currency), here),
        "names": words.listed([one.name for one in who_can(concession.account, total, known)], here),
    }
    if values["names"]:
        return (
            _("It comes to %(total)s in twelve months, your limit is %(limit)s. %(names)s can decide it.")
            % values
        )
    return (
        _("It comes to %(total)s in twelve months, your limit is %(limit)s. Nobody has a limit that high.")
        % values
    )


def _check_open(row: Concession) -> None:
    if row.withdrawn_at is not None:
        raise ValidationError({"reason": _("It was withdrawn: there is nothing to decide.")})
    if row.decision:
        raise ValidationError({"reason": _("Somebody has decided it already.")})


def _decide(row: Concession, decision: Concession.Decision, reason: str, by: Actor) -> None:
    row.decision, row.decided_by_id = decision, recording.colleague(by)
    row.decided_at, row.decided_because = clock.now(), reason.strip()
    row.save(update_fields=FIELDS)
