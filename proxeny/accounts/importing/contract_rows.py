"""Understanding rows of contracts: the rows of one number are one contract, taken whole or not at all."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from proxeny.accounts.importing.contract_lines import MOST_LINES, LineReader, laid_over
from proxeny.accounts.importing.contract_shelf import ContractShelf
from proxeny.accounts.importing.strangers import object_to_strangers
from proxeny.accounts.models import Account
from proxeny.core.sentences import N_
from proxeny.intake.rows.choices import Mode
from proxeny.intake.rows.reading import Pass, Record, RowReader
from proxeny.intake.rows.shelf import Standing, State, chunks, distinct
from proxeny.intake.tabular.interpreting import Refused
from proxeny.intake.tabular.problems import CellError
from proxeny.intake.tabular.sayings import SAYINGS
from proxeny.intake.tabular.texts import read_reference

HEAD = ("account", "starts_on", "ends_on", "edition", "currency", "renews_by_itself")
DISAGREES = N_("Row %(first)s of the same contract says otherwise (%(other)s here, “%(value)s” in this row).")
PART_IS_BAD = N_("Row %(first)s of the same contract is bad, and a contract is taken whole or not at all.")
OTHER_CUSTOMER = N_("This contract is one of the customer “%(other)s”, not of “%(value)s”.")
OTHER_CURRENCY = N_(
    "The contract stands in %(before)s. Replace it, rather than update it, to have it in %(value)s."
)
ENDS_BEFORE = N_("The contract would end on %(value)s, before it starts on %(start)s.")
TOO_MANY_LINES = N_("A contract has at most %(limit)s lines.")


class ContractRows(RowReader):
    """Rows are the lines of contracts, which are known by their numbers."""

    def __init__(self, work: Pass) -> None:
        super().__init__(work)
        self.blanks = {
            "account": "", "number": "", "starts_on": None, "ends_on": None, "edition": "", "currency": "",
            "renews_by_itself": False, "lines": [],
        }  # fmt: skip
        self._broken: dict[str, int] = {}
        self._currencies: dict[str, str] = {}
        self._lines = LineReader(work)

    def key_of(self, values: Mapping[str, Any]) -> Hashable:
        """Return the contract’s number."""
        return str(values.get("number"))

    def accounts_of(self, records: Iterable[Record]) -> int:
        """Return how many customers these contracts are with."""
        return len({record.values["account"] for record in records})

    def saw_refused(self, refused: Refused) -> None:
        """Remember the contract that has a bad row, as far as the row tells which it is."""
        with suppress(CellError, KeyError):
            number = read_reference(refused.row.values[self.work.columns["number"]])
            self._broken.setdefault(number, refused.row_number)

    def gather(self, rows: Sequence[Record]) -> list[Record]:
        """Return the contracts, each with its lines in the order of the file."""
        together: dict[Hashable, list[Record]] = {}
        for row in rows:
            together.setdefault(row.key, []).append(row)
        contracts = [self._together(several) for several in together.values()]
        for record in contracts:
            self._refuse_rest(record)
        return contracts

    def standing(self, records: Sequence[Record], *, lock: bool) -> dict[Hashable, Standing]:
        """Return the contracts that stand already."""
        shelf, found = ContractShelf(), {}
        for chunk in chunks([str(record.key) for record in records]):
            for one in shelf.loaded(shelf.queryset().filter(number__in=chunk), lock=lock):
                found[one.state["number"]] = one
        return dict(found)

    def check(self, records: Sequence[Record], standing: Mapping[Hashable, Standing]) -> None:
        """Object to contracts of customers that are not here, or of others than they stand with."""
        object_to_strangers(records, self.work)
        for record in records:
            before = (
                standing[record.key].state["account"] if record.key in standing else record.values["account"]
            )
            if before != record.values["account"]:
                self.work.object(
                    record.row, "account", OTHER_CUSTOMER, value=record.values["account"], other=before
                )
                self._refuse_rest(record)
        for chunk in chunks(distinct(str(record.values["account"]) for record in records)):
            self._currencies.update(
                Account.objects.filter(reference__in=chunk).values_list("reference", "currency")
            )

    def wanted(self, record: Record, standing: Standing | None) -> State:
        """Return the contract as it would be, its period and its amounts examined."""
        state = super().wanted(record, standing)
        state["currency"] = self._currency(record, standing)
        self._check_period(record, state)
        if "lines" in record.values:
            told = self._lines.read(record.values["lines"], state)
            if standing and self.work.choices.mode is Mode.UPDATE:
                told = laid_over(standing.state["lines"], told)
            state["lines"] = told
        if len(state["lines"]) > MOST_LINES:
            self.work.object(record.row, "number", TOO_MANY_LINES, limit=MOST_LINES)
        self._refuse_rest(record)
        return state

    def told(self, record: Record) -> State:
        """Return what the rows say of the contract as such."""
        found = {name: value for name, value in record.values.items() if name not in ("currency", "lines")}
        for name in ("starts_on", "ends_on"):
            if found.get(name) is not None:
                found[name] = found[name].isoformat()
            elif name in found:
                del found[name]  # a contract cannot be without a period: an empty cell never clears it
        return found

    def _together(self, rows: Sequence[Record]) -> Record:
        values: dict[str, Any] = {"number": rows[0].values["number"]}
        said_in: dict[str, int] = {}
        for row in rows:
            for name in HEAD:
                if name in row.values:
                    self._agree(row, name, values, said_in)
        if any(name in rows[0].values for name in ("product", "quantity", "amount")):
            values["lines"] = rows
        return Record(rows[0].key, tuple(row.row for row in rows), values)

    def _agree(self, row: Record, name: str, values: dict[str, Any], said_in: dict[str, int]) -> None:
        """Take what the row says of the contract, unless an earlier row says otherwise; an empty cell says nothing."""
        value, before = row.values[name], values.get(name)
        if value is None or before is None:
            values[name] = before if value is None else value
            said_in.setdefault(name, row.row) if value is not None else None
        elif value != before:
            self.work.object(row.row, name, DISAGREES, value=value, other=str(before), first=said_in[name])

    def _refuse_rest(self, record: Record) -> None:
        """Let the other rows of a contract fall with a bad one: without it, the amount would be wrong."""
        bad = self._broken.get(str(record.key)) or next(
            (row for row in record.rows if row in self.work.objections), None
        )
        if bad is None:
            return
        for row in record.rows:
            if row not in self.work.objections:
                self.work.object(row, "number", PART_IS_BAD, first=bad)

    def _currency(self, record: Record, standing: Standing | None) -> str:
        """Return the currency that is named, or the contract’s own, or for a new one the customer’s."""
        named = record.values.get("currency") or (self.work.choices.currency or None)
        before = str(standing.state["currency"]) if standing else None
        keeps_lines = self.work.choices.mode is Mode.UPDATE or "lines" not in record.values
        if standing and standing.state["lines"] and keeps_lines and named not in (None, before):
            self.work.object(record.row, "currency", OTHER_CURRENCY, value=named, before=before)
        return str(named or before or self._currencies.get(record.values["account"]) or self.work.currency)

    def _check_period(self, record: Record, state: State) -> None:
        for name in ("starts_on", "ends_on"):
            if not state[name]:
                self.work.object(record.row, name, SAYINGS["required"])
        if state["starts_on"] and state["ends_on"] and state["ends_on"] < state["starts_on"]:
            self.work.object(
                record.row, "ends_on", ENDS_BEFORE, value=state["ends_on"], start=state["starts_on"]
            )
