"""What is wrong with a row though each of its cells can be read."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from proxeny.core.sentences import Sentence
from proxeny.intake.tabular.problems import Problem, shown

MOST_LISTED = 10_000


@dataclass(frozen=True, slots=True)
class Objection(Problem):
    """A problem that no cell shows by itself: a customer nobody has added, a number given twice.

    `pattern` is the msgid of its sentence; it may name `value` and the params.
    """

    pattern: str = ""

    def __post_init__(self) -> None:
        """The sentence comes with the objection, so there is no code to look up."""

    @property
    def sentence(self) -> Sentence:
        """The reason, to be said in the reader's language."""
        return Sentence(self.pattern, self.values)


class Objections:
    """What is wrong with which rows, by their numbers in the file."""

    def __init__(self) -> None:
        self._found: defaultdict[int, list[Problem]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self._found)

    def __contains__(self, row: int) -> bool:
        return row in self._found

    def take(self, row: int, problems: Iterable[Problem]) -> None:
        """Take what was found wrong with the row's cells."""
        self._found[row].extend(problems)

    def to(
        self, row: int, pattern: str, *, column: str | None = None, value: object = "", **params: Any
    ) -> None:
        """Object to the row with the sentence `pattern`."""
        self._found[row].append(Objection("objection", row, column, shown(value), params, pattern))

    def against(self, row: int) -> tuple[Problem, ...]:
        """Return what is wrong with the row."""
        return tuple(self._found.get(row, ()))

    def listed(self, form: Callable[[Problem], dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the first ten thousand, each in this form, in the order of the file."""
        every = (problem for row in sorted(self._found) for problem in self._found[row])
        return [form(problem) for problem in islice(every, MOST_LISTED)]
