"""What a person chose about how a file is to be read: from the form, and back into it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from proxeny.intake import importers
from proxeny.intake.importers import Importer, Option
from proxeny.intake.models import Batch

OFF = {"", "0", "no", "off", "false"}
MOST_CHARACTERS = 500


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of the importer with what stands in it now."""

    option: Option
    value: Any

    @property
    def is_changed(self) -> bool:
        """Tell whether something else than the default was chosen."""
        return bool(self.value != _default(self.option))


def chosen(posted: Mapping[str, str], batch: Batch) -> dict[str, Any]:
    """Return what the form says, as `settling.settle` takes it.

    With another kind or preset the columns are guessed anew: those that were shown belong to the old one.
    """
    kind = posted.get("kind", batch.kind)
    if kind != batch.kind and kind in importers.kinds():
        return {"kind": kind}
    importer = importers.importer_of(batch.kind)
    preset = posted.get("preset", batch.preset)
    if preset not in {name for name, _label in importer.presets}:
        preset = ""
    is_same = preset == posted.get("shown_preset", preset)
    return {
        "kind": batch.kind,
        "preset": preset,
        "mapping": _mapping(posted, importer) if is_same else {},
        "options": _options(posted, importer),
    }


def choices(importer: Importer, batch: Batch) -> list[Choice]:
    """Return each option with what was chosen, or what holds where nothing was; switches come first."""
    options = sorted(importer.options, key=lambda option: option.kind != "switch")
    return [Choice(option, batch.options.get(option.name, _default(option))) for option in options]


def _mapping(posted: Mapping[str, str], importer: Importer) -> dict[str, str]:
    named = {column.name: posted.get(f"column-{column.name}") for column in importer.columns}
    return {name: _clean(theirs, strip=False) for name, theirs in named.items() if theirs is not None}


def _options(posted: Mapping[str, str], importer: Importer) -> dict[str, Any]:
    """Return the options that differ from their default, so that leaving all alone is one and the same."""
    found = {
        option.name: _value(option, posted.get(f"option-{option.name}", "")) for option in importer.options
    }
    defaults = {option.name: _default(option) for option in importer.options}
    return {name: value for name, value in found.items() if value != defaults[name]}


def _value(option: Option, text: str) -> Any:
    if option.kind == "switch":
        return text not in OFF
    if option.kind == "choice":
        return text if text in {value for value, _label in option.choices} else _default(option)
    return _clean(text, strip=True)


def _default(option: Option) -> Any:
    return option.default not in OFF if option.kind == "switch" else option.default


def _clean(text: str, *, strip: bool) -> str:
    text = text.replace("\0", "")[:MOST_CHARACTERS]
    return text.strip() if strip else text
