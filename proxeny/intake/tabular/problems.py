"""What is wrong with a file, a row or a cell: a code, its place, and a sentence for a person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from proxeny.core.sentences import Sentence
from proxeny.intake.tabular.sayings import SAYINGS

SHOWN_CHARS = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong, at `row` (as a spreadsheet counts: the header is row 1) and `column` (the file's own
    name for it).

    `value` is what stood there, shortened and with control characters made visible; `params` are the plain
    values that the code's sentence names.
    """

    code: str
    row: int | None = None
    column: str | None = None
    value: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.code not in SAYINGS:
            raise KeyError(self.code)

    @property
    def sentence(self) -> Sentence:
        """The reason, to be said in the reader's language."""
        return Sentence(SAYINGS[self.code], self.values)

    @property
    def values(self) -> dict[str, Any]:
        """What the sentence names, as plain JSON; what is a sentence itself is said in the reader's language too."""
        named = {"value": self.value, **self.params}
        return {name: one if isinstance(one, (int, Mapping)) else str(one) for name, one in named.items()}

    def reason(self, translate: Callable[[str], str] = str) -> str:
        """Return the reason with its patterns passed through `translate`; English without one."""
        named = self.values.items()
        written = {
            name: translate(one["pattern"]) if isinstance(one, Mapping) else one for name, one in named
        }
        return translate(self.sentence.pattern) % written

    def as_json(self, translate: Callable[[str], str] = str) -> dict[str, Any]:
        """Return `{"row", "column", "reason"}`, the form that commands print."""
        return {"row": self.row, "column": self.column, "reason": self.reason(translate)}

    def kept(self) -> dict[str, Any]:
        """Return `{"row", "column", "reason"}`, the reason as a stored sentence."""
        return {"row": self.row, "column": self.column, "reason": self.sentence.as_json()}


class TabularError(Exception):
    """The file as a whole cannot be taken; `problem` says why, and where as far as there is a place."""

    def __init__(
        self, code: str, *, row: int | None = None, column: str | None = None, **params: Any
    ) -> None:
        self.problem = Problem(code, row, column, shown(params.pop("value", "")), params)
        super().__init__(self.problem.reason())


class CellError(Exception):
    """One cell cannot be read as what its column holds."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def shown(value: object, limit: int = SHOWN_CHARS) -> str:
    """Return `value` as a person can see it on one line: control characters as escapes, long text cut with
    an ellipsis.
    """
    text = "" if value is None else str(value)
    cut = text[: limit + 1]
    visible = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in cut)
    return visible if len(text) <= limit and len(visible) <= 2 * limit else visible[:limit] + "…"
