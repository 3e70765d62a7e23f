"""Noting what was given away to a customer, and taking back that it was noted."""

import re
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account, Contact
from proxeny.accounts.talks import becoming
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.money import Money
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff
from proxeny.promises.access import hears_confidences
from proxeny.promises.concessions import access, recording, telling, texts
from proxeny.promises.concessions.events import Kind
from proxeny.promises.models import Concession

LONGEST, MOST = 2000, 10**15
_CURRENCY = re.compile(r"[A-Z]{3}")


def concede(
    account: Account,
    *,
    what: str,
    worth: Money,
    by: Actor,
    until: date | None = None,
    made_in: Concession.MadeIn = Concession.MadeIn.CALL,
    by_person: Staff | None = None,
    by_name: str = "",
    to_contact: Contact | None = None,
    to_name: str = "",
    made_on: date | None = None,
    source: str = "",
    in_confidence: bool = False,
) -> Concession:
    """Note what was given to `account`: by a colleague (`by_person`) or somebody else (`by_name`), worth `worth`.

    Who sells to the customer and who speaks for it are told at once. Nobody has approved it yet. Raises NotFound for who
    may not note one for this customer (or nothing in confidence), ValidationError, by field, ValueError for the program.
    """
    made = Concession(
        account=account,
        what=what.strip(),
        worth_minor=worth.minor,
        currency=worth.currency,
        until=until,
        made_on=made_on or clock.today(),
        made_in=made_in,
        by_person=by_person,
        by_name="" if by_person else " ".join(by_name.split()),
        to_contact=to_contact,
        to_name="" if to_contact else " ".join(to_name.split()),
        source=source,
        in_confidence=in_confidence,
        recorded_by_id=recording.colleague(by),
        recorded_at=clock.now(),
    )
    with transaction.atomic():
        if not access.accounts_of(by).filter(pk=account.pk).exists():
            raise NotFound(str(account.record))
        if in_confidence and not hears_confidences(by, account):
            raise NotFound(str(account.record))
        if errors := _missing(made):
            raise ValidationError(errors)
        made.save()
        becoming.became(source, made.record, account, by=by, in_confidence=in_confidence)
        _tell(made, by)
    return made


def _tell(made: Concession, by: Actor) -> None:
    """Have it on record, found, and known to whom it concerns."""
    recording.append(
        Kind.MADE,
        made,
        by=by,
        who=made.giver,
        giver=made.by_person.reference if made.by_person else "",
        to=made.hearer,
        until=made.until,
        made_on=made.made_on,
        made_in=made.made_in,
    )
    texts.keep(made)
    telling.made(made, by=by)


def take_back(made: Concession, *, by: Actor) -> bool:
    """Take back that a concession was noted, as long as nobody decided on it; return whether it is taken back.

    Only who noted it can, on the same day; later it is withdrawn, with a reason. Raises NotFound for anybody else.
    """
    with transaction.atomic():
        row = recording.locked(made, by)
        if row.recorded_by_id != by.staff_id:
            raise NotFound(str(made.record))
        if row.withdrawn_at is not None:
            return True
        if row.decision or clock.day_of(row.recorded_at) != clock.today():
            return False
        row.withdrawn_at, row.withdrawn_by_id = clock.now(), by.staff_id
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])
        becoming.let_go(row.record)
        recording.append(Kind.TAKEN_BACK, row, by=by)
        texts.keep(row)
        telling.taken_back(row)
    return True


def _missing(made: Concession) -> dict[str, str]:
    """Return what is missing or cannot be, by field."""
    errors = {}
    if not made.what:
        errors["what"] = _("Say what was given, in the words the customer heard.")
    elif len(made.what) > LONGEST:
        errors["what"] = _("Say it in fewer words: %(most)s characters at most.") % {"most": LONGEST}
    if not 0 < made.worth_minor <= MOST:
        errors["worth"] = _("Say what it is worth, as well as you know: an estimate is better than nothing.")
    if not _CURRENCY.fullmatch(made.currency):
        errors["currency"] = _("A currency is three letters, such as CNY.")
    if not made.giver:
        errors["by_name"] = _("Say who gave it: it is a person’s word.")
    if made.to_contact and made.to_contact.account_id != made.account_id:
        errors["to_contact"] = _("That person belongs to another customer.")
    if made.made_on > clock.today():
        errors["made_on"] = _("That day is still to come.")
    elif made.until and made.until < made.made_on:
        errors["until"] = _("It cannot end before it was given.")
    if made.source and not _is_reference(made.source):
        errors["source"] = _("That names nothing on record.")
    return errors


def _is_reference(text: str) -> bool:
    try:
        Reference.parse(text)
    except ValueError:
        return False
    return True
