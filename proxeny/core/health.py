"""Health: what `proxeny doctor` and the status page look at.

A package registers its examinations in its `health_checks.py`; each answers with a `Finding`. One that raises
is a finding too: an error that names what went wrong.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.module_loading import autodiscover_modules

from proxeny.core.queue.errors import without_secrets
from proxeny.core.sentences import N_, Sentence


class Level(StrEnum):
    """How bad it is: as it should be, worth knowing, or something does not work."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one examination found: a sentence for a person, figures for a script."""

    level: Level
    sentence: Sentence
    facts: Mapping[str, Any] = field(default_factory=dict)


Examination = Callable[[], Finding]
_examinations: dict[str, Examination] = {}


def register(name: str, examination: Examination) -> None:
    """Examine this too from now on, under that name."""
    _examinations[name] = examination


def examine() -> dict[str, Finding]:
    """Return what every registered examination finds, in the order of registration."""
    autodiscover_modules("health_checks")
    return {name: _found_by(examination) for name, examination in _examinations.items()}


def ok(pattern: str, **values: Any) -> Finding:
    """Return a finding that all is well; the values serve the sentence and are its facts."""
    return Finding(Level.OK, Sentence(pattern, values), values)


def warning(pattern: str, **values: Any) -> Finding:
    """Return a finding worth knowing."""
    return Finding(Level.WARNING, Sentence(pattern, values), values)


def error(pattern: str, **values: Any) -> Finding:
    """Return a finding that something does not work."""
    return Finding(Level.ERROR, Sentence(pattern, values), values)


def _found_by(examination: Examination) -> Finding:
    try:
        return examination()
    except Exception as problem:  # noqa: BLE001  (what breaks an examination is what the reader came to hear of)
        said = without_secrets(str(problem)).strip().splitlines() or [""]
        return error(N_("could not be examined: %(problem)s"), problem=f"{type(problem).__name__}: {said[0]}")
