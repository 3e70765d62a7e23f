"""A file's header: its names, and which of them hold which fields."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from proxeny.intake.tabular.exporting import plain_text
from proxeny.intake.tabular.fields import Field
from proxeny.intake.tabular.problems import TabularError
from proxeny.intake.tabular.source import Cell
from proxeny.tabular.folding import folded


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Which column holds which field.

    `found` maps field names to the file's column names; `missing` are required fields without a column;
    `absent` other fields without one; `unused` columns that no field claims.
    """

    found: Mapping[str, str]
    missing: tuple[str, ...]
    absent: tuple[str, ...]
    unused: tuple[str, ...]

    def require_complete(self) -> None:
        """Raise TabularError when a required field has no column."""
        if self.missing:
            raise TabularError("missing_columns", names=", ".join(self.missing))


def names_of_columns(cells: Sequence[Cell], row: int, *, repeats: bool = False) -> tuple[str, ...]:
    """Return the columns' names: stripped, on one line; an unnamed column between named ones is `#3`.

    Raises TabularError for two columns of one name, unless `repeats` says that they are meant: then the second `Comment` is
    `Comment (2)`; and when none has a name.
    """
    names = [" ".join(plain_text(cell).replace("\ufeff", "").split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise TabularError("unnamed_header", row=row)
    names = [name or f"#{place}" for place, name in enumerate(names, start=1)]
    if repeats:
        names = _numbered(names)
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise TabularError("duplicate_header", row=row, column=name, name=name)
        seen.add(name)
    return tuple(names)


def _numbered(names: Iterable[str]) -> list[str]:
    count: dict[str, int] = {}
    numbered = []
    for name in names:
        count[name] = count.get(name, 0) + 1
        numbered.append(name if count[name] == 1 else f"{name} ({count[name]})")
    return numbered


def match_header(
    fields: Sequence[Field],
    header: Sequence[str],
    overrides: Mapping[str, str] | None = None,
    hints: Mapping[str, Sequence[str]] | None = None,
) -> ColumnMap:
    """Find each field's column in `header` by its name and synonyms; case, width, blanks and punctuation do
    not count.

    `overrides` (field to column) is a person's word: an unknown field or column, or one column given twice,
    raises TabularError, and an empty column name leaves the field out. `hints` (field to column names, best
    first) come from a preset and go before synonyms where such a column exists. A column serves one field:
    the first that claims it with its best name.
    """
    given = dict(overrides or {})
    _require_known(given, fields, header)
    by_form: dict[str, str] = {}
    for column in header:
        by_form.setdefault(folded(column), column)
    exact = set(header)
    found = {
        name: column if column in exact else by_form[folded(column)]
        for name, column in given.items()
        if column
    }
    _require_distinct(found)
    taken = set(found.values())
    for column_name, field_name in _claims(fields, hints or {}):
        column = by_form.get(folded(column_name), "")
        if field_name not in found and field_name not in given and column and column not in taken:
            found[field_name] = column
            taken.add(column)
    ordered = {field.name: found[field.name] for field in fields if field.name in found}
    without = [field for field in fields if field.name not in ordered]
    return ColumnMap(
        ordered,
        tuple(field.name for field in without if field.required),
        tuple(field.name for field in without if not field.required),
        tuple(column for column in header if column not in taken),
    )


def overrides_from(options: Iterable[str]) -> dict[str, str]:
    """Return the mapping that `ours=theirs` options give; TabularError for one that is not of this form."""
    given: dict[str, str] = {}
    for option in options:
        ours, sign, theirs = option.partition("=")
        if not sign or not ours.strip():
            raise TabularError("unknown_option", option=option)
        given[ours.strip()] = theirs.strip()
    return given


def _claims(fields: Sequence[Field], hints: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Return (column name, field name) in the order in which they may claim: hints, own names, then
    synonyms by rank.
    """
    ranked: list[tuple[int, str, str]] = []
    for field in fields:
        ranked += [
            (rank, name, field.name) for rank, name in enumerate(hints.get(field.name, ()), start=-1000)
        ]
        ranked.append((-1, field.name, field.name))
        ranked += [(rank, name, field.name) for rank, name in enumerate(field.synonyms)]
    return [(name, field_name) for _, name, field_name in sorted(ranked, key=lambda claim: claim[0])]


def _require_known(given: Mapping[str, str], fields: Sequence[Field], header: Sequence[str]) -> None:
    names = [field.name for field in fields]
    forms = {folded(column) for column in header} | set(header)
    for name, column in given.items():
        if name not in names:
            raise TabularError("unknown_field", name=name, names=", ".join(names))
        if column and column not in forms and folded(column) not in forms:
            raise TabularError("unknown_column", name=column, names=", ".join(header[:50]))


def _require_distinct(found: Mapping[str, str]) -> None:
    holders: dict[str, str] = {}
    for name, column in found.items():
        if column in holders:
            raise TabularError("column_taken", name=column, fields=f"{holders[column]}, {name}")
        holders[column] = name
