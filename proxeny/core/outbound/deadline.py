"""The moment by which a call has ended, however slowly the other side drips."""

from time import monotonic

from proxeny.core.outbound.refusals import NoAnswer


class Deadline:
    """So many seconds from now for the whole call: looking up, connecting, sending and reading."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._until = monotonic() + seconds

    def left(self) -> float:
        """Return how many seconds are left. Raises NoAnswer where none is."""
        if (left := self._until - monotonic()) > 0:
            return left
        raise NoAnswer(f"it took longer than {self._seconds:g} seconds")
