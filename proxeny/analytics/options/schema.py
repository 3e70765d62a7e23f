"""Checking a document against a JSON Schema: of draft 2020-12 the words that schema.json uses, each mistake with its place."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from proxeny.analytics.options.wrongs import N_, Wrong

Schema = Mapping[str, Any]
FILE = Path(__file__).with_name("schema.json")
_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float, Decimal),
}
_NAMES = {
    "object": N_("it must be an object: {…}"),
    "array": N_("it must be a list: […]"),
    "string": N_("it must be text"),
    "integer": N_("it must be a whole number"),
    "number": N_("it must be a number"),
}

_EITHER = {
    ("string", "array"): N_("it must be a name, or a list of names"),
    ("number", "string"): N_("it must be a number, or one of: low, middle, high"),
}


@lru_cache(maxsize=1)
def schema() -> Schema:
    """Return the schema of the files that options are composed from."""
    found: Schema = json.loads(FILE.read_text("utf-8"))
    return found


def mistakes(document: Any) -> list[Wrong]:
    """Return all places where a document differs from the schema, in its order."""
    return list(_mistakes(document, schema(), ""))


def _mistakes(value: Any, rule: Schema, place: str) -> Iterator[Wrong]:
    if "$ref" in rule:
        rule = {**schema()["$defs"][rule["$ref"].rsplit("/", 1)[1]], **rule}
    if "anyOf" in rule:
        fitting = [one for one in rule["anyOf"] if _is(value, _deep(one))]
        if fitting:
            yield from _mistakes(value, fitting[0], place)
        else:
            yield Wrong(place, _EITHER[tuple(_deep(one)["type"] for one in rule["anyOf"])])
        return
    if not _is(value, rule):
        yield Wrong(place, _NAMES[rule["type"]])
        return
    yield from _CHECKS[rule["type"]](value, rule, place)


def _deep(rule: Schema) -> Schema:
    found: Schema = schema()["$defs"][rule["$ref"].rsplit("/", 1)[1]] if "$ref" in rule else rule
    return found


def _is(value: Any, rule: Schema) -> bool:
    return isinstance(value, _TYPES[rule["type"]]) and not isinstance(value, bool)


def _in_object(value: dict[str, Any], rule: Schema, place: str) -> Iterator[Wrong]:
    known: Mapping[str, Schema] = rule.get("properties", {})
    others = rule.get("additionalProperties")
    for name in rule.get("required", ()):
        if name not in value:
            yield Wrong(_within(place, name), N_("it is missing"))
    for name, one in value.items():
        if name in known:
            yield from _mistakes(one, known[name], _within(place, name))
        elif isinstance(others, Mapping):
            yield from _mistakes(one, others, _within(place, name))
        else:
            names = ", ".join(known)
            yield Wrong(
                _within(place, name),
                N_("there is nothing of that name here, only %(names)s"),
                {"names": names},
            )


def _in_array(value: list[Any], rule: Schema, place: str) -> Iterator[Wrong]:
    if len(value) < rule.get("minItems", 0):
        yield Wrong(place, N_("it is empty"))
    if len(value) > rule.get("maxItems", len(value)):
        yield Wrong(place, N_("that is too many: %(most)s at most"), {"most": rule["maxItems"]})
    for number, one in enumerate(value):
        yield from _mistakes(one, rule["items"], f"{place}[{number}]")
        if rule.get("uniqueItems") and one in value[:number]:
            yield Wrong(f"{place}[{number}]", N_("it stands there twice"))


def _in_text(value: str, rule: Schema, place: str) -> Iterator[Wrong]:
    if "enum" in rule and value not in rule["enum"]:
        yield Wrong(place, N_("it must be one of: %(names)s"), {"names": ", ".join(rule["enum"])})
    if "pattern" in rule and not re.search(rule["pattern"], value):
        yield Wrong(place, N_("it must look like %(example)s"), {"example": rule["examples"][0]})
    if not rule.get("minLength", 0) <= len(value.strip()) or len(value) > rule.get("maxLength", len(value)):
        yield Wrong(place, N_("it must have 1 to %(most)s characters"), {"most": rule["maxLength"]})


def _in_number(value: Decimal | float, rule: Schema, place: str) -> Iterator[Wrong]:
    low, high = rule["minimum"], rule["maximum"]
    if not low <= value <= high:
        yield Wrong(place, N_("it must be from %(low)s to %(high)s"), {"low": low, "high": f"{high:,}"})


def _within(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name


_CHECKS: Mapping[str, Callable[[Any, Schema, str], Iterator[Wrong]]] = {
    "object": _in_object,
    "array": _in_array,
    "string": _in_text,
    "integer": _in_number,
    "number": _in_number,
}
