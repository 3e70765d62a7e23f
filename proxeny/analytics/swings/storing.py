"""Keeping a state between two sweeps, in one .npz file."""

from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_type_hints

import numpy as np

from proxeny.analytics.swings.state import State

FORMAT = 1


def save(state: State, path: Path) -> None:
    """Write a state; the file appears whole or not at all only if the caller renames it into place."""
    with path.open("wb") as file:
        np.savez(file, format=np.array(FORMAT), **_flat(state, ""))


def load(path: Path) -> State:
    """Read a state that `save` wrote. ValueError if it is of another format: build it anew then."""
    with np.load(path, allow_pickle=False) as stored:
        if "format" not in stored or int(stored["format"]) != FORMAT:
            raise ValueError(f"{path.name} holds a state of another version; build it anew from the records.")
        state: State = _raised(State, stored, "")
        return state


def _flat(value: Any, prefix: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(value):
        item, name = getattr(value, field.name), prefix + field.name
        if is_dataclass(item):
            found |= _flat(item, f"{name}.")
        elif isinstance(item, date):
            found[name] = np.array(item.toordinal())
        else:
            found[name] = np.asarray(item)
    return found


def _raised(kind: Any, stored: Any, prefix: str) -> Any:
    hints = get_type_hints(kind)
    return kind(
        **{field.name: _item(hints[field.name], stored, prefix + field.name) for field in fields(kind)}
    )


def _item(kind: Any, stored: Any, name: str) -> Any:
    if is_dataclass(kind):
        return _raised(kind, stored, f"{name}.")
    if kind is date:
        return date.fromordinal(int(stored[name]))
    if kind == tuple[int, ...]:
        return tuple(int(number) for number in stored[name])
    return stored[name]
