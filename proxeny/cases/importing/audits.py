"""The audit table of ServiceNow: one row for each field that changed, read as the event that this was."""

from collections.abc import Iterator
from dataclasses import dataclass

from proxeny.cases.importing.table import Rows
from proxeny.intake.tabular.source import Row
from proxeny.tabular.folding import folded

_FIELD, _VALUE = ("fieldname", "field name"), ("newvalue", "new value", "new")
_OURS = {
    "assignment_group": "team",
    "assigned_to": "person",
    "state": "state",
    "incident_state": "state",
    "hold_reason": "why",
    "comments": "comments",
    "work_notes": "work_notes",
    "priority": "severity",
    "short_description": "title",
    "description": "description",
    "company": "account",
    "account": "account",
    "reopen_count": "reopens",
}
ALWAYS = {
    "case": ("documentkey", "document key", "number", "record"),
    "at": ("sys_created_on", "created", "sys_created_at"),
    "who": ("user", "user name", "sys_created_by"),
    "account": ("account", "company", "customer"),
}


@dataclass(frozen=True, slots=True)
class AuditRows:
    """An audit table whose new values stand in columns of the fields that they are of."""

    source: Rows
    field: str
    value: str
    header: tuple[str, ...]

    @classmethod
    def of(cls, source: Rows) -> "AuditRows | None":
        """Return the rows so, or None where the table is no audit table."""
        by_form = {folded(name): name for name in reversed(source.header)}
        field = next((by_form[folded(name)] for name in _FIELD if folded(name) in by_form), None)
        value = next((by_form[folded(name)] for name in _VALUE if folded(name) in by_form), None)
        if field is None or value is None:
            return None
        more = tuple(
            name for name in ("internal", "text", *dict.fromkeys(_OURS.values())) if name not in source.header
        )
        return cls(source, field, value, (*source.header, *more))

    def columns(self, mapping: dict[str, str]) -> dict[str, str]:
        """Return field to column: what a person said, the table's own columns, and one for each field that can change."""
        by_form = {folded(name): name for name in reversed(self.source.header)}
        found = {
            ours: ours
            for ours in ("internal", "text", "account", *_OURS.values())
            if ours not in ("comments", "work_notes")
        }
        for ours, theirs in ALWAYS.items():
            column = next((by_form[folded(name)] for name in theirs if folded(name) in by_form), None)
            if column is not None:
                found[ours] = column
        return {**found, **{ours: theirs for ours, theirs in mapping.items() if theirs}}

    def rows(self) -> Iterator[Row]:
        """Yield the rows; a change of a field that says nothing here is only that something happened."""
        for row in self.source.rows():
            values = dict(row.values)
            ours = _OURS.get(str(values.get(self.field) or "").strip().casefold())
            if ours in ("comments", "work_notes"):
                values["text"], values["internal"] = values.get(self.value), ours == "work_notes"
            elif ours is not None and not values.get(ours):
                values[ours] = values.get(self.value)
            yield Row(row.number, values, row.problems, row.surplus)
