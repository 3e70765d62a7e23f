"""Help while a search is typed: which filters there are, which values they take, how they are written."""

import re
from dataclasses import dataclass

from django.utils.functional import Promise

from proxeny.core import words
from proxeny.search.tokens import fold
from proxeny.web.search import values
from proxeny.web.search.filters import FILTERS, NAMES

_UNFINISHED = re.compile(r"([^\s:\uff1a\"“”]+)[:\uff1a](\S*)$")


def without_unfinished(typed: str) -> str:
    """Return what was typed without a filter at its end that has no value yet."""
    found = _UNFINISHED.search(typed)
    return typed[: found.start()] if found and not found[2] and fold(found[1]) in NAMES else typed


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that could be typed next: what the whole would be then, how it is shown, and what it means."""

    typed: str
    shown: str
    meaning: str | Promise = ""


def offers(typed: str) -> list[Offer]:
    """Return what may be typed next: values for a filter that was begun, filters for a word that begins like one."""
    place = 1 if words.here() == "zh" else 0
    if found := _UNFINISHED.search(typed):
        name = NAMES.get(fold(found[1]))
        choices = FILTERS[name].choices if name else {}
        begun = fold(found[2])
        if begun and any(begun in map(fold, said) for said in choices.values()):
            return []
        shown = [said for said in choices.values() if any(fold(word).startswith(begun) for word in said)]
        before = typed[: found.start(2)]
        return [Offer(f"{before}{values.word_of(said)} ", values.word_of(said)) for said in shown]
    last = fold(typed.rsplit(maxsplit=1)[-1]) if typed.strip() and not typed[-1].isspace() else ""
    if not last:
        return []
    begun_filters = [
        one
        for one in FILTERS.values()
        if any(word.startswith(last) for word in one.words) and len(last) > last.isascii()
    ]
    before = typed[: len(typed) - len(last)]
    return [Offer(f"{before}{one.words[place]}:", f"{one.words[place]}:", one.takes) for one in begun_filters]


def explained() -> list[Offer]:
    """Return all filters, for the help: how each is written, and what it takes."""
    place = 1 if words.here() == "zh" else 0
    return [Offer(f"{one.words[place]}:", f"{one.words[place]}:", one.takes) for one in FILTERS.values()]


def written(name: str, value: str) -> str:
    """Return a filter as it is typed in the reader's language; of a value that has words of its own, the reader's."""
    said = FILTERS[name].choices.get(value)
    return f"{FILTERS[name].words[words.here() == 'zh']}:{values.word_of(said) if said else value}"


def without(name: str, typed: str) -> str:
    """Return what was typed without that filter."""
    said = "|".join(re.escape(word) for word, meant in NAMES.items() if meant == name)
    return " ".join(re.sub(rf"(?i)(?<!\S)(?:{said})[:\uff1a]\S*", " ", typed).split())
