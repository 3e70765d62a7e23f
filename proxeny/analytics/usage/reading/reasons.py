"""What can be wrong with a file, a row or a cell: a code, its parameters and an English template.

The template is the message id. Whoever shows a reason to a person translates `template` and fills in
`params`; `str(reason)` gives the English sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


def N_(template: str) -> str:  # noqa: N802 - the name that gathers message ids
    """Mark `template` as a message id; returns it unchanged."""
    return template


TEMPLATES: Final[Mapping[str, str]] = {
    # the file
    "file_missing": N_("There is no file at {path}."),
    "file_empty": N_("The file is empty."),
    "header_only": N_("The file has a header and no rows."),
    "file_changed": N_("The file changed while it was being read. Import it again when it is complete."),
    "file_damaged": N_("The file cannot be read as {kind}: {detail}"),
    "engine_refused": N_("The file cannot be read: {detail}"),
    "other_kind": N_("This is a {kind} file, not a text table. Save it as CSV, or import it as what it is."),
    "unknown_encoding": N_(
        "The text at row {row} is neither UTF-8 nor GB18030. Save the file as UTF-8, or name its encoding."
    ),
    "encoding_missing": N_("There is no encoding called {encoding}. Common ones are utf-8, gb18030, utf-16."),
    "one_column": N_(
        "Only one column was found ({found}). Columns must be separated by comma, semicolon, tab or |."
    ),
    "too_many_columns": N_("The header has {count} columns; at most {limit} are read."),
    "cell_too_large": N_(
        "Row {row} holds more than {limit} bytes; a quote may be left open. Nothing was read."
    ),
    "column_missing": N_(
        "No column for {field}. Found: {found}. Name it with a mapping such as {field}={example}."
    ),
    "measure_missing": N_("Neither a quantity nor an amount was found. Found: {found}."),
    "mapped_missing": N_(
        "{field} is mapped to the column {column}, which the file does not have. Found: {found}."
    ),
    "mapped_twice": N_(
        "{count} columns are called {column}; the one for {field} cannot be told. Rename one of them."
    ),
    "unknown_field": N_("There is no field {field}. Fields are: {fields}."),
    "unknown_preset": N_("There is no preset {preset}. Presets are: {presets}."),
    "no_preset_fits": N_("No preset fits this header. Found: {found}. Choose a preset and map its columns."),
    # the row
    "cells_missing": N_("The row has {cells} cells where the header has {columns}."),
    "cells_over": N_("The row has {cells} cells where the header has {columns}."),
    "quote_open": N_(
        "A quote opened in this row is not closed properly; at least {lines} lines could not be read."
    ),
    "cell_over": N_("The row holds more than {limit} bytes; a quote may be left open."),
    "row_unreadable": N_("The row cannot be read: {detail}"),
    "json_invalid": N_("The line is not a JSON object: {detail}"),
    "duplicate_key": N_("The same account, meter and day as row {row}."),
    "nothing_measured": N_("The row has neither a quantity nor an amount."),
    # the cell
    "day_missing": N_("The day is missing."),
    "day_unreadable": N_("“{value}” is not a date."),
    "day_out_of_range": N_("The day {value} is outside {first} to {last}."),
    "day_ambiguous": N_("“{value}” may be day/month or month/day. Say which comes first."),
    "meter_missing": N_("The meter is missing. Name one for rows that have none."),
    "number_unreadable": N_("“{value}” is not a number."),
    "number_not_finite": N_("“{value}” is not a finite number."),
    "number_ambiguous": N_(
        "“{value}” may have a decimal mark or a thousands mark. Say which mark is the decimal one."
    ),
    "number_too_large": N_("The number {value} is too large: at most {limit} is kept."),
    "product_too_large": N_("Quantity times price is too large to be kept."),
    "text_too_long": N_("The text is longer than {limit} bytes."),
    "nul_inside": N_("The cell holds a NUL byte."),
    "bytes_invalid": N_("The cell holds bytes that are not text in the file's encoding."),
    # notes, not errors
    "currency_unknown": N_("Amounts were read without a currency; name one if they share it."),
    "values_rounded": N_("{count} rows carry more than 12 decimals and were rounded at the twelfth."),
    "rows_without_account": N_("Rows that name no account: {count}."),
}


@dataclass(frozen=True)
class Reason:
    """One thing that is wrong, ready to be translated."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def template(self) -> str:
        """The English message id."""
        return TEMPLATES[self.code]

    def __str__(self) -> str:
        return self.template.format_map(self.params)

    def as_dict(self) -> dict[str, object]:
        """As JSON: code, params and the English text."""
        return {"code": self.code, "params": dict(self.params), "text": str(self)}


def reason(code: str, **params: str | int) -> Reason:
    """A reason by its code; long values are shortened so that a message stays a sentence."""
    return Reason(code, {name: shortened(value) for name, value in params.items()})


def shortened(value: str | int, limit: int = 200) -> str | int:
    """`value` cut to `limit` characters, with an ellipsis where something was cut."""
    if isinstance(value, str) and len(value) > limit:
        return value[: limit - 1] + "…"
    return value


class ReadingError(Exception):
    """Nothing of the file can be read; `reason` says why and what to do."""

    def __init__(self, why: Reason) -> None:
        super().__init__(str(why))
        self.reason = why


def refuse(code: str, **params: str | int) -> ReadingError:
    """A `ReadingError` by its code, to be raised."""
    return ReadingError(reason(code, **params))
