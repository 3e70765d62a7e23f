"""What was found, said exactly: in English for programs and logs, in the reader's language where it is shown.

Pure, and without Django: a bundle is verified where there is nothing else.
"""

from collections.abc import Callable
from typing import Self

Say = Callable[[str], str]
"""How a msgid is said in the reader's language."""


def N_(msgid: str) -> str:  # noqa: N802  (the name that extraction tools know)
    """Mark `msgid` for translation without translating it now."""
    return msgid


class Detail(str):
    """A text in English that remembers its msgid and values, so that it can be said in another language later.

    Everywhere else it is a plain text: it sorts, compares and is written to JSON as one. A value may be a Detail itself.
    """

    __slots__ = ("pattern", "values")
    pattern: str
    values: dict[str, object]

    def __new__(cls, pattern: str, **values: object) -> Self:
        """Write the msgid with its values."""
        made = super().__new__(cls, pattern % values if values else pattern)
        made.pattern, made.values = pattern, values
        return made

    def __reduce__(self) -> tuple[object, ...]:
        """Copy it with its msgid and values; a copy of the text alone would have lost them."""
        return _again, (self.pattern, self.values)


def _again(pattern: str, values: dict[str, object]) -> Detail:
    return Detail(pattern, **values)


def detail_of(error: Exception) -> str:
    """Return what an error says, as a Detail where it was raised with one."""
    said = error.args[0] if error.args else ""
    return said if isinstance(said, Detail) else str(error)


def translated(detail: str, say: Say) -> str:
    """Return a detail in the reader's language; a plain text is as it is."""
    if not isinstance(detail, Detail):
        return detail
    values = {
        name: translated(value, say) if isinstance(value, str) else value
        for name, value in detail.values.items()
    }
    return say(detail.pattern) % values if values else say(detail.pattern)
