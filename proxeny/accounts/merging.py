"""Putting together what one person wants and what another has done meanwhile; nothing either of them typed is lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that two people changed differently: what each wants, what both had seen before.

    `by` (a reference, empty where nobody is on record) and `at` tell who has changed it meanwhile and when.
    """

    field: str
    mine: str
    theirs: str
    before: str
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """What can be changed without asking (`changes`: field and new text), and what cannot (`clashes`)."""

    changes: dict[str, str] = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)


class Conflict(Exception):  # noqa: N818  (nothing went wrong: two people were at work)
    """Somebody changed the same field meanwhile. Nothing was kept; `free` are the wishes nobody stands against."""

    def __init__(self, clashes: list[Clash], free: Texts) -> None:
        super().__init__(", ".join(clash.field for clash in clashes))
        self.clashes, self.free = clashes, dict(free)


class Overtaken(Exception):  # noqa: N818
    """What is to be taken back was changed once more since; `clashes` say what, by whom and when."""

    def __init__(self, clashes: list[Clash]) -> None:
        super().__init__(", ".join(clash.field for clash in clashes))
        self.clashes = clashes


def merge(now: Texts, seen: Texts, wanted: Texts) -> Merged:
    """Merge field by field; a field that is not in `seen` is taken as seen the way it is.

    What is wanted already, or was not touched, needs no change: another's change to it stands. What nobody else has
    touched is changed. Where both have, and differ, it is a clash.
    """
    merged = Merged()
    for name, mine in wanted.items():
        theirs, before = now[name], seen.get(name, now[name])
        if mine in (theirs, before):
            continue
        if theirs == before:
            merged.changes[name] = mine
        else:
            merged.clashes.append(Clash(name, mine, theirs, before))
    return merged
