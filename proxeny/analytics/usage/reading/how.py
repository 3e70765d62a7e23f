"""What a person or a caller says about a file before it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from proxeny.tabular.numbers import DecimalMark


@dataclass(frozen=True)
class How:
    """The preset and what overrides it; whatever is left out is guessed from the file.

    `mapping` is our field → their column, an empty column meaning “the file has none”. `currency` and `meter`
    stand where the file has none, `source` names where the facts come from (else the preset's name).
    `day_first` and `decimal_mark` settle doubtful cells that the columns leave open.
    """

    preset: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    currency: str = ""
    meter: str = ""
    source: str = ""
    day_first: bool | None = None
    decimal_mark: DecimalMark | None = None
    encoding: str | None = None
    delimiter: str | None = None
