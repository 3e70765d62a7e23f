"""What would satisfy whom there, and whether it is met: by the customer’s word, never by ours."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.changing import Change, merged, typed
from proxeny.accounts.merging import Texts
from proxeny.cases import access
from proxeny.cases.events import Kind
from proxeny.cases.fields import OF_SATISFACTIONS, Person
from proxeny.cases.guarding import guard, recorded
from proxeny.cases.keeping_up import locked
from proxeny.cases.models import Case, Satisfaction
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound


def record_of(satisfaction: Satisfaction) -> Reference:
    """Return the reference that goes on record."""
    return Reference("satisfaction", str(satisfaction.pk))


def satisfaction_for(actor: Actor, number: int) -> Satisfaction:
    """Return one that the actor may change, with its case, or raise NotFound."""
    found = Satisfaction.objects.select_related("case__account", "contact").filter(pk=number).first()
    if found is None or not access.cases(actor, write=True).filter(pk=found.case_id).exists():
        raise NotFound(f"satisfaction:{number}")
    return found


def say(case: Case, when: str, *, by: Actor, contact: str = "") -> Satisfaction:
    """Write down what would satisfy somebody there; `contact` is spelt contact:3, empty for the customer as a whole.

    Saying the same of the same person twice makes one. Raises ValidationError by field, NotFound.
    """
    with transaction.atomic():
        case = guard(locked(case), by)
        text = _text(when, case)
        who = Person("contact").read(contact, case)
        standing = Satisfaction.objects.filter(case=case, contact=who, when=text).first()
        if standing:
            return standing
        made = Satisfaction.objects.create(case=case, contact=who, when=text, by=by.reference, at=clock.now())
        recorded(Kind.SATISFACTION_SAID, case, by, record_of(made), when=text, contact=contact)
    return made


def reword(
    satisfaction: Satisfaction, new: Mapping[str, object], *, by: Actor, seen: Texts | None = None
) -> Change:
    """Say `when` in other words; what was met by the old words is open again. Raises Conflict as `changing.change` does."""
    with transaction.atomic():
        case = guard(locked(satisfaction.case), by)
        row = _row(satisfaction)
        _text(str(new.get("when", "")), case)
        wanted = typed(OF_SATISFACTIONS, row, new)
        record, kinds = record_of(row), [Kind.SATISFACTION_SAID]
        changes = merged(OF_SATISFACTIONS, row, wanted, seen or {}, record, [*kinds])
        if not changes:
            return Change()
        row.met_at, row.word = None, ""
        row.save(update_fields=["when", "met_at", "word"])
        sequence = recorded(Kind.SATISFACTION_SAID, case, by, record, when=row.when, changes=changes)
    return Change(sequence, changes)


def meet(satisfaction: Satisfaction, word: str, *, by: Actor) -> Satisfaction:
    """Note that it is met, with what the customer said to it; without their word it stays open. Twice changes nothing."""
    if not word.strip():
        raise ValidationError({"word": _("Write down what they said: only their word makes it met.")})
    with transaction.atomic():
        case = guard(locked(satisfaction.case), by)
        row = _row(satisfaction)
        if row.met_at is None:
            row.met_at, row.word = clock.now(), word.strip()
            row.save(update_fields=["met_at", "word"])
            recorded(Kind.SATISFACTION_MET, case, by, record_of(row), when=row.when, word=row.word)
    return row


def unmeet(satisfaction: Satisfaction, *, by: Actor) -> Satisfaction:
    """Take back that it is met; the word stays on record."""
    with transaction.atomic():
        case = guard(locked(satisfaction.case), by)
        row = _row(satisfaction)
        if row.met_at is not None:
            row.met_at, row.word = None, ""
            row.save(update_fields=["met_at", "word"])
            recorded(Kind.SATISFACTION_OPEN, case, by, record_of(row), when=row.when)
    return row


def drop(satisfaction: Satisfaction, *, by: Actor) -> None:
    """Remove it: it was not what they want. What it said stays on record; `say` brings it back."""
    with transaction.atomic():
        case = guard(locked(satisfaction.case), by)
        row = Satisfaction.objects.filter(pk=satisfaction.pk).first()
        if row is None:
            return
        contact = f"contact:{row.contact_id}" if row.contact_id else ""
        record = record_of(row)
        row.delete()
        recorded(Kind.SATISFACTION_DROPPED, case, by, record, when=row.when, contact=contact, word=row.word)


def _text(when: str, case: Case) -> str:
    text = str(OF_SATISFACTIONS["when"].read(when, case))
    if not text:
        raise ValidationError({"when": _("Say what would have to be there.")})
    return text


def _row(satisfaction: Satisfaction) -> Satisfaction:
    found = Satisfaction.objects.filter(pk=satisfaction.pk).first()
    if found is None:
        raise NotFound(str(record_of(satisfaction)))
    return found
