"""What comes before what: an order in which everything follows what it waits for, or the loop that makes it impossible."""

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter


class Loop(ValueError):  # noqa: N818 - named for what was found
    """Things wait for one another in a circle.

    `keys` names them, each before the one that waits for it, the last before the first.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__(f"These wait for one another in a circle: {' → '.join([*keys, keys[0]])}.")
        self.keys = tuple(keys)


def in_order(after: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the keys so that each stands behind all that it comes after; the same mapping gives the same order.

    Raises Loop where there is no such order, ValueError where something comes after what is not there.
    """
    for key, earlier in after.items():
        for one in earlier:
            if one not in after:
                raise ValueError(f"“{key}” comes after “{one}”, which is not there.")
    try:
        return list(TopologicalSorter(after).static_order())
    except CycleError as found:
        raise Loop(found.args[1][:-1]) from None
