"""Which panels there are."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from proxeny.identity.access import NotFound
from proxeny.web.cases.reader import Reader

Context = Callable[[Reader], dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: how far down it stands, the key in its address, its template, and what fills it."""

    place: int
    key: str
    template: str
    context: Context
    later: bool = False
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A panel as one reader sees it; `context` None means that it is fetched when it comes into sight."""

    panel: Panel
    context: dict[str, Any] | None


_found: dict[str, Panel] = {}


def panel(
    place: int, key: str, template: str, *, later: bool = False, inside: bool = False
) -> Callable[[Context], Context]:
    """Make what the function returns a panel of every case; `inside` keeps it, and its place, to those who read the inside."""

    def declare(context: Context) -> Context:
        _found[key] = Panel(place, key, template, context, later, inside)
        return context

    return declare


def panels(reader: Reader) -> list[Shown]:
    """Return the panels for this reader, from top to bottom."""
    shown = []
    for one in _ordered():
        if one.inside and not reader.inside:
            continue
        if one.later:
            shown.append(Shown(one, None))
        elif (context := one.context(reader)) is not None:
            shown.append(Shown(one, context))
    return shown


def panel_of(reader: Reader, key: str) -> Shown:
    """Return one panel for this reader, or raise NotFound."""
    one = next((panel for panel in _ordered() if panel.key == key), None)
    context = one.context(reader) if one and (reader.inside or not one.inside) else None
    if one is None or context is None:
        raise NotFound(f"panel {key}")
    return Shown(one, context)


@cache
def _ordered() -> tuple[Panel, ...]:
    from proxeny.web.cases import panels as folder  # noqa: PLC0415  (its files register themselves here)

    for module in iter_modules(folder.__path__):
        import_module(f"{folder.__name__}.{module.name}")
    return tuple(sorted(_found.values(), key=lambda one: (one.place, one.key)))
