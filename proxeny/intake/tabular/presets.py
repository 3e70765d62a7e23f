"""Named sets of column names, one small file each: what a known program calls the things that an import asks
for.

A preset's file is TOML: `label`, `[columns]` from field name to column names (best first), `[choices.FIELD]`
from a value to the words that this program has for it, and optionally `[reading]` with `day_first` or
`decimal_mark`.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Any

from proxeny.intake.tabular.fields import Field
from proxeny.intake.tabular.problems import TabularError

_PLACE = "proxeny.intake.tabular"


@dataclass(frozen=True, slots=True)
class Preset:
    """What one program calls things. `columns` are the hints for `match_header`."""

    name: str
    label: str
    columns: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, Mapping[str, tuple[str, ...]]]
    day_first: bool | None = None
    decimal_mark: str | None = None

    def applied_to(self, fields: Sequence[Field]) -> tuple[Field, ...]:
        """Return `fields` whose choices also know the program's own words."""
        return tuple(self._with_words(field) for field in fields)

    def _with_words(self, field: Field) -> Field:
        words = self.choices.get(field.name)
        if not words:
            return field
        merged = {value: (*known, *words.get(value, ())) for value, known in field.choices.items()}
        return replace(field, choices=merged)


def names_of_presets(kind: str) -> tuple[str, ...]:
    """Return the names of the presets for imports of `kind` (`accounts`, `people`, …)."""
    place = files(_PLACE) / "presets" / kind
    if not place.is_dir():
        return ()
    return tuple(
        sorted(entry.name.removesuffix(".toml") for entry in place.iterdir() if entry.name.endswith(".toml"))
    )


def load_preset(kind: str, name: str) -> Preset:
    """Return the preset `name` for imports of `kind`; TabularError when there is none."""
    known = names_of_presets(kind)
    if name not in known:
        raise TabularError("unknown_preset", name=name, names=", ".join(known))
    text = (files(_PLACE) / "presets" / kind / f"{name}.toml").read_text(encoding="utf-8")
    told: dict[str, Any] = tomllib.loads(text)
    reading = told.get("reading", {})
    choices = {
        field: {value: tuple(words) for value, words in values.items()}
        for field, values in told.get("choices", {}).items()
    }
    columns = {field: tuple(names) for field, names in told["columns"].items()}
    return Preset(
        name, told["label"], columns, choices, reading.get("day_first"), reading.get("decimal_mark")
    )
