"""Keeping people that come from files."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from proxeny.accounts import events
from proxeny.accounts.importing.account_shelf import A_LINE_EACH, numbers_of
from proxeny.accounts.importing.events import Kind
from proxeny.accounts.models import Contact
from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.intake.models import Batch
from proxeny.intake.rows.shelf import Change, Shelf, Standing, State
from proxeny.ledger import appending


class ContactShelf(Shelf[Contact]):
    """People at customers; a state names the customer by its number with the vendor."""

    model = Contact
    kind = "contact"
    columns = (
        "name", "part", "title", "email", "phone", "stance", "influence", "is_sponsor", "left_on", "note",
    )  # fmt: skip
    written = columns

    def name_of(self, state: State) -> str:
        """Return the person’s name, and at whom, as far as the state knows them."""
        name, account = state.get("name", ""), state.get("account", "")
        return f"{name} ({account})" if name and account else name or account

    def queryset(self) -> QuerySet[Contact]:
        """Return all people with their customers."""
        return Contact.objects.select_related("account").order_by("pk")

    def state_of(self, row: Contact) -> State:
        """Return the person as a state."""
        return {**self.plain(row), "account": row.account.reference}

    def rows_of(self, states: Sequence[State]) -> list[Contact]:
        """Return unsaved people; every customer that is named stands."""
        at = numbers_of(state["account"] for state in states)
        return [
            Contact(**{name: state[name] for name in self.columns}, account_id=at[state["account"]])
            for state in states
        ]

    def tell(self, batch: Batch, made: Sequence[Standing], changes: Sequence[Change], *, by: Actor) -> None:
        """Append a line about the customer for each person, or one for many; what a person thinks of us stays out of it."""
        if len(made) + len(changes) > A_LINE_EACH:
            counts: dict[str, Any] = {"made": len(made), "changed": len(changes), "file": batch.file_name}
            appending.append(Kind.CONTACTS_BY_FILE, about=[batch.record], by=by, **counts)
            return
        for one in made:
            _tell(events.Kind.CONTACT_ADDED, one, by)
        for change in changes:
            _tell(events.Kind.CONTACT_CHANGED, change, by, fields=sorted(set(change.after) - {"changed_at"}))

    def tell_restored(self, batch: Batch, changes: Sequence[Change], *, by: Actor) -> None:
        """The batch’s own entry says it all."""


def _tell(kind: events.Kind, one: Standing | Change, by: Actor, **more: Any) -> None:
    customer = numbers_of([one.state["account"]])[one.state["account"]]
    about = [references.to("account", customer), references.to("contact", one.number)]
    appending.append(kind, about=about, by=by, name=one.state["name"], **more)
