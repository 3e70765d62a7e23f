"""What a person settles about a file of rows, beside its columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from proxeny.core.sentences import N_
from proxeny.intake.importers import Option

_ON = frozenset({"1", "on", "true", "yes"})
_OFF = frozenset({"0", "off", "false", "no"})


class Mode(StrEnum):
    """What happens to a thing that stands already: left alone, completed, or made to be as the file says."""

    SKIP = "skip"
    UPDATE = "update"
    REPLACE = "replace"


OPTIONS: tuple[Option, ...] = (
    Option(
        "mode",
        N_("what stands already"),
        choices=(
            (Mode.SKIP, N_("leave it alone")),
            (Mode.UPDATE, N_("take over what the file says; an empty cell changes nothing")),
            (Mode.REPLACE, N_("make it as the file says; an empty cell empties")),
        ),
        default=Mode.SKIP,
        help=N_("Only columns that the file has are ever touched."),
    ),
    Option("whole", N_("all or nothing"), kind="switch", help=N_("One bad row, and nothing is imported.")),
    Option("currency", N_("currency"), kind="text", help=N_("The currency of amounts that name none.")),
    Option(
        "day_first",
        N_("how to read 03/04/2026"),
        choices=(("", N_("as the column shows")), ("day", N_("day first")), ("month", N_("month first"))),
    ),
    Option(
        "decimal",
        N_("decimal mark"),
        choices=(("", N_("as the column shows")), (".", N_("point")), (",", N_("comma"))),
    ),
    Option("sheet", N_("sheet"), kind="text", help=N_("The sheet of the workbook; otherwise its first.")),
    Option(
        "header_row", N_("row of the header"), kind="text", help=N_("Where titles stand above the header.")
    ),
    Option("encoding", N_("encoding"), kind="text", help=N_("Where it cannot be told from the text.")),
    Option("delimiter", N_("delimiter"), kind="text", help=N_("Where it cannot be told from the rows.")),
)


@dataclass(frozen=True, slots=True)
class Choices:
    """The options of a batch, typed; what was left open is None or empty. `others` are those of one kind only."""

    mode: Mode
    whole: bool
    currency: str
    day_first: bool | None
    decimal: str | None
    sheet: str | None
    header_row: int | None
    encoding: str | None
    delimiter: str | None
    others: Mapping[str, Any]

    @classmethod
    def of(cls, options: Mapping[str, Any]) -> "Choices":
        """Read what a form or the command line has kept; an unknown word counts as not chosen."""
        mode, row = _word(options, "mode"), _word(options, "header_row")
        return cls(
            mode=Mode(mode) if mode in {*Mode} else Mode.SKIP,
            whole=bool(_yes_or_no(options.get("whole"))),
            currency=_word(options, "currency").upper(),
            day_first=_day_first(options.get("day_first")),
            decimal=_word(options, "decimal") or None,
            sheet=_word(options, "sheet") or None,
            header_row=int(row) if row.isdecimal() and int(row) > 0 else None,
            encoding=_word(options, "encoding") or None,
            delimiter=_delimiter(options.get("delimiter")),
            others=options,
        )


def _word(options: Mapping[str, Any], name: str) -> str:
    return str(options.get(name) or "").strip()


def _delimiter(value: Any) -> str | None:
    """A tab is nothing but a blank to `strip`, and few people can type one."""
    text = str(value or "")
    return "\t" if text.strip().lower() in {"tab", "\\t"} else text[:1] or None


def _yes_or_no(value: Any) -> bool | None:
    word = str(value if value is not None else "").strip().lower()
    return True if word in _ON else False if word in _OFF else None


def _day_first(value: Any) -> bool | None:
    return {"day": True, "month": False}.get(str(value), _yes_or_no(value))
