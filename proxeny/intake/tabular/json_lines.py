"""JSON lines: one object per line, numbers exact, what is nested kept as its JSON text."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from proxeny.intake.tabular.limits import LIMITS, Limits
from proxeny.intake.tabular.problems import CellError, TabularError
from proxeny.intake.tabular.source import Cell, Fault, Record, text_fault

HEADER_ROW = 0


def looks_like_object(line: str) -> bool:
    """Return whether `line` is a JSON object by itself."""
    try:
        _object(line)
    except CellError:
        return False
    return True


def column_names(lines: Iterable[str | None], limits: Limits) -> tuple[str, ...]:
    """Return every key of every object, in the order in which they first appear; lines that cannot be read
    add none.
    """
    names: dict[str, None] = {}
    for line in lines:
        if line is None:
            continue
        try:
            names.update(dict.fromkeys(_object(line)))
        except CellError:
            continue
        if len(names) > limits.columns:
            raise TabularError("too_many_columns", limit=limits.columns)
    return tuple(names)


def records(lines: Iterable[str | None], header: tuple[str, ...], limits: Limits) -> Iterator[Record]:
    """Yield a record for each line; `None` stands for a line longer than a row may be."""
    for number, line in enumerate(lines, start=1):
        if line is None:
            yield Record(number, (), [Fault("row_too_long", None, {"limit": limits.row_chars})])
        elif line.strip():
            yield _record(number, line, header, limits)


def bounded_lines(text: Iterable[str], limits: Limits) -> Iterator[str | None]:
    """Yield the lines of `text` without their ends; None for one longer than a row may be, which is never
    held.
    """
    held: list[str] = []
    size = 0
    for piece in text:
        first, *others = piece.split("\n")
        size += len(first)
        held = [*held, first] if size <= limits.row_chars else []
        for line in others:
            yield "".join(held) if size <= limits.row_chars else None
            held, size = [line], len(line)
    if size:
        yield "".join(held) if size <= limits.row_chars else None


def _record(number: int, line: str, header: tuple[str, ...], limits: Limits) -> Record:
    try:
        found = _object(line)
    except CellError as error:
        return Record(number, [*[None] * len(header), line], [Fault(error.code, None, error.params)])
    cells = [_cell(found.get(name)) for name in header]
    found_faults = [
        text_fault(cell, place, limits) for place, cell in enumerate(cells) if isinstance(cell, str)
    ]
    return Record(number, cells, [fault for fault in found_faults if fault is not None])


def _object(line: str) -> dict[str, Any]:
    """Return the object on `line`; CellError where there is none."""
    try:
        found = json.loads(
            line,
            parse_float=Decimal,
            parse_int=Decimal,
            parse_constant=str,
            object_pairs_hook=_with_sound_names,
        )
    except json.JSONDecodeError as error:
        raise CellError("not_json", detail=f"{error.msg} ({error.colno})") from error
    except (RecursionError, InvalidOperation) as error:
        raise CellError("not_json", detail=type(error).__name__) from error
    if not isinstance(found, dict):
        raise CellError("not_an_object")
    return found


def _with_sound_names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise CellError("duplicate_key", name=name[:60])
        found[name] = value
    if any(text_fault(name, 0, LIMITS) for name in found):
        raise CellError("broken_characters")
    return found


def _cell(value: Any) -> Cell:
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value  # type: ignore[no-any-return]
