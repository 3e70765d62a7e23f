"""Whether the files are the ones that the manifest names."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from proxeny.analytics.usage.reading.opening import fingerprint
from proxeny.analytics.usage.store.part import Part
from proxeny.analytics.usage.store.writing import SUFFIX, UNFINISHED

ORPHAN_AGE = 3600.0
"""Seconds. A writer names its files in the manifest moments after writing them."""


@dataclass(frozen=True)
class Damage:
    """One part that is not as it was written."""

    path: str
    kind: Literal["missing", "changed"]


def check_part(part: Part, folder: Path) -> Damage | None:
    """Compare the file's size and SHA-256 with the manifest's."""
    path = folder / part.path
    if not path.is_file():
        return Damage(part.path, "missing")
    if path.stat().st_size != part.bytes or fingerprint(path) != part.sha256:
        return Damage(part.path, "changed")
    return None


def check_parts(parts: Iterable[Part], folder: Path) -> list[Damage]:
    """All the damage there is."""
    return [damage for part in parts if (damage := check_part(part, folder))]


def orphans(named: Iterable[str], folder: Path, now: float, *, age: float = ORPHAN_AGE) -> list[Path]:
    """Files that no manifest row names and that are older than `age` seconds at the epoch second `now`.

    They are left by writers that were killed before their transaction, and by compaction. Removing them is
    the caller's act, after it has read the manifest *before* calling this.
    """
    known = set(named)
    return sorted(
        path
        for path in (folder.iterdir() if folder.is_dir() else ())
        if path.suffix in {SUFFIX, UNFINISHED} and path.name not in known and now - path.stat().st_mtime > age
    )
