"""What can be wrong with a bundle."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of breaks.

    `FILE`: it is no bundle, or not written in the one form of a bundle. `KEY`: it is signed by another key than the one that is
    asked for. `MANIFEST`: the list of files is not signed by the key. `CHANGED`: a file in it is not the one that is listed.
    `ENTRY`: an entry's columns do not give its hash. `TEXT`: a text is not what the entry committed to. `PATH`: an entry does
    not lead to the head. `ORDER`: an entry stands twice, out of order, or does not follow its neighbour. `SUBJECT`: an entry is
    about something else. `HEAD`: a head is not signed by the key, or does not grow into the bundle's head. `FORK`: somebody
    holds another head of the same size. `ATTACHMENT`: a file is not one that an entry names.
    """

    FILE = "file"
    KEY = "key"
    MANIFEST = "manifest"
    CHANGED = "changed"
    ENTRY = "entry"
    TEXT = "text"
    PATH = "path"
    ORDER = "order"
    SUBJECT = "subject"
    HEAD = "head"
    FORK = "fork"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True, order=True)
class Break:
    """A place where a bundle does not hold: the name of a file or the number of an entry, the kind, what was found."""

    place: str
    kind: Kind
    detail: str = ""
