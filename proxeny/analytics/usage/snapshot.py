"""The parts that are live at one moment, and what follows from their days alone, without opening a file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from proxeny.analytics.usage.store.part import Part, Span


@dataclass(frozen=True)
class Snapshot:
    """Live parts in `folder`. `undone` are batches taken back whose rows still lie in a joined part.

    Taking a batch back is leaving its parts out.
    """

    folder: Path
    parts: tuple[Part, ...]
    undone: frozenset[int] = field(default=frozenset())

    def between(self, first: date | None, last: date | None) -> "Snapshot":
        """The parts that hold any of these days."""
        parts = tuple(
            part
            for part in self.parts
            if (first is None or part.last_day >= first) and (last is None or part.first_day <= last)
        )
        return Snapshot(self.folder, parts, self.undone)

    @cached_property
    def contested(self) -> tuple[Part, ...]:
        """Parts in which rows may be replaced by another batch: the same meters on the same days."""
        found = {part.path for part in self.parts if part.contested}
        ordered = sorted(self.parts, key=lambda part: part.first_day)
        for place, part in enumerate(ordered):
            for other in ordered[place + 1 :]:
                if other.first_day > part.last_day:
                    break
                if _may_replace(part, other):
                    found |= {part.path, other.path}
        return tuple(part for part in self.parts if part.path in found)

    @cached_property
    def settled(self) -> tuple[Part, ...]:
        """The other parts; they are read as they are."""
        contested = {part.path for part in self.contested}
        return tuple(part for part in self.parts if part.path not in contested)

    def covered(self, sources: Sequence[str], first: date, last: date) -> NDArray[np.bool_]:
        """For each day from `first` to `last`, whether a batch of one of these line sources speaks for it."""
        days = np.zeros((last - first).days + 1, dtype=bool)
        for span in self._spans(sources):
            begin, end = (span.first_day - first).days, (span.last_day - first).days
            days[max(begin, 0) : max(end + 1, 0)] = True
        return days

    def _spans(self, sources: Sequence[str]) -> set[Span]:
        return {
            span
            for part in self.parts
            if part.nature == "lines" and part.source in sources
            for span in part.spans
            if span.batch not in self.undone
        }


def _may_replace(one: Part, other: Part) -> bool:
    """For parts that share days."""
    if len(one.batches | other.batches) == 1:
        return False
    if one.meters is None or other.meters is None:
        return True
    return bool({seen.meter for seen in one.meters} & {seen.meter for seen in other.meters})
