"""Keeping customers that come from files."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from proxeny.accounts import events
from proxeny.accounts.importing import telling
from proxeny.accounts.importing.events import Kind
from proxeny.accounts.models import Account
from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.intake.models import Batch
from proxeny.intake.rows.shelf import Change, Done, Shelf, Standing, State, chunks, distinct
from proxeny.ledger import appending

ASSIGNED = ("level", "spokesperson", "sales")
A_LINE_EACH = 200
"""Up to so many rows a batch leaves a line in the ledger for each: a line takes about a millisecond, and a person can still
read them. Beyond, one line tells how many; what `RowChange` holds is exact in any case."""


class AccountShelf(Shelf[Account]):
    """Customers; a state names colleagues as `staff:3` and the parent by its number with the vendor."""

    model = Account
    kind = "account"
    columns = (
        "reference",
        "name",
        "level",
        "industry",
        "region",
        "customer_since",
        "credit_limit_minor",
        "currency",
        "overdraft_allowed",
        "left_on",
        "search_key",
    )
    written = (*columns, "spokesperson", "sales", "parent")

    def name_of(self, state: State) -> str:
        """Return the customer’s name and number, as far as the state knows them."""
        name, reference = state.get("name", ""), state.get("reference", "")
        return f"{name} ({reference})" if name and reference else name or reference

    def queryset(self) -> QuerySet[Account]:
        """Return all customers with their parents."""
        return Account.objects.select_related("parent").order_by("pk")

    def state_of(self, row: Account) -> State:
        """Return the customer as a state."""
        return {
            **self.plain(row),
            "spokesperson": f"staff:{row.spokesperson_id}" if row.spokesperson_id else None,
            "sales": f"staff:{row.sales_id}" if row.sales_id else None,
            "parent": row.parent.reference if row.parent else None,
        }

    def rows_of(self, states: Sequence[State]) -> list[Account]:
        """Return unsaved customers; every parent that is named stands."""
        above = numbers_of(state["parent"] for state in states if state["parent"])
        return [
            Account(
                **{name: state[name] for name in self.columns},
                spokesperson_id=_staff_number(state["spokesperson"]),
                sales_id=_staff_number(state["sales"]),
                parent_id=above[state["parent"]] if state["parent"] else None,
            )
            for state in states
        ]

    def make(self, states: Sequence[State], now: datetime, done: Done) -> list[int]:
        """Make the customers first and their parents known after: a parent may stand anywhere in the file."""
        numbers = super().make([{**state, "parent": None} for state in states], now, done)
        belonging = [one for one in zip(numbers, states, strict=True) if one[1]["parent"]]
        for chunk in chunks(belonging):
            rows = self.rows_of([state for _number, state in chunk])
            for row, (number, _state) in zip(rows, chunk, strict=True):
                row.pk = number
            self.overwrite(rows, ["parent"], now)
        return numbers

    def stale(self, states: Sequence[State]) -> list[State]:
        """Return those whose parent is gone."""
        here = numbers_of(state["parent"] for state in states if state["parent"])
        return [state for state in states if state["parent"] and state["parent"] not in here]

    def release(self, numbers: Sequence[int]) -> None:
        """Let go of parents: of customers that belong to each other neither could be the first to leave."""
        for chunk in chunks(numbers):
            Account.objects.filter(pk__in=chunk).update(parent=None)

    def tell(self, batch: Batch, made: Sequence[Standing], changes: Sequence[Change], *, by: Actor) -> None:
        """Append a line for each customer, or a few for many; another level or colleague is always told of the customer.

        Whose customers they are now, or no longer, is told to those colleagues too.
        """
        telling.assigned_by_file(batch, made, changes, by=by)
        if len(made) + len(changes) <= A_LINE_EACH:
            for one in made:
                appending.append(
                    events.Kind.ADDED, about=[_record(one.number)], by=by, name=one.state["name"]
                )
            for change in changes:
                _tell_change(change, by)
            return
        if made:
            count = len(made)
            appending.append(
                events.Kind.ADDED_BY_FILE, about=[batch.record], by=by, count=count, file=batch.file_name
            )
        if changes:
            count = len(changes)
            appending.append(
                Kind.CHANGED_BY_FILE, about=[batch.record], by=by, count=count, file=batch.file_name
            )
        _tell_assigned(Kind.ASSIGNED_BY_FILE, batch, changes, by)

    def tell_restored(self, batch: Batch, changes: Sequence[Change], *, by: Actor) -> None:
        """Tell of customers who have their level or colleagues back; the rest stands in the batch’s own entry."""
        _tell_assigned(Kind.ASSIGNED_BACK, batch, changes, by)
        telling.taken_back(batch, by=by)


def numbers_of(numbers: Iterable[str]) -> dict[str, int]:
    """Return the customers with these numbers, by their keys in the database."""
    found: dict[str, int] = {}
    for chunk in chunks(distinct(numbers)):
        found.update(Account.objects.filter(reference__in=chunk).values_list("reference", "pk"))
    return found


def _record(number: int) -> Reference:
    return references.to("account", number)


def _staff_number(reference: str | None) -> int | None:
    return int(Reference.parse(reference).key) if reference else None


def _assigned(change: Change) -> dict[str, dict[str, Any]]:
    return {
        name: {"before": change.before[name], "after": change.after[name]}
        for name in ASSIGNED
        if name in change.after
    }


def _tell_change(change: Change, by: Actor) -> None:
    """Append a line: what was assigned with before and after, of everything else only that it changed."""
    others = sorted(set(change.after) - {*ASSIGNED, "changed_at", "search_key"})
    name, changes = change.state["name"], _assigned(change)
    about = [_record(change.number)]
    appending.append(events.Kind.CHANGED, about=about, by=by, name=name, changes=changes, fields=others)


def _tell_assigned(kind: Kind, batch: Batch, changes: Sequence[Change], by: Actor) -> None:
    """Append a line for all customers that changed hands, or weight, in the same way.

    Only those of the same colleagues share a line, so that whoever may read it may see every customer that it is about.
    """
    alike: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes:
        if assigned := _assigned(change):
            alike[repr((assigned, change.state["spokesperson"], change.state["sales"]))].append(change)
    for several in alike.values():
        for chunk in chunks(several):
            about = [_record(one.number) for one in chunk]
            content: dict[str, Any] = {
                "count": len(chunk),
                "file": batch.file_name,
                "changes": _assigned(chunk[0]),
            }
            appending.append(kind, about=about, by=by, **content)
