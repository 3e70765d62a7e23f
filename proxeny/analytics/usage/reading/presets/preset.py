"""What a preset is: which header names mean which of our fields, and how absence is to be understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from proxeny.analytics.usage.nature import Nature

"""`lines`: a day without a line, inside what was imported, is a day of zero. `metered`: it is unknown."""

FIELDS = ("account", "meter", "day", "quantity", "price", "amount", "currency")

Names = tuple[str, ...]


@dataclass(frozen=True)
class Field:
    """Header names of a field: `first` in order of preference, `then` where the first one's cell is empty."""

    first: Names
    then: Names = ()


@dataclass(frozen=True)
class Preset:
    """One shape of file.

    `needed` are fields without which nothing can be read; `signature` are header names that only this shape
    has, used to guess it; `decimal_mark` is set where the format itself fixes it; `null_words` stand for an
    empty cell.
    """

    name: str
    nature: Nature
    fields: Mapping[str, Field]
    needed: Names
    signature: Names = ()
    decimal_mark: Literal[".", ","] | None = None
    default_meter: str = ""
    null_words: Names = field(default=("NULL", "null"))
