"""Scores of the reply check on labelled replies: precision and recall by kind, each with its Wilson interval."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

from proxeny.cases.replycheck import Kind

HERE = Path(__file__).parent
Z = 1.96  # 95 %


class Share(NamedTuple):
    """`part` of `whole`, with the interval in which the true share lies 95 times in 100."""

    part: int
    whole: int

    @property
    def value(self) -> float:
        return self.part / self.whole if self.whole else 1.0

    @property
    def interval(self) -> tuple[float, float]:
        if not self.whole:
            return 0.0, 1.0
        n, p = self.whole, self.value
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.value:.3f} [{low:.2f}–{high:.2f}] {self.part}/{self.whole}"


@dataclass(frozen=True)
class Score:
    """How one kind did on one set of replies."""

    kind: Kind
    right: int
    said: int
    due: int

    @property
    def precision(self) -> Share:
        return Share(self.right, self.said)

    @property
    def recall(self) -> Share:
        return Share(self.right, self.due)


def load(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def scores(replies: Iterable[dict[str, Any]], kinds_of: Callable[[str], set[Kind]]) -> list[Score]:
    """Score each kind by reply: it is right where the label is there too."""
    judged = [({Kind(one) for one in reply["labels"]}, kinds_of(reply["text"])) for reply in replies]
    return [
        Score(
            kind,
            right=sum(kind in due and kind in said for due, said in judged),
            said=sum(kind in said for _, said in judged),
            due=sum(kind in due for due, _ in judged),
        )
        for kind in Kind
    ]


def table(title: str, rows: Iterable[Score]) -> str:
    """Write the scores as lines of text."""
    lines = [f"\n{title}", f"{'kind':<22}{'precision':<32}{'recall':<32}"]
    lines += [f"{row.kind:<22}{row.precision!s:<32}{row.recall!s:<32}" for row in rows]
    return "\n".join(lines)
