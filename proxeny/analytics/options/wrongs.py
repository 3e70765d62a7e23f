"""What is wrong with a file, and where in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


def N_(msgid: str) -> str:  # noqa: N802  (the name that extraction tools know)
    """Mark `msgid` for translation: it is said to people, though not here."""
    return msgid


@dataclass(frozen=True)
class Wrong:
    """A mistake: its place (`modules[3].needs[0]`), and what it is, as an English pattern with its values."""

    place: str
    pattern: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        said = self.pattern % self.values if self.values else self.pattern
        return f"{self.place}: {said}" if self.place else said
