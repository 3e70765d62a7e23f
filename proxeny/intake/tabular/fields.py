"""What an import asks for: fields with their kinds, and every name under which files are known to hold
them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a field's values are."""

    TEXT = "text"
    REFERENCE = "reference"
    DATE = "date"
    DATETIME = "datetime"
    MONEY = "money"
    CURRENCY = "currency"
    DECIMAL = "decimal"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a row may tell.

    `synonyms` are column names in any language, best first; `choices` maps each value of a choice to the
    words that mean it; `currency` names the field of the same import that holds a money field's currency.
    `label` and `help` are msgids.
    """

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    synonyms: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    max_length: int | None = None
    currency: str | None = None
    label: str = ""
    help: str = ""
