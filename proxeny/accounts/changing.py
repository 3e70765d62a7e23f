"""Changing a customer’s fields, also when somebody else changes them at the same moment, and taking it back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from proxeny.accounts import telling
from proxeny.accounts.access import accounts
from proxeny.accounts.blaming import attributed
from proxeny.accounts.events import Kind
from proxeny.accounts.fields import OF_ACCOUNTS, Editable
from proxeny.accounts.finding import search_key
from proxeny.accounts.merging import Clash, Conflict, Overtaken, Texts, merge
from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.identity.roles import Area, Reach, right
from proxeny.ledger import appending, reading

Recorded = dict[str, dict[str, str | None]]


@dataclass(frozen=True, slots=True)
class Change:
    """What was changed: for each field what stood before and after; `sequence` is its line, None if nothing was."""

    sequence: int | None = None
    fields: Recorded = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.sequence is not None


def change(account: Account, new: Mapping[str, object], *, by: Actor, seen: Texts | None = None) -> Change:
    """Give the customer new values, by field, as text; `seen` is what stood there when the person began.

    Raises NotFound for who may not change one of them, ValidationError by field, and Conflict when somebody else has
    changed one meanwhile: then nothing is kept, and the conflict holds all that was wanted.
    """
    with transaction.atomic():
        locked = _locked(account)
        _admit(locked, new, by)
        return _kept(locked, typed(OF_ACCOUNTS, locked, new), seen or {}, by)


def take_back(account: Account, sequence: int, *, by: Actor) -> Change:
    """Restore what stood before the change with that line; only who made it can. Doing it twice changes nothing more.

    Raises Overtaken, with who and when, if one of the fields was changed since; then nothing is restored.
    """
    with transaction.atomic():
        locked = _locked(account)
        recorded = made_by(by, locked.record, Kind.CHANGED, sequence)
        _admit(locked, recorded, by)
        wanted = restored(recorded, texts(OF_ACCOUNTS, locked), locked.record, [Kind.CHANGED])
        return _kept(locked, typed(OF_ACCOUNTS, locked, wanted), {}, by, sequence)


def may_change(actor: Actor, account: Account, name: str) -> bool:
    """Tell whether the actor may change that field of the customer."""
    one = OF_ACCOUNTS[name]
    return may_write(actor, account, one.area) and (
        not one.whole or right(actor, one.area).write is Reach.ALL
    )


def may_write(actor: Actor, account: Account, area: Area) -> bool:
    """Tell whether the actor may change that part of the customer; asks the database only for one’s own customers."""
    reach = right(actor, area).write
    return reach is Reach.ALL or (
        reach is Reach.OWN and accounts(actor, area, write=True).filter(pk=account.pk).exists()
    )


def texts(fields: Mapping[str, Editable], row: Any) -> dict[str, str]:
    """Return what the row holds, field by field."""
    return {name: one.text(row) for name, one in fields.items()}


def typed(fields: Mapping[str, Editable], row: Any, new: Mapping[str, object]) -> dict[str, str]:
    """Return what is wanted in the spelling in which it is compared. Raises ValidationError by field."""
    wanted, errors = {}, {}
    for name, value in new.items():
        one = fields[name]
        try:
            wanted[name] = one.tell(one.read("" if value is None else str(value), row), row)
        except ValidationError as error:
            errors[name] = error
    if errors:
        raise ValidationError(errors)
    return wanted


def merged(
    fields: Mapping[str, Editable], row: Any, wanted: Texts, seen: Texts, record: Reference, kinds: list[str]
) -> Recorded:
    """Set on the row what can be changed and return it as it goes on record; raise Conflict if anything cannot."""
    # Browsers end the lines of what they send with CR LF; what stands has plain ends.
    plain = {name: text.replace("\r\n", "\n") for name, text in seen.items()}
    outcome = merge(texts(fields, row), plain, wanted)
    if outcome.clashes:
        raise Conflict(attributed(outcome.clashes, record, kinds), outcome.changes)
    changes: Recorded = {}
    for name, after in outcome.changes.items():
        one = fields[name]
        changes[name] = {
            "before": one.on_record(one.text(row), row),
            "after": one.on_record(after, row),
        }
        setattr(row, one.column, one.read(after, row))
    return changes


def made_by(by: Actor, record: Reference, kind: str, sequence: int) -> Recorded:
    """Return what the actor changed with the line of that sequence about `record`, or raise NotFound."""
    lines = reading.about(record, most=1, before=sequence + 1, kinds=[kind])
    line = lines[0] if lines else None
    content = line.content if line and line.sequence == sequence and line.actor == by.reference else None
    if not content or "fields" in content:  # what a file changed is taken back with the whole file
        raise NotFound(f"change {sequence} of {record}")
    return dict(content.get("changes") or {})


def restored(recorded: Recorded, now: Texts, record: Reference, kinds: list[str]) -> dict[str, str]:
    """Return what taking a change back wants, by field; raise Overtaken where it was changed since."""
    wanted = {name: one["before"] or "" for name, one in recorded.items()}
    since = [
        Clash(name, wanted[name], now[name], one["after"] or "")
        for name, one in recorded.items()
        if now[name] not in (one["after"] or "", wanted[name])
    ]
    if since:
        raise Overtaken(attributed(since, record, kinds))
    return wanted


def _locked(account: Account) -> Account:
    found = Account.objects.select_for_update(of=("self",)).select_related("spokesperson", "sales")
    return found.get(pk=account.pk)


def _admit(account: Account, names: Mapping[str, object], by: Actor) -> None:
    """Refuse who may not change one of these fields; for them the customer does not exist."""
    if not all(may_change(by, account, name) for name in names):
        raise NotFound(str(account.record))


def _kept(account: Account, wanted: Texts, seen: Texts, by: Actor, takes_back: int | None = None) -> Change:
    changes = merged(OF_ACCOUNTS, account, wanted, seen, account.record, [Kind.CHANGED])
    if not changes:
        return Change()
    account.changed_at = clock.now()
    account.search_key = search_key(account.name, account.reference)
    columns = [OF_ACCOUNTS[name].column for name in changes]
    account.save(update_fields=[*columns, "search_key", "changed_at"])
    more: dict[str, Any] = {"takes_back": takes_back} if takes_back else {}
    sequence = appending.append(
        Kind.CHANGED, about=[account.record], by=by, name=account.name, changes=changes, **more
    )
    telling.assigned(account, changes, by=by, entry=sequence, takes_back=takes_back)
    return Change(sequence, changes)
