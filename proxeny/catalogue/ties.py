"""Whether what modules need and exclude goes together; nothing here asks the database."""

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

Needs = Mapping[int, Collection[int]]
Excludes = Mapping[int, Collection[int]]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """That a module cannot be had: with what it needs come two that exclude each other.

    `one` and `other` lead from the module to each of the two, over what needs what; the module itself may be one of them.
    """

    one: tuple[int, ...]
    other: tuple[int, ...]


def needed(module: int, needs: Needs) -> dict[int, tuple[int, ...]]:
    """Return all that comes with a module, itself first, each with the shortest way to it over what needs what."""
    ways: dict[int, tuple[int, ...]] = {module: (module,)}
    waiting = deque([module])
    while waiting:
        here = waiting.popleft()
        for there in sorted(needs.get(here, ())):
            if there not in ways:
                ways[there] = (*ways[here], there)
                waiting.append(there)
    return ways


def contradiction(module: int, needs: Needs, excludes: Excludes) -> Contradiction | None:
    """Return why the module cannot be had, with the shortest ways, or None where it can.

    That one of two excludes the other is enough, whichever says so.
    """
    ways = needed(module, needs)
    clashing = [
        Contradiction(ways[one], ways[other])
        for one in ways
        for other in excludes.get(one, ())
        if other in ways
    ]
    return min(clashing, key=lambda found: (len(found.one) + len(found.other), found.one), default=None)


def first_contradiction(modules: Iterable[int], needs: Needs, excludes: Excludes) -> Contradiction | None:
    """Return why one of the modules cannot be had, or None where each can."""
    found = (contradiction(module, needs, excludes) for module in modules)
    return next((one for one in found if one), None)
