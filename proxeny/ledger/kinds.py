"""Kinds of entries and the sentence each is read as.

Every package keeps its kinds in an enum of its own (`events.py`) and registers their sentences here when it is loaded.
"""

from enum import StrEnum

_patterns: dict[str, str] = {}


def register(patterns: dict[StrEnum, str]) -> None:
    """Tell how entries of these kinds read: an English msgid with places for what the content holds."""
    _patterns.update({kind.value: pattern for kind, pattern in patterns.items()})


def pattern(kind: str) -> str:
    """Return the msgid for `kind`, or the kind itself for one that no package claims any more."""
    return _patterns.get(kind, kind)


def registered() -> dict[str, str]:
    """Return all kinds and their patterns."""
    return dict(_patterns)
