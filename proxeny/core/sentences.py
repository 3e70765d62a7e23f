"""Sentences that are kept as a pattern and its values, and said in the reader's language.

What is on record must be readable in Chinese and in English, today and in five years: so a sentence is stored as its
English pattern (a msgid, with `%(name)s` places) and plain JSON values, and is rendered when it is read. Values that are
money, dates, shares or numbers are dicts with a `type`, formatted in the reader's way.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from django.utils import translation

LANGUAGES = {"zh": "zh-hans", "en": "en"}
Formatter = Callable[[Mapping[str, Any], str], str]
_formatters: dict[str, Formatter] = {}


def N_(msgid: str) -> str:  # noqa: N802  (the name that extraction tools know)
    """Mark `msgid` for translation without translating it now."""
    return msgid


def formats(kind: str) -> Callable[[Formatter], Formatter]:
    """Register the function that writes values of type `kind`."""

    def register(formatter: Formatter) -> Formatter:
        _formatters[kind] = formatter
        return formatter

    return register


@dataclass(frozen=True, slots=True)
class Sentence:
    """A pattern and its values."""

    pattern: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def in_language(self, language: str) -> str:
        """Return the sentence in `language` (`zh` or `en`)."""
        code = LANGUAGES[language]
        with translation.override(code):
            written = {name: _write(value, language) for name, value in self.values.items()}
            text = translation.gettext(self.pattern) if self.pattern else ""
            return text % written if written else text.replace("%%", "%")

    def both(self) -> dict[str, str]:
        """Return the sentence in each language, by its short code."""
        return {language: self.in_language(language) for language in LANGUAGES}

    def here(self) -> str:
        """Return the sentence in the language in force."""
        return self.in_language("en" if (translation.get_language() or "").startswith("en") else "zh")

    def as_json(self) -> dict[str, Any]:
        """Return the form that is stored."""
        return {"pattern": self.pattern, "values": dict(self.values)}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """Return the sentence that `as_json` stored."""
        return cls(stored["pattern"], stored.get("values", {}))


def spoken(stored: Any, language: str = "") -> str:
    """Return what is stored as text: a sentence in `language`, or in the one in force; plain text is as it is.

    Plain are the texts that were stored before sentences were.
    """
    if not isinstance(stored, Mapping):
        return str(stored)
    sentence = Sentence.from_json(stored)
    return sentence.in_language(language) if language else sentence.here()


def _write(value: Any, language: str) -> str:
    if isinstance(value, Mapping):
        if "pattern" in value:
            return Sentence.from_json(value).in_language(language)
        return _formatters[value["type"]](value, language)
    return translation.gettext(value) if isinstance(value, str) and value.startswith("~") else str(value)
