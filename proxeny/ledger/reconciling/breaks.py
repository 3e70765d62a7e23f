"""What can be wrong between rows and their lines."""

from dataclasses import dataclass, field
from enum import StrEnum

from proxeny.ledger.details import N_, Detail


class Kind(StrEnum):
    """The kinds of breaks.

    `CHANGED`: columns are not as the last line left them. `CHANGED_BETWEEN`: they were not, when a later line wrote to the row.
    `OTHERWISE`: a column that follows from rows on record is not what they say. `MISSING`: a row on record is gone.
    `UNRECORDED`: no line tells of the row. `OTHER_KEY`: the lines carry fingerprints of a key that is not this installation's,
    so nothing can be compared with them.
    """

    CHANGED = "row-changed"
    CHANGED_BETWEEN = "row-changed-between"
    OTHERWISE = "row-otherwise"
    MISSING = "row-missing"
    UNRECORDED = "row-unrecorded"
    OTHER_KEY = "rows-of-other-key"


@dataclass(frozen=True, slots=True, order=True)
class RowBreak:
    """A row that is not as its lines say: the line by which it is known (0: none), the table, the row's number.

    `column` is the column's name where it can be told, `label` the msgid by which people call it, `about` the reference by
    whose page the row is read; `is_confidential` that the line is. `until` is the later line of a row that was changed
    between two. Of a changed column, `on_record` is what the line left in it, if that can be found out, and `in_table` what
    is there now: not for everybody who may see the row.
    """

    sequence: int
    kind: str
    table: str = ""
    row: int = 0
    column: str = ""
    thing: str = ""
    label: str = ""
    about: str = ""
    is_confidential: bool = False
    until: int = 0
    on_record: str | None = field(default=None, compare=False)
    in_table: str | None = field(default=None, compare=False)

    @property
    def detail(self) -> Detail:
        """What was found, as it is said in English; `details.translated` says it in another language."""
        return Detail(
            _SAID[Kind(self.kind), bool(self.column)],
            thing=Detail(self.thing),
            row=self.row,
            line=self.sequence,
            until=self.until,
            column=Detail(self.label),
        )

    @property
    def key(self) -> str:
        """What makes it the same finding on another day."""
        return f"{self.kind}/{self.table}/{self.row}/{self.column}/{self.sequence}/{self.until}"


_SAID = {
    (Kind.CHANGED, True): N_("%(thing)s %(row)s: “%(column)s” is not as entry %(line)s left it"),
    (Kind.CHANGED, False): N_("%(thing)s %(row)s is not as entry %(line)s left it"),
    (Kind.CHANGED_BETWEEN, True): N_(
        "%(thing)s %(row)s: “%(column)s” was changed without an entry, between the entries %(line)s and %(until)s"
    ),
    (Kind.CHANGED_BETWEEN, False): N_(
        "%(thing)s %(row)s was changed without an entry, between the entries %(line)s and %(until)s"
    ),
    (Kind.OTHERWISE, True): N_(
        "%(thing)s %(row)s: “%(column)s” is not what follows from the rows that are on record"
    ),
    (Kind.MISSING, False): N_(
        "%(thing)s %(row)s is gone, and no entry tells of that; the last one about it is entry %(line)s"
    ),
    (Kind.UNRECORDED, False): N_("%(thing)s %(row)s is there, and no entry tells of it"),
    (Kind.OTHER_KEY, False): N_(
        "Rows cannot be compared: entry %(line)s carries fingerprints that were made with another key"
    ),
}
