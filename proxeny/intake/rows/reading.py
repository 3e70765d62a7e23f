"""What the rows of a file say of things: one record for each, and how that record changes what stands."""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from proxeny.core.sentences import N_, Sentence
from proxeny.intake.rows.choices import Choices, Mode
from proxeny.intake.rows.objections import Objections
from proxeny.intake.rows.shelf import Standing, State
from proxeny.intake.tabular.interpreting import Refused

REPEATED = N_("Row %(first)s is about the same already.")


@dataclass(frozen=True, slots=True)
class Record:
    """What one or several rows say of one thing.

    `key` is what the thing is known by; `values` holds the fields that have a column, None where the cell is empty.
    """

    key: Hashable
    rows: tuple[int, ...]
    values: Mapping[str, Any]

    @property
    def row(self) -> int:
        """The row that is named when something is wrong."""
        return self.rows[0]


@dataclass(slots=True)
class Pass:
    """One reading of a file: what was chosen, which columns there are, what was found wrong.

    `is_whole` is False where only the first rows are looked at: then what they refer to may stand further down.
    """

    choices: Choices
    columns: Mapping[str, str]
    currency: str
    is_whole: bool = True
    objections: Objections = field(default_factory=Objections)

    def object(self, row: int, name: str, pattern: str, *, value: object = "", **params: Any) -> None:
        """Object to the row because of its field `name`."""
        column = self.columns.get(name, name)
        self.objections.to(row, pattern, column=column, value=value, **params)


class RowReader(ABC):
    """Understands the rows of one kind during one pass; `blanks` is a thing of which nothing is said."""

    blanks: State

    def __init__(self, work: Pass) -> None:
        self.work = work

    @abstractmethod
    def key_of(self, values: Mapping[str, Any]) -> Hashable:
        """Return what the row's thing is known by."""

    @abstractmethod
    def standing(self, records: Sequence[Record], *, lock: bool) -> dict[Hashable, Standing]:
        """Return what stands already, by key; `lock` keeps others from changing it until the transaction ends."""

    @abstractmethod
    def accounts_of(self, records: Iterable[Record]) -> int:
        """Return how many customers these records are about."""

    def saw_refused(self, refused: Refused) -> None:  # noqa: B027  (most kinds need not know)
        """Learn of a row whose cells could not be read."""

    def gather(self, rows: Sequence[Record]) -> list[Record]:
        """Return one record for each thing; a thing told of twice is an objection to the later row."""
        first: dict[Hashable, int] = {}
        kept = []
        for record in rows:
            before = first.setdefault(record.key, record.row)
            if before == record.row:
                kept.append(record)
            else:
                self.work.objections.to(record.row, REPEATED, first=before)
        return kept

    def check(  # noqa: B027  (a kind that refers to nothing has nothing to check)
        self, records: Sequence[Record], standing: Mapping[Hashable, Standing]
    ) -> None:
        """Object to records that cannot be, for what else there is."""

    def wanted(self, record: Record, standing: Standing | None) -> State:
        """Return the thing as the record would have it: in the chosen mode over `standing`, or new."""
        state = dict(standing.state) if standing else dict(self.blanks)
        clears = standing is None or self.work.choices.mode is Mode.REPLACE
        for name, value in self.told(record).items():
            if value is not None:
                state[name] = value
            elif clears:
                state[name] = self.blanks[name]
        return state

    def notes(self) -> list[Sentence]:
        """Return what a person should know that is no error."""
        return []

    @abstractmethod
    def told(self, record: Record) -> State:
        """Return the record's fields in the form in which they are kept; None where the cell is empty."""
