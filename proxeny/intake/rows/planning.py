"""What importing a file's rows would make and change, found without writing anything."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from proxeny.core.sentences import N_
from proxeny.intake.rows.choices import Mode
from proxeny.intake.rows.file import RowFile
from proxeny.intake.rows.reading import Record, RowReader
from proxeny.intake.rows.shelf import AT_ONCE, Change, Standing, State
from proxeny.intake.tabular.interpreting import Refused

CLAIMED = N_("This is the same as in row %(first)s.")
Seen = Callable[[int], None]


@dataclass(slots=True)
class Plan:
    """What is to be made (`made`, in the order of the file) and changed; how many stand as the file has them already."""

    made: list[State] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    skipped: int = 0
    unchanged: int = 0
    rows_read: int = 0
    rows_good: int = 0
    accounts: int = 0


def gathered(file: RowFile, reader: RowReader, seen: Seen) -> tuple[list[Record], int]:
    """Read the whole file; return what its good rows say, and how many rows there are.

    Of a good row only its values stay in memory; what is wrong with the others is kept with the pass.
    """
    rows: list[Record] = []
    count = 0
    for row in file.rows():
        count += 1
        if isinstance(row, Refused):
            reader.work.objections.take(row.row_number, row.problems)
            reader.saw_refused(row)
        else:
            rows.append(Record(reader.key_of(row.values), (row.row_number,), row.values))
        if count % AT_ONCE == 0:
            seen(AT_ONCE)
    seen(count % AT_ONCE)
    return reader.gather(rows), count


def plan(records: Sequence[Record], reader: RowReader, now: datetime, *, lock: bool) -> Plan:
    """Compare what the file says with what stands; objections of the comparison go to the reader's pass."""
    standing = reader.standing(records, lock=lock)
    reader.check(records, standing)
    found, objections = Plan(), reader.work.objections
    claims: dict[int, int] = {}
    for record in records:
        stands = standing.get(record.key)
        if stands and claims.setdefault(stands.number, record.row) != record.row:
            objections.to(record.row, CLAIMED, first=claims[stands.number])
        if not any(row in objections for row in record.rows):
            _place(record, stands, reader, found, now)
    good = [record for record in records if not any(row in objections for row in record.rows)]
    found.rows_good = sum(len(record.rows) for record in good)
    found.accounts = reader.accounts_of(good)
    return found


def _place(record: Record, standing: Standing | None, reader: RowReader, found: Plan, now: datetime) -> None:
    if standing and reader.work.choices.mode is Mode.SKIP:
        found.skipped += 1
        return
    state = reader.wanted(record, standing)
    if any(row in reader.work.objections for row in record.rows):
        return
    if standing is None:
        found.made.append(state)
        return
    after = {name: value for name, value in state.items() if value != standing.state[name]}
    if not after:
        found.unchanged += 1
        return
    before = {name: standing.state[name] for name in after}
    before["changed_at"], after["changed_at"] = standing.changed_at.isoformat(), now.isoformat()
    found.changes.append(Change(standing.number, state, before, after, now))
