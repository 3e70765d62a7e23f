"""Keeping contracts that come from files."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from proxeny.accounts import events
from proxeny.accounts.importing.account_shelf import A_LINE_EACH, numbers_of
from proxeny.accounts.importing.contract_lines import plain
from proxeny.accounts.importing.events import Kind
from proxeny.accounts.models import Contract, ContractLine
from proxeny.core import references
from proxeny.core.actors import Actor
from proxeny.intake.models import Batch
from proxeny.intake.rows.shelf import Change, Shelf, Standing, State
from proxeny.ledger import appending


class ContractShelf(Shelf[Contract]):
    """Contracts with their lines; a state names the customer by its number with the vendor."""

    model = Contract
    kind = "contract"
    columns = ("number", "starts_on", "ends_on", "edition", "currency", "renews_by_itself")
    written = columns

    def name_of(self, state: State) -> str:
        """Return the contract’s number."""
        return str(state.get("number", ""))

    def queryset(self) -> QuerySet[Contract]:
        """Return all contracts with their customers and lines."""
        return Contract.objects.select_related("account").prefetch_related("lines").order_by("pk")

    def state_of(self, row: Contract) -> State:
        """Return the contract as a state."""
        lines = [[line.product, plain(line.quantity), line.amount_minor] for line in row.lines.all()]
        return {**self.plain(row), "account": row.account.reference, "lines": lines}

    def rows_of(self, states: Sequence[State]) -> list[Contract]:
        """Return unsaved contracts without their lines; every customer that is named stands."""
        of = numbers_of(state["account"] for state in states)
        return [
            Contract(**{name: state[name] for name in self.columns}, account_id=of[state["account"]])
            for state in states
        ]

    def follow(self, rows: Sequence[Contract], states: Sequence[State], *, are_new: bool) -> None:
        """Write the lines anew: they have no life of their own."""
        if not are_new:
            ContractLine.objects.filter(contract__in=[row.pk for row in rows]).delete()
        ContractLine.objects.bulk_create(
            ContractLine(
                contract_id=row.pk,
                position=position,
                product=product,
                quantity=Decimal(quantity),
                amount_minor=minor,
            )
            for row, state in zip(rows, states, strict=True)
            for position, (product, quantity, minor) in enumerate(state["lines"], start=1)
        )

    def tell(self, batch: Batch, made: Sequence[Standing], changes: Sequence[Change], *, by: Actor) -> None:
        """Append a line about the customer for each contract, or one for many; amounts stay out of it: not all may see them."""
        if len(made) + len(changes) > A_LINE_EACH:
            counts: dict[str, Any] = {"made": len(made), "changed": len(changes), "file": batch.file_name}
            appending.append(Kind.CONTRACTS_BY_FILE, about=[batch.record], by=by, **counts)
            return
        for one in made:
            _tell(events.Kind.CONTRACT_ADDED, one, by)
        for change in changes:
            _tell(events.Kind.CONTRACT_CHANGED, change, by, fields=sorted(set(change.after) - {"changed_at"}))

    def tell_restored(self, batch: Batch, changes: Sequence[Change], *, by: Actor) -> None:
        """The batch’s own entry says it all."""


def _tell(kind: events.Kind, one: Standing | Change, by: Actor, **more: Any) -> None:
    customer = numbers_of([one.state["account"]])[one.state["account"]]
    about = [references.to("account", customer), references.to("contract", one.number)]
    appending.append(kind, about=about, by=by, name=one.state["number"], **more)
