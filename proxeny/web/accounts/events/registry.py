"""The rows there are, found by looking through this folder once."""

from collections.abc import Callable
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from proxeny.web.accounts.dossier import Dossier
from proxeny.web.charts.model import EventRow

Row = Callable[[Dossier], EventRow]
_known: dict[str, tuple[int, Row]] = {}


def event_row(place: int) -> Callable[[Row], Row]:
    """Make the function a row of every strip chart; rows with a smaller `place` stand higher."""

    def register(row: Row) -> Row:
        _known[f"{row.__module__}.{row.__qualname__}"] = place, row
        return row

    return register


def rows(known: Dossier, first: date, last: date) -> list[EventRow]:
    """Return the rows that hold anything from `first` to `last`; the dossier holds what the reader may see."""
    _find_all()
    found = (row(known) for _place, row in sorted(_known.values(), key=lambda one: one[0]))
    within = [
        EventRow(row.name, tuple(mark for mark in row.marks if first <= mark.day <= last)) for row in found
    ]
    return [row for row in within if row.marks]


@cache
def _find_all() -> None:
    package = __name__.rpartition(".")[0]
    for module in iter_modules(import_module(package).__path__):
        import_module(f"{package}.{module.name}")
