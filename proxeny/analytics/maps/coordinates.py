"""How high each vertex lies: long lines straight, nodes near the middle of their neighbours, nothing on top of anything.

Brandes and Köpf, Graph Drawing 2001, LNCS 2265, 31: vertices are tied into blocks that lie at one height, four times over (by
their left or right neighbours, from above or from below), and each lies at the mean of the two middle heights. The blocks are
placed by longest paths between them.
"""

from collections.abc import Callable, Sequence
from graphlib import TopologicalSorter
from itertools import pairwise
from math import inf

from proxeny.analytics.maps.ordering import Order
from proxeny.analytics.maps.proper import Proper

Apart = Callable[[int, int], float]
"""How far the middles of two neighbours in a layer have to be apart; the same both ways."""


def heights(graph: Proper, order: Order, apart: Apart) -> dict[int, float]:
    """Return the middle of each vertex of `order`, which holds some of the graph's vertices, layer by layer from top to bottom.

    Edges to vertices that are not in `order` are left out of account. Where the uppermost lies means nothing; only differences
    count.
    """
    place = {vertex: at for layer in order for at, vertex in enumerate(layer)}
    left = {vertex: [one for one in graph.left[vertex] if one in place] for vertex in place}
    right = {vertex: [one for one in graph.right[vertex] if one in place] for vertex in place}
    loose = _loose(graph, order, place, right)
    found = []
    for neighbours, layers in ((left, order), (right, order[::-1])):
        for upside_down in (False, True):
            turned = [layer[::-1] for layer in layers] if upside_down else layers
            at = {vertex: number for layer in turned for number, vertex in enumerate(layer)}
            root = _blocks(turned, at, neighbours, loose)
            placed = _placed(turned, root, apart)
            found.append({vertex: -y if upside_down else y for vertex, y in placed.items()})
    return _balanced(found)


def _loose(
    graph: Proper, order: Order, place: dict[int, int], right: dict[int, list[int]]
) -> set[tuple[int, int]]:
    """Return the edges (left, right) that may not be tied, since they cross the inner part of a long edge.

    Of two inner parts that cross, the one that comes later has to bend.
    """
    loose = set()
    for layer in order:
        pairs = [(one, other) for one in layer for other in right[one]]
        inner = [pair for pair in pairs if graph.is_stop(pair[0]) and graph.is_stop(pair[1])]
        for number, (one, other) in enumerate(inner):
            for pair in [*(pair for pair in pairs if pair not in inner), *inner[number + 1 :]]:
                if (place[one] - place[pair[0]]) * (place[other] - place[pair[1]]) < 0:
                    loose.add(pair)
    return loose


def _blocks(
    layers: Order, at: dict[int, int], neighbours: dict[int, list[int]], loose: set[tuple[int, int]]
) -> dict[int, int]:
    """Tie each vertex to a median neighbour in the layer before, where no tie is crossed; return the head of its block."""
    root = {vertex: vertex for layer in layers for vertex in layer}
    for layer in layers:
        last = -1
        for vertex in layer:
            beside = sorted(neighbours[vertex], key=at.__getitem__)
            for number in sorted({(len(beside) - 1) // 2, len(beside) // 2}) if beside else ():
                other = beside[number]
                if at[other] > last and not {(other, vertex), (vertex, other)} & loose:
                    root[vertex] = root[other]
                    last = at[other]
                    break
    return root


def _placed(layers: Order, root: dict[int, int], apart: Apart) -> dict[int, float]:
    """Place the blocks as high as they may go, then let each fall towards those below it, where it has room."""
    above: dict[int, dict[int, float]] = {head: {} for head in root.values()}
    below: dict[int, dict[int, float]] = {head: {} for head in root.values()}
    for layer in layers:
        for upper, lower in pairwise(layer):
            one, other = root[upper], root[lower]
            distance = max(apart(upper, lower), above[other].get(one, 0.0))
            above[other][one] = below[one][other] = distance
    downwards = list(TopologicalSorter(above).static_order())
    y: dict[int, float] = {}
    for head in downwards:
        y[head] = max((y[one] + distance for one, distance in above[head].items()), default=0.0)
    for head in reversed(downwards):
        room = min((y[one] - distance for one, distance in below[head].items()), default=inf)
        if room < inf:
            y[head] = max(y[head], room)
    return {vertex: y[head] for vertex, head in root.items()}


def _balanced(found: Sequence[dict[int, float]]) -> dict[int, float]:
    """Return the mean of the two middle heights of each vertex, all four pictures being moved onto the lowest one.

    Those packed from above are moved edge to edge at the top, those packed from below at the bottom.
    """
    if not found[0]:
        return {}
    slim = min(found, key=lambda y: max(y.values()) - min(y.values()))
    top, bottom = min(slim.values()), max(slim.values())
    moved = []
    for number, y in enumerate(found):
        shift = bottom - max(y.values()) if number % 2 else top - min(y.values())
        moved.append({vertex: value + shift for vertex, value in y.items()})
    middle = {}
    for vertex in slim:
        _, lower, upper, _ = sorted(y[vertex] for y in moved)
        middle[vertex] = (lower + upper) / 2
    return middle
