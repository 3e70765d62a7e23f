"""From a file's header to our fields: overrides by a person first, then the names a preset knows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from proxeny.analytics.usage.reading.presets import FIELDS, PRESETS, Preset, synonyms
from proxeny.analytics.usage.reading.reasons import ReadingError, reason, refuse
from proxeny.tabular.folding import folded

_ASIDE = re.compile(r"[(\[（【].*?[)\]）】]|[¥￥$€£₩₹]")

MONEY_FIELDS = ("price", "amount")


@dataclass(frozen=True)
class Layout:
    """Where each field stands: positions in the row, the first filled one counts."""

    preset: Preset
    names: tuple[str, ...]
    positions: Mapping[str, tuple[int, ...]]

    @property
    def mapping(self) -> dict[str, str]:
        """Our field to the file's column, as it was understood."""
        return {field: self.names[places[0]] for field, places in self.positions.items()}

    def column(self, field: str) -> str:
        """The file's own name for a field, or the field's where the file has none."""
        places = self.positions.get(field, ())
        return self.names[places[0]] if places else field


@dataclass(frozen=True)
class Suggestion:
    """A guess for a person to confirm: preset, our field → their column, and what is still missing."""

    preset: str
    mapping: Mapping[str, str]
    missing: tuple[str, ...]


def listed(names: Sequence[str], limit: int = 12) -> str:
    """Header names for a message."""
    shown = ", ".join(name.strip() or "(no name)" for name in names[:limit])
    return shown + (f", … ({len(names)})" if len(names) > limit else "")


def lay_out(
    preset: Preset,
    names: Sequence[str],
    mapping: Mapping[str, str] | None = None,
    *,
    meter: str = "",
) -> Layout:
    """Place every field. Raises `ReadingError` naming what was looked for and what was found.

    `mapping` is ours → theirs; an empty column name says that the file lacks the field.
    """
    overrides = _checked(mapping or {})
    index = _index(names)
    positions: dict[str, tuple[int, ...]] = {}
    for field in FIELDS:
        if field in overrides:
            places = _overridden(field, overrides[field], names)
        else:
            places = _recognised(preset, field, names, index)
        if places:
            positions[field] = places
    layout = Layout(preset, tuple(names), positions)
    _require(layout, meter or preset.default_meter)
    return layout


def suggest(names: Sequence[str]) -> Suggestion:
    """The preset that explains this header best, and its mapping; `missing` says what a person has to add."""
    index = _index(names)
    known = [preset for preset in PRESETS.values() if preset.signature and _signed(preset, index)]
    candidates = known or [preset for preset in PRESETS.values() if not preset.signature]
    laid = {preset.name: _guess(preset, names, index) for preset in candidates}
    best = max(candidates, key=lambda preset: _fit(preset, laid[preset.name], names))
    found = laid[best.name]
    missing = [field for field in best.needed if field not in found]
    if "quantity" not in found and "amount" not in found:
        missing.append("quantity")
    return Suggestion(best.name, {field: names[places[0]] for field, places in found.items()}, tuple(missing))


def guess_preset(names: Sequence[str], mapping: Mapping[str, str] | None, meter: str) -> Preset:
    """The preset to read with when none was named. Raises `ReadingError` where the header says too little."""
    guess = suggest(names)
    given = set(mapping or {}) | ({"meter"} if meter else set())
    if set(guess.missing) - given:
        raise refuse("no_preset_fits", found=listed(names))
    return PRESETS[guess.preset]


# Other names for our own fields: of a single line one names the time, which gives the day.
ALIASES = {"time": "day", "date": "day"}


def _checked(mapping: Mapping[str, str]) -> dict[str, str]:
    named = {ALIASES.get(field, field): column.strip() for field, column in mapping.items()}
    for field in named:
        if field not in FIELDS:
            raise refuse("unknown_field", field=field, fields=", ".join(FIELDS))
    return named


def _index(names: Sequence[str]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        for key in dict.fromkeys((folded(name), folded(_ASIDE.sub("", name)))):
            if key:
                index.setdefault(key, []).append(place)
    return index


def _overridden(field: str, column: str, names: Sequence[str]) -> tuple[int, ...]:
    if not column:
        return ()
    exact = [place for place, name in enumerate(names) if name.strip() == column]
    places = exact or [place for place, name in enumerate(names) if folded(name) == folded(column)]
    if not places:
        raise refuse("mapped_missing", field=field, column=column, found=listed(names))
    if len(places) > 1:
        raise refuse("mapped_twice", field=field, column=column, count=len(places))
    return (places[0],)


def _recognised(
    preset: Preset, field: str, names: Sequence[str], index: Mapping[str, list[int]], *, strict: bool = True
) -> tuple[int, ...]:
    if field not in preset.fields:
        return ()
    chosen: list[int] = []
    for wanted in (preset.fields[field].first, preset.fields[field].then):
        key = next((key for key in map(folded, wanted) if key in index), None)
        if key is None or index[key][0] in chosen:
            continue
        if strict and len(index[key]) > 1:
            raise refuse("mapped_twice", field=field, column=names[index[key][0]], count=len(index[key]))
        chosen.append(index[key][0])
    return tuple(chosen)


def _require(layout: Layout, meter: str) -> None:
    missing = [f for f in layout.preset.needed if f not in layout.positions and not (f == "meter" and meter)]
    if missing:
        example = layout.names[0].strip() if layout.names else "…"
        raise ReadingError(
            reason("column_missing", field=missing[0], found=listed(layout.names), example=example or "…")
        )
    if "quantity" not in layout.positions and "amount" not in layout.positions:
        raise refuse("measure_missing", found=listed(layout.names))


def _signed(preset: Preset, index: Mapping[str, list[int]]) -> bool:
    return all(folded(name) in index for name in preset.signature)


def _guess(
    preset: Preset, names: Sequence[str], index: Mapping[str, list[int]]
) -> dict[str, tuple[int, ...]]:
    found = {field: _recognised(preset, field, names, index, strict=False) for field in preset.fields}
    return {field: places for field, places in found.items() if places}


def _fit(preset: Preset, found: Mapping[str, tuple[int, ...]], names: Sequence[str]) -> tuple[int, int]:
    """Needed fields first; then long form, unless a price or a time of day speaks for single lines."""
    needed = sum(field in found for field in preset.needed) - len(preset.needed)
    days = {folded(name) for name in synonyms.DAY}
    lines = "price" in found or ("day" in found and folded(names[found["day"][0]]) not in days)
    return needed, int(lines == (preset.name == "transactions"))
