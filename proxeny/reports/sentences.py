"""What a line of the record says, as a sentence, with the name of who acted: for its pages and for bundles of evidence."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from proxeny.cases.models import Step
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.models import Staff
from proxeny.ledger import kinds

UNKNOWN = "…"
_PLACE = re.compile(r"%\((\w+)\)s")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What the program calls itself when it acts alone, by the part that acted.
SYSTEM = {
    "sweep": N_("The nightly look"),
    "import": N_("The import"),
    "demo": N_("The demonstration"),
    "evidence": N_("Who runs the server"),
    "deciding": N_("What came true"),
    "erasure": N_("The erasing"),
    "retention": N_("The erasing"),
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
    "value": {
        "question": N_("question"),
        "defect": N_("known or new defect"),
        "need": N_("new need"),
        "broken-promise": N_("broken promise"),
        "change": N_("change"),
        "incident": N_("incident"),
        "product": N_("product defect"),
        "process": N_("process"),
        "organisation": N_("organisation"),
        "data": N_("data flow"),
    },
    "day_kind": {"holiday": N_("holiday"), "workday": N_("workday"), "rest": N_("day of rest")},
}
NUMBERED = {"contact": N_("contact no. %(number)s"), "account": N_("customer no. %(number)s")}
"""How lines that outlive a name say whom they are about."""
NAMING = {"year", "number", "other"}
"""Figures that name something are not written in groups."""


def sentence(kind: str, content: Mapping[str, Any], actor: Any) -> Sentence:
    """Return what a line of that kind says; `actor` is what `actor_of` gives."""
    pattern, said = kinds.pattern(kind), {**content, "actor": actor}
    return Sentence(pattern, {place: _value(place, said.get(place)) for place in _PLACE.findall(pattern)})


def names_of(actors: Iterable[str]) -> dict[str, str]:
    """Return how the colleagues among those who acted are called, by their references; one query."""
    numbers = {key for kind, _, key in (one.partition(":") for one in actors) if kind == "staff"}
    named = Staff.objects.filter(pk__in=[int(number) for number in numbers if number.isdecimal()])
    return {f"staff:{number}": name for number, name in named.order_by("pk").values_list("pk", "name")}


def actor_of(reference: str, names: Mapping[str, str], unknown: str = "") -> Any:
    """Return what a sentence calls the one who acted; `unknown` stands for a colleague of no known name."""
    kind, _, key = reference.partition(":")
    if kind == "system":
        return {"pattern": SYSTEM[key]} if key in SYSTEM else key
    return names.get(reference, (unknown if kind == "staff" else "") or reference)


def _value(place: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        return value if "pattern" in value or "type" in value else json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        return _written(place, value)
    if place == "chance" and isinstance(value, int | float):
        return {"type": "share", "value": value}
    if isinstance(value, int) and place not in NAMING and not isinstance(value, bool):
        return {"type": "number", "value": value}
    return UNKNOWN if value is None else value


def _written(place: str, value: str) -> Any:
    if word := WORDS.get(place, {}).get(value):
        return {"pattern": word}
    if place == "of" and (pattern := NUMBERED.get(value.partition(":")[0])):
        return Sentence(pattern, {"number": value.partition(":")[2]}).as_json()
    if place == "step" and value in Step:
        return str(Step(value).label)
    if _DAY.fullmatch(value):
        return {"type": "date", "date": date.fromisoformat(value).isoformat()}
    return value or UNKNOWN
