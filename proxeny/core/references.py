"""References: the short text that names anything on record, `kind:key`."""

import re
from typing import NamedTuple, Self

_SHAPE = re.compile(r"[a-z][a-z-]*:\S+")


class Reference(NamedTuple):
    """What is meant: `account:17`, `staff:3`, `batch:12`. Its text form stays valid for ever, also after a change of name."""

    kind: str
    key: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the reference that `text` spells, or raise ValueError."""
        if not _SHAPE.fullmatch(text):
            raise ValueError(f"{text!r} is not a reference such as account:17")
        kind, _, key = text.partition(":")
        return cls(kind, key)


def to(kind: str, key: object) -> Reference:
    """Return the reference to the `kind` with that key."""
    return Reference.parse(f"{kind}:{key}")
