"""Noting a promise, and taking back that it was noted."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account, Contact
from proxeny.accounts.talks import becoming
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff
from proxeny.promises import access, recording, syncing, telling, texts
from proxeny.promises.events import Kind
from proxeny.promises.models import Promise

LONGEST = 2000


def promise(
    account: Account,
    *,
    what: str,
    due_on: date,
    by: Actor,
    made_in: Promise.MadeIn = Promise.MadeIn.MESSAGE,
    by_person: Staff | None = None,
    by_name: str = "",
    to_contact: Contact | None = None,
    to_name: str = "",
    made_on: date | None = None,
    source: str = "",
    noticed_by_customer: bool = False,
    in_confidence: bool = False,
) -> Promise:
    """Note what was promised to `account`: by a colleague (`by_person`) or somebody else (`by_name`), until `due_on`.

    A day that has passed already is one: the promise is broken as soon as it is noted. `made_on` is today if nothing is
    said, `source` the reference of what it was made in; a point that sales passed on (`talk-point:7`) has become it then.
    Raises NotFound for who may not note one for this customer (or nothing in confidence), ValidationError, by field, for
    what is missing or cannot be, ValueError for the program itself.
    """
    made = Promise(
        account=account,
        what=what.strip(),
        by_person=by_person,
        by_name="" if by_person else " ".join(by_name.split()),
        to_contact=to_contact,
        to_name="" if to_contact else " ".join(to_name.split()),
        due_on=due_on,
        made_on=made_on or clock.today(),
        made_in=made_in,
        source=source,
        noticed_by_customer=noticed_by_customer,
        in_confidence=in_confidence,
        recorded_by_id=recording.colleague(by),
        recorded_at=clock.now(),
    )
    return _noted(made, by)


def take_back(made: Promise, *, by: Actor) -> bool:
    """Take back that a promise was noted, as long as nothing became of it; return whether it is taken back.

    Only who noted it can, on the same day; later it is withdrawn, with a reason. Raises NotFound for anybody else.
    """
    with transaction.atomic():
        row = recording.locked(made, by, to_keep=True)
        if row.recorded_by_id != by.staff_id:
            raise NotFound(str(made.record))
        if row.withdrawn_at is not None:
            return True
        if row.kept_on or row.moves.exists() or clock.day_of(row.recorded_at) != clock.today():
            return False
        row.withdrawn_at, row.withdrawn_by_id = clock.now(), by.staff_id
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])
        becoming.let_go(row.record)
        recording.append(Kind.TAKEN_BACK, row, by=by)
        texts.keep(row)
        telling.taken_back(row)
    return True


def _noted(made: Promise, by: Actor) -> Promise:
    with transaction.atomic():
        if not access.accounts_to_note(by).filter(pk=made.account_id).exists():
            raise NotFound(str(made.account.record))
        if made.in_confidence and not access.hears_confidences(by, made.account):
            raise NotFound(str(made.account.record))
        if errors := _missing(made):
            raise ValidationError(errors)
        made.sync_owed_by = syncing.who_owed(made)
        made.save()
        becoming.became(made.source, made.record, made.account, by=by, in_confidence=made.in_confidence)
        recording.append(
            Kind.MADE_UNSYNCED if made.noticed_by_customer else Kind.MADE,
            made,
            by=by,
            who=made.promiser,
            promiser=made.by_person.reference if made.by_person else "",
            to=made.hearer,
            due_on=made.due_on,
            made_on=made.made_on,
            made_in=made.made_in,
            sync_owed_by=made.sync_owed_by.reference if made.sync_owed_by else "",
        )
        texts.keep(made)
        telling.made(made, by=by)
    return made


def _missing(made: Promise) -> dict[str, str]:
    """Return what is missing or cannot be, by field."""
    errors = {}
    if not made.what:
        errors["what"] = _("Say what was promised, in the words the customer heard.")
    elif len(made.what) > LONGEST:
        errors["what"] = _("Say it in fewer words: %(most)s characters at most.") % {"most": LONGEST}
    if not made.promiser:
        errors["by_name"] = _("Say who promised it: a promise is a person’s.")
    if made.to_contact and made.to_contact.account_id != made.account_id:
        errors["to_contact"] = _("That person belongs to another customer.")
    if made.made_on > clock.today():
        errors["made_on"] = _("That day is still to come.")
    elif made.due_on < made.made_on:
        errors["due_on"] = _("It cannot be due before it was made.")
    if made.source:
        try:
            Reference.parse(made.source)
        except ValueError:
            errors["source"] = _("That names nothing on record.")
    return errors
