"""Which tables are evidence, and which are not and why: each package says so of its own, in `reconciled.py`."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.utils.module_loading import autodiscover_modules

__all__ = ["Kept", "declared", "kept", "load", "not_evidence", "on_record", "unclaimed"]

Anew = Callable[[Collection[int]], Mapping[int, Collection[str]]]
"""Given numbers of rows, those of them with columns that are not what the rows beside them say."""


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """A table whose rows are evidence.

    `thing` is the msgid of what a row is called, `columns` are those on record, `apart` the others with the reason.
    `belongs` names the kind of reference and the column by which a row without a page of its own is found: `("case",
    "case_id")`. Rows whose column `uncounted[0]` holds one of the values `uncounted[1]` are not evidence yet.
    `otherwise` tells which of the rows with these numbers have columns, among those `apart`, that are not what the rows beside
    them say.
    """

    model: type[Model]
    thing: str
    columns: tuple[str, ...]
    apart: Mapping[str, str] = field(default_factory=dict)
    belongs: tuple[str, str] = ("", "")
    uncounted: tuple[str, tuple[Any, ...]] = ("", ())
    otherwise: Anew | None = None

    @property
    def label(self) -> str:
        """The table's name on record: `promises.promise`."""
        return label_of(self.model)


_kept: dict[type[Model], Kept] = {}
_not_evidence: dict[type[Model], str] = {}


def on_record(
    model: type[Model],
    thing: str,
    *,
    apart: Mapping[str, str] | None = None,
    belongs: tuple[str, str] = ("", ""),
    uncounted: tuple[str, tuple[Any, ...]] = ("", ()),
    otherwise: Anew | None = None,
) -> None:
    """Declare that the rows of `model` are evidence; `apart` names columns that are not, each with its reason.

    Raises ValueError for a column that is not there.
    """
    every = [one.attname for one in _meta(model).concrete_fields if not one.primary_key]
    left_out = dict(apart or {})
    if unknown := set(left_out) - set(every):
        raise ValueError(f"{label_of(model)} has no columns {sorted(unknown)}")
    columns = tuple(sorted(set(every) - set(left_out)))
    _kept[model] = Kept(model, thing, columns, left_out, belongs, uncounted, otherwise)


def not_evidence(because: str, *models: type[Model]) -> None:
    """Declare that what becomes of the rows of `models` is no evidence, and why."""
    _not_evidence.update(dict.fromkeys(models, because))


def load() -> None:
    """Let every package declare its tables."""
    autodiscover_modules("reconciled")


def kept(model: type[Model]) -> Kept | None:
    """Return what was declared of a table whose rows are evidence."""
    return _kept.get(model)


def declared() -> list[Kept]:
    """Return all tables whose rows are evidence, by name."""
    return sorted(_kept.values(), key=lambda one: one.label)


def unclaimed(models: list[type[Model]]) -> list[type[Model]]:
    """Return those of the models of which nothing was declared."""
    return [one for one in models if one not in _kept and one not in _not_evidence]


def label_of(model: type[Model]) -> str:
    """Return the name by which a table stands on record."""
    return str(_meta(model).label_lower)


def _meta(model: type[Model]) -> Any:
    return model._meta  # noqa: SLF001  (Django's own way to ask a model for its columns)
