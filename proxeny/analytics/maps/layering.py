"""Which layer each node is in: behind all it follows, and no farther from its neighbours than must be.

The longest path from the left gives the fewest layers; then nodes are moved within their room as long as that shortens the
edges, which is the aim, though not the exact method, of the network simplex of Gansner, Koutsofios, North and Vo, IEEE Trans.
Softw. Eng. 19 (1993) 214.
"""

from collections.abc import Mapping, Sequence

from proxeny.analytics.precedence import in_order


def layering(before: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return the layer of each key, 0 on the left and none empty; `before` names whom each follows.

    Raises Loop, or ValueError for unknown keys.
    """
    order = in_order(before)
    behind: dict[str, list[str]] = {key: [] for key in before}
    layer: dict[str, int] = {}
    for key in order:
        layer[key] = max((layer[one] + 1 for one in before[key]), default=0)
        for one in before[key]:
            behind[one].append(key)
    for _ in order:
        if not _shortened(layer, order, before, behind):
            break
    return layer


def _shortened(
    layer: dict[str, int],
    order: Sequence[str],
    before: Mapping[str, Sequence[str]],
    behind: Mapping[str, Sequence[str]],
) -> bool:
    """Move each node once to where its edges are shortest; return whether any moved. One with equal pull goes right.

    That lets a whole chain follow, link by link, when only its beginning would gain.
    """
    moved = False
    for key in reversed(order):
        pull = len(behind[key]) - len(before[key])
        if pull >= 0 and behind[key]:
            there = min(layer[one] for one in behind[key]) - 1
        elif pull < 0:
            there = max(layer[one] for one in before[key]) + 1
        else:
            there = layer[key]
        moved |= there != layer[key]
        layer[key] = there
    return moved
