"""What an anchor is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Place = str
"""Where exactly: an address, a path."""


Receipt = bytes
"""What the place gave for it, to be kept beside the head; nothing where it gives none."""


class Unreachable(Exception):  # noqa: N818  (it says what is the case)
    """A head could not be laid there; the text says why."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A way to hand heads out: to which places as the settings say, and how. `lay` raises Unreachable."""

    name: str
    places: Callable[[], Sequence[Place]]
    lay: Callable[[Place, str, int], Receipt]
    """Lays a note of so many lines at the place, and returns what that gave for it."""
