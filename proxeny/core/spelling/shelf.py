"""An index that is kept in the process for as long as what it was made of stands."""

from collections.abc import Callable, Hashable, Iterable
from threading import Lock
from time import perf_counter, thread_time

from proxeny.core.spelling.laying import Entry
from proxeny.core.spelling.recall import Index

CHEAP = 0.005
"""Seconds of computing: a look at the version that takes longer is not taken at every keystroke."""
SHARE = 20
"""Looking at the version takes at most one part in so many of the time …"""
LONGEST_REST = 2.0
"""… and what is new is found after so many seconds at the latest."""


class Shelf:
    """Keeps one index.

    `version` tells cheaply whether anything has changed since; `entries` gives what is to be found. What changed so that
    all entries are the same (a customer changed hands) keeps the index.
    """

    def __init__(self, version: Callable[[], Hashable], entries: Callable[[], Iterable[Entry]]) -> None:
        self._version, self._entries = version, entries
        self._kept: tuple[Hashable, Index] | None = None
        self._rests_until = 0.0
        self._lock = Lock()

    def index(self) -> Index:
        """Return the index of how things stand."""
        with self._lock:
            if self._kept is not None and perf_counter() < self._rests_until:
                return self._kept[1]
            begun = thread_time()
            version = self._version()
            took = thread_time() - begun
            self._rests_until = perf_counter() + min(SHARE * took, LONGEST_REST) if took > CHEAP else 0.0
            if self._kept is None or self._kept[0] != version:
                before = self._kept[1] if self._kept else None
                entries = list(self._entries())
                same = before is not None and before.entries == entries
                self._kept = (version, before if before and same else Index(entries, before))
            return self._kept[1]
