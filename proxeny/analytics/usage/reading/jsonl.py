"""JSON lines, or any rows that are dictionaries, as a plain table for the column engine.

Numbers are never turned into binary floats: they go over as the digits that were written. Nested objects give
dotted column names (`data.quantity`). Columns are found as they appear, so that a key first used in row 5,000
counts too.
"""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from proxeny.analytics.usage.reading.lines import COLUMN_LIMIT
from proxeny.analytics.usage.reading.reasons import Reason, reason, refuse

_DEPTH = 4
_DOUBTFUL = re.compile(r"-?\d+\.\d{3}")
_ONE_LINE = re.compile(r"[\r\n]+")


OnBroken = Callable[[int, str, Reason], None]


def flatten_lines(source: Path, target: Path, on_broken: OnBroken) -> list[str]:
    """Write the objects of a JSON-lines file to `target` as CSV without a header; returns the column names.

    The first column, without a name in the result, is the line number. `on_broken` hears of lines that are no
    object.
    """

    def objects() -> Iterator[tuple[int, Mapping[str, Any]]]:
        with source.open("r", encoding="utf-8", newline="\n") as stream:
            for number, line in enumerate(stream, start=1):
                value = _parsed(line) if line.strip() else {}
                if isinstance(value, Reason):
                    on_broken(number, line.rstrip("\r\n"), value)
                elif value:
                    yield number, value

    return _written(objects(), target)


def flatten_rows(rows: Iterable[Mapping[str, Any]], target: Path) -> list[str]:
    """The same for dictionaries, such as parsed events; the first is row 1."""
    return _written(enumerate(rows, start=1), target)


def _parsed(line: str) -> Mapping[str, Any] | Reason:
    try:
        value = json.loads(line, parse_float=_beyond_doubt, parse_int=str, parse_constant=str)
    except (json.JSONDecodeError, RecursionError) as error:
        return reason("json_invalid", detail=getattr(error, "msg", "nested too deeply"))
    return value if isinstance(value, dict) else reason("json_invalid", detail=type(value).__name__)


def _written(objects: Iterable[tuple[int, Mapping[str, Any]]], target: Path) -> list[str]:
    places: dict[str, int] = {}
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
        for number, value in objects:
            cells = [""] * len(places)
            for name, cell in _cells(value, ""):
                place = places.setdefault(name, len(places))
                cells.extend([""] * (place + 1 - len(cells)))
                cells[place] = cell
            if len(places) > COLUMN_LIMIT:
                raise refuse("too_many_columns", count=len(places), limit=COLUMN_LIMIT)
            writer.writerow([number, *cells])
    return list(places)


def _cells(value: Mapping[str, Any], prefix: str, depth: int = 1) -> Iterator[tuple[str, str]]:
    for key, inner in value.items():
        name = f"{prefix}{key}"
        if isinstance(inner, Mapping) and depth < _DEPTH:
            yield from _cells(inner, f"{name}.", depth + 1)
        elif inner is not None:
            # One line per row lets the engine pad short rows while it reads in parallel.
            yield name, _ONE_LINE.sub(" ", inner if isinstance(inner, str) else _text(inner))


def _beyond_doubt(number: str) -> str:
    """A number of JSON has a decimal point, never a thousands mark: 1.234 goes over as 1.2340."""
    return f"{number}0" if _DOUBTFUL.fullmatch(number) else number


def _text(value: object) -> str:
    if isinstance(value, float | Decimal):
        return _beyond_doubt(str(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
