"""What the lines about one row say of it, laid one behind the other. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from proxeny.ledger.rows.fingerprints import TAG


class Image(NamedTuple):
    """What one line says of one row: its fingerprint before and after, the tags of its columns, those that were written.

    `was` is empty where the row was made, `now` where it went. `veiled_by` is the last line about the same whose text was
    erased: what it said of the row is not told any more.
    """

    line: int
    columns: tuple[str, ...]
    was: str
    now: str
    tags: str
    written: tuple[str, ...] = ()
    about: str = ""
    is_confidential: bool = False
    veiled_by: int = 0


class Gap(NamedTuple):
    """That a row was another when a line wrote to it than the line before had left it; the columns, where they can be told."""

    line: int
    until: int
    columns: tuple[str, ...]


@dataclass(slots=True)
class Told:
    """All that is told of one row: the first and the last image, and where images do not follow each other."""

    first: Image
    last: Image
    gaps: list[Gap] = field(default_factory=list)

    @property
    def came_from_nowhere(self) -> bool:
        """Tell whether the row was there when the first line told of it, and no text is missing that told how it was made."""
        return bool(self.first.was) and not self.first.veiled_by

    @property
    def is_told(self) -> bool:
        """Tell whether the lines say how the row is now; they do not where a later text was erased."""
        return self.last.veiled_by <= self.last.line


def fold(images: Iterable[Image]) -> Told | None:
    """Lay the images of one row together, in order of their lines; None where there are none."""
    told: Told | None = None
    for image in images:
        if told is None:
            told = Told(image, image)
            continue
        before = told.last
        if before.columns == image.columns and before.now != image.was and before.veiled_by <= before.line:
            told.gaps.append(Gap(before.line, image.line, _between(before, image)))
        told.last = image
    return told


def _between(before: Image, after: Image) -> tuple[str, ...]:
    """Return the columns that differ and that the later line did not write; none where one of them has no tags."""
    if not before.tags or not after.tags:
        return ()
    return tuple(name for name in differing(before, after.tags) if name not in after.written)


def differing(image: Image, tags: str) -> list[str]:
    """Return the columns whose tags are others than the image has."""
    return [
        name
        for place, name in enumerate(image.columns)
        if image.tags[place * TAG : (place + 1) * TAG] != tags[place * TAG : (place + 1) * TAG]
    ]
