"""Everything that the page says about a file that waits to be imported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from proxeny.intake import importers, receiving
from proxeny.intake.importers import CannotRead, Column, Importer, Preview
from proxeny.intake.models import Batch
from proxeny.web.imports.choices import Choice, choices
from proxeny.web.imports.counting import button, said_of_rows
from proxeny.web.imports.kinds import Place, places
from proxeny.web.imports.sheet import Sheet, sheet_of

ROWS = 20
COLUMNS_TO_CHOOSE = 400
CHOICES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Field:
    """One of our fields, the column that it is taken from, and what that column says in the first row."""

    column: Column
    taken_from: str
    sample: str
    is_missing: bool


@dataclass(slots=True)
class Look:
    """How the file is read now, what can be changed about it, its first rows; or why it cannot be read."""

    batch: Batch
    before: Batch | None = None
    presets: Sequence[tuple[str, str]] = ()
    preset: str = ""
    choices: Sequence[Choice] = ()
    fields: Sequence[Field] = ()
    columns: Sequence[str] = ()
    sheet: Sheet = field(default_factory=Sheet)
    missing: Sequence[str] = ()
    notes: Sequence[str] = ()
    error: str = ""
    button: str = ""
    said: str = ""
    kinds: Sequence[Place] = field(default_factory=places)

    @property
    def may_start(self) -> bool:
        """Tell whether anything could come of importing the file as it is read now."""
        stands_in_the_way = self.error or self.missing or self.sheet.is_blocked
        return not stands_in_the_way and any(not row.is_bad for row in self.sheet.rows)

    @property
    def missing_count(self) -> int:
        """Return how many fields that are needed have no column."""
        return len(self.missing)

    @property
    def missing_named(self) -> str:
        """Return the fields that are needed and have no column, as one reads them out."""
        return pgettext("between the names of a list", ", ").join(self.missing)

    @property
    def first_choices(self) -> Sequence[Choice]:
        """Return what most imports need to settle."""
        return self.choices[:CHOICES_SHOWN]

    @property
    def other_choices(self) -> Sequence[Choice]:
        """Return what few imports need to settle."""
        return self.choices[CHOICES_SHOWN:]

    @property
    def is_other_chosen(self) -> bool:
        """Tell whether any of what few imports need was settled."""
        return any(one.is_changed for one in self.other_choices)


def look_at(batch: Batch) -> Look:
    """Read the first rows of the batch's file, as it is to be read."""
    look = Look(batch, before=receiving.same_file_before(batch))
    try:
        importer = importers.importer_of(batch.kind)
    except KeyError:
        look.error = _("Files of this kind cannot be imported here.")
        return look
    look.presets, look.preset, look.choices = importer.presets, batch.preset, choices(importer, batch)
    try:
        preview = importer.preview(batch, ROWS)
    except CannotRead as error:
        look.error = str(error)
    except FileNotFoundError:
        look.error = _("The file is no longer on the server. Bring it again.")
    else:
        _fill(look, importer, _as_chosen(preview, batch, importer))
    return look


def _as_chosen(preview: Preview, batch: Batch, importer: Importer) -> Preview:
    """Return the preview with the columns that were chosen, also where it can only tell what it would guess."""
    mapping = {**preview.mapping, **batch.mapping}
    without = [column.name for column in importer.columns if column.required and not mapping.get(column.name)]
    is_blocked = any(not problem.get("row") for problem in preview.problems)
    return replace(preview, mapping=mapping, missing=preview.missing or (without if is_blocked else ()))


def _fill(look: Look, importer: Importer, preview: Preview) -> None:
    labels = {column.name: _(column.label) for column in importer.columns}
    header, named = list(preview.header), {theirs for theirs in preview.mapping.values() if theirs}
    first = dict(zip(header, preview.rows[0][1], strict=False)) if preview.rows else {}
    look.preset, look.notes = preview.preset, list(preview.notes)
    look.fields = [_field(column, preview, first) for column in importer.columns]
    look.columns = [
        *header[:COLUMNS_TO_CHOOSE],
        *(name for name in header[COLUMNS_TO_CHOOSE:] if name in named),
    ]
    look.missing = [labels.get(name, name) for name in preview.missing]
    look.sheet = sheet_of(preview, labels)
    look.button = button(look.batch, look.sheet.rows, ROWS)
    look.said = "" if look.missing or look.sheet.is_blocked else said_of_rows(look.sheet.rows)


def _field(column: Column, preview: Preview, first: Mapping[str, str]) -> Field:
    theirs = preview.mapping.get(column.name, "")
    return Field(column, theirs, first.get(theirs, "") if theirs else "", column.name in preview.missing)
