"""Noting that the customer heard what was decided on their request."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.models import Contact
from proxeny.core import clock
from proxeny.core import words as wording
from proxeny.core.actors import Actor
from proxeny.demand import access, noting, standing
from proxeny.demand.events import Kind
from proxeny.demand.models import Decision, Request, Told


def tell(
    request: Request, how: Told.How, *, by: Actor, words: str = "", to_contact: Contact | None = None
) -> Told:
    """Note that the customer was told the decision that holds. Doing it again changes nothing.

    Raises NotFound for who does not serve the customer; ValidationError by field, and where nothing is decided.
    """
    staff = noting.colleague(by)
    with transaction.atomic():
        group = standing.locked_group(request, access.served(by))
        row = next(one for one in group if one.pk == request.pk)
        decision = group.decision
        errors = {}
        if decision is None:
            errors["how"] = _("Nothing is decided yet: there is nothing to tell.")
        elif how not in Told.How.values:
            errors["how"] = _("Choose one of them.")
        if to_contact is not None and to_contact.account_id != row.account_id:
            errors["to_contact"] = _("That person belongs to another customer.")
        if errors or decision is None:
            raise ValidationError(errors)
        if there := row.tellings.filter(decision=decision, ended_at=None).first():
            return there
        made = Told.objects.create(
            request=row,
            decision=decision,
            how=how,
            words=words.strip(),
            to_contact=to_contact,
            by_id=staff,
            at=clock.now(),
        )
        noting.of_request(Kind.CUSTOMER_TOLD, row, by=by, how=str(how), words=made.words)
    return made


def take_back(request: Request, number: int, *, by: Actor) -> Told:
    """Take back that the customer was told. Doing it twice changes nothing. Raises NotFound for anybody but who noted it."""
    with transaction.atomic():
        row = noting.locked_request(request, access.served(by))
        told = noting.own(Told.objects.filter(request=row), number, by)
        if told.ended_at is None:
            noting.end(told, by)
            noting.of_request(Kind.CUSTOMER_TOLD_TAKEN_BACK, row, by=by)
    return told


def words_for(request: Request, decision: Decision) -> str:
    """Return a beginning for the message that tells the customer, in the language in force; a person finishes and sends it."""
    asked = _("You asked for this: %(what)s") % {"what": request.what}
    said = {
        Decision.Answer.YES.value: _("We have decided to do it, and promise it to you by %(day)s."),
        Decision.Answer.NO.value: _("We have decided not to do it, and want to say why: %(reason)s"),
        Decision.Answer.LATER.value: _(
            "We are not doing it now, because %(reason)s. We look at it again on %(day)s."
        ),
    }[decision.answer]
    reason = decision.reason.rstrip("。.！!;； ")
    return f"{asked}\n{said % {'day': _day(decision), 'reason': reason}}"


def _day(decision: Decision) -> str:
    day = decision.promised_on or decision.again_on
    return wording.day(day, wording.here(), today=clock.today(), weekday=False) if day else ""
