"""The people at a customer: adding them, changing what is known of them, that they left, and taking it back."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError

from proxeny.accounts.access import accounts
from proxeny.accounts.changing import Change, made_by, merged, restored, texts, typed
from proxeny.accounts.events import Kind
from proxeny.accounts.fields import OF_CONTACTS
from proxeny.accounts.merging import Texts
from proxeny.accounts.models import Account, Contact
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area
from proxeny.ledger import appending


def record_of(contact: Contact) -> Reference:
    """Return the reference of a person that goes on record."""
    return Reference("contact", str(contact.pk))


def contact_for(actor: Actor, number: int, *, write: bool = False) -> Contact:
    """Return one person of a customer the actor may see (or change), or raise NotFound."""
    open_to = accounts(actor, Area.DOSSIER, write=write)
    found = Contact.objects.filter(pk=number, account__in=open_to).select_related("account").first()
    if found is None:
        raise NotFound(f"contact:{number}")
    return found


def add(account: Account, new: Mapping[str, object], *, by: Actor) -> Contact:
    """Add a person by the fields given, as text. Raises NotFound, or ValidationError by field."""
    with transaction.atomic():
        if not accounts(by, Area.DOSSIER, write=True).filter(pk=account.pk).exists():
            raise NotFound(str(account.record))
        now = clock.now()
        contact = Contact(account=account, added_at=now, changed_at=now)
        wanted = typed(OF_CONTACTS, contact, {"name": "", **new})
        for name, text in wanted.items():
            one = OF_CONTACTS[name]
            setattr(contact, one.column, one.read(text, contact))
        contact.save()
        about = [account.record, record_of(contact)]
        appending.append(Kind.CONTACT_ADDED, about=about, by=by, name=contact.name)
    return contact


def withdraw(contact: Contact, *, by: Actor) -> bool:
    """Remove a person just added, unless something was changed or rests on them since; return whether they are gone.

    That they were added, and taken back, stays on record.
    """
    with transaction.atomic():
        locked = _locked(contact, by)
        if locked.changed_at != locked.added_at:
            return False
        about = [locked.account.record, record_of(locked)]
        try:
            locked.delete()
        except ProtectedError:  # somebody has named the person since: in a case, a message, an order to erase
            return False
        appending.append(Kind.CONTACT_WITHDRAWN, about=about, by=by, name=locked.name)
    return True


def change(contact: Contact, new: Mapping[str, object], *, by: Actor, seen: Texts | None = None) -> Change:
    """Change what is known of a person, by field, as text; see `changing.change` for what is raised."""
    with transaction.atomic():
        locked = _locked(contact, by)
        return _kept(locked, typed(OF_CONTACTS, locked, new), seen or {}, by)


def take_back(contact: Contact, sequence: int, *, by: Actor) -> Change:
    """Restore what stood before the change with that line; see `changing.take_back` for what is raised."""
    with transaction.atomic():
        locked = _locked(contact, by)
        recorded = made_by(by, record_of(locked), Kind.CONTACT_CHANGED, sequence)
        wanted = restored(recorded, texts(OF_CONTACTS, locked), record_of(locked), [Kind.CONTACT_CHANGED])
        return _kept(locked, typed(OF_CONTACTS, locked, wanted), {}, by, takes_back=sequence)


def _locked(contact: Contact, by: Actor) -> Contact:
    open_to = accounts(by, Area.DOSSIER, write=True)
    found = Contact.objects.select_for_update(of=("self",)).select_related("account")
    locked = found.filter(pk=contact.pk, account__in=open_to).first()
    if locked is None:
        raise NotFound(f"contact:{contact.pk}")
    return locked


def _kept(contact: Contact, wanted: Texts, seen: Texts, by: Actor, **more: Any) -> Change:
    record = record_of(contact)
    changes = merged(OF_CONTACTS, contact, wanted, seen, record, [Kind.CONTACT_CHANGED])
    if not changes:
        return Change()
    contact.changed_at = clock.now()
    contact.save(update_fields=[*(OF_CONTACTS[name].column for name in changes), "changed_at"])
    about = [contact.account.record, record]
    sequence = appending.append(
        Kind.CONTACT_CHANGED, about=about, by=by, name=contact.name, changes=changes, **more
    )
    return Change(sequence, changes)
