"""Kinds of entries and the sentence each is read as.

Every package keeps its kinds in an enum of its own (`events.py`) and registers their sentences here when it is loaded.
"""

from collections.abc import Mapping
from enum import StrEnum

_patterns: dict[str, str] = {}
_areas: dict[str, str] = {}


def register(patterns: Mapping[StrEnum, str], *, area: str = "") -> None:
    """Tell how entries of these kinds read: an English msgid with places for what the content holds.

    `area` names the part of the work they belong to, where less than everybody who may see the subject may see them.
    """
    _patterns.update({kind.value: pattern for kind, pattern in patterns.items()})
    _areas.update({kind.value: area for kind in patterns if area})


def pattern(kind: str) -> str:
    """Return the msgid for `kind`, or the kind itself for one that no package claims any more."""
    return _patterns.get(kind, kind)


def of_area(area: str) -> frozenset[str]:
    """Return the kinds that belong to a part of the work."""
    return frozenset(kind for kind, named in _areas.items() if named == area)


def registered() -> dict[str, str]:
    """Return all kinds and their patterns."""
    return dict(_patterns)
