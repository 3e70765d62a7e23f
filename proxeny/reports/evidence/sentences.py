"""Lines as sentences, with the names of those who acted."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from proxeny.cases.models import Step
from proxeny.core.sentences import N_, Sentence
from proxeny.identity.models import Staff
from proxeny.ledger import kinds
from proxeny.ledger.checking import Row

_PLACE = re.compile(r"%\((\w+)\)s")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What the program calls itself when it acts alone, and codes on record with the words for them.
SYSTEM = {
    "sweep": N_("The nightly look"),
    "import": N_("The import"),
    "demo": N_("The demonstration"),
    "evidence": N_("Who runs the server"),
}
NAMING = {"year", "number", "other"}  # figures that name something are not written in groups
BANDS = {"green": N_("fine"), "yellow": N_("doubtful"), "red": N_("in trouble")}


def names_of(rows: Iterable[Row]) -> dict[str, str]:
    """Return how the colleagues who acted are called, by their references."""
    numbers = {key for kind, _, key in (row.actor.partition(":") for row in rows) if kind == "staff"}
    named = Staff.objects.filter(pk__in=[int(number) for number in numbers if number.isdecimal()])
    return {f"staff:{number}": name for number, name in named.order_by("pk").values_list("pk", "name")}


def sentence(row: Row, names: Mapping[str, str]) -> Sentence:
    """Return the line as a sentence, in the language in force; where the text is not there, what the line itself tells."""
    actor = actor_of(row.actor, names)
    if row.content is None:
        if row.is_erased:
            said = N_("%(actor)s did something whose text was erased as the law asks")
        else:
            said = N_("%(actor)s did something whose text is not part of this bundle")
        return Sentence(said, {"actor": actor})
    content, pattern = {**json.loads(row.content), "actor": actor}, kinds.pattern(row.kind)
    return Sentence(pattern, {place: _value(place, content.get(place)) for place in _PLACE.findall(pattern)})


def actor_of(reference: str, names: Mapping[str, str]) -> Any:
    """Return what a sentence calls the one who acted."""
    kind, _, key = reference.partition(":")
    if kind == "system":
        return {"pattern": SYSTEM[key]} if key in SYSTEM else key
    return names.get(reference, reference)


def _value(place: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        return value if "pattern" in value or "type" in value else json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        if place == "band" and value in BANDS:
            return {"pattern": BANDS[value]}
        if place == "step" and value in Step:
            return str(Step(value).label)
        if _DAY.fullmatch(value):
            return {"type": "date", "date": date.fromisoformat(value).isoformat()}
    if isinstance(value, int) and place not in NAMING and not isinstance(value, bool):
        return {"type": "number", "value": value}
    return "…" if value in (None, "") else value
