"""Lines of the ledger as sentences."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from proxeny.core.references import Reference
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.models import Staff
from proxeny.ledger import kinds
from proxeny.ledger.reading import Line

_PLACE = re.compile(r"%\((\w+)\)s")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
UNKNOWN = "…"

# What the program calls itself when it acts alone, by the part that acted.
SYSTEM = {
    "sweep": N_("The nightly look"),
    "import": N_("The import"),
    "demo": N_("The demonstration"),
}
# Codes on record, and the words for them.
WORDS = {
    "role": {
        "spokesperson": N_("Spokesperson"),
        "lead": N_("Lead"),
        "owner": N_("Owner"),
        "product": N_("Product"),
        "engineer": N_("Engineer"),
        "sales": N_("Sales"),
        "auditor": N_("Auditor"),
    },
    "band": {"green": N_("fine"), "yellow": N_("doubtful"), "red": N_("in trouble")},
    "day_kind": {"holiday": N_("holiday"), "workday": N_("workday"), "rest": N_("day of rest")},
}


@dataclass(frozen=True, slots=True)
class Said:
    """A line and how it reads; `is_judgement` tells a person's word from everything else."""

    line: Line
    sentence: Sentence

    @property
    def is_judgement(self) -> bool:
        """Tell whether a person judged here, so that it stands in vermilion."""
        return self.line.kind == "judgement.judged"


def said(lines: Iterable[Line]) -> list[Said]:
    """Return each line with its sentence; the names of those who acted are looked up once."""
    lines = list(lines)
    names = _names(lines)
    return [Said(line, _sentence(line, names)) for line in lines]


def _sentence(line: Line, names: Mapping[str, str]) -> Sentence:
    actor = _actor(line.actor, names)
    if line.content is None:
        return Sentence(N_("%(actor)s did something whose text was erased as the law asks"), {"actor": actor})
    pattern = kinds.pattern(line.kind)
    content = {**line.content, "actor": actor}
    return Sentence(pattern, {place: _value(place, content.get(place)) for place in _PLACE.findall(pattern)})


def _value(place: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        return value
    if isinstance(value, str):
        if word := WORDS.get(place, {}).get(value):
            return {"pattern": word}
        if _DAY.fullmatch(value):
            return {"type": "date", "date": date.fromisoformat(value).isoformat()}
    if isinstance(value, int) and place != "year" and not isinstance(value, bool):
        return {"type": "number", "value": value}
    return UNKNOWN if value in (None, "") else value


def _actor(reference: str, names: Mapping[str, str]) -> Any:
    kind, _, key = reference.partition(":")
    if kind == "system":
        return {"pattern": SYSTEM[key]} if key in SYSTEM else key
    return names.get(key, UNKNOWN) if kind == "staff" else reference


def _names(lines: list[Line]) -> dict[str, str]:
    acting = [Reference.parse(line.actor) for line in lines]
    numbers = {reference.key for reference in acting if reference.kind == "staff"}
    return {
        str(number): name for number, name in Staff.objects.filter(pk__in=numbers).values_list("pk", "name")
    }
