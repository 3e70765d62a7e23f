"""In which order the vertices of a layer stand, so that few lines cross.

Sweeps to and fro by the mean and by the median of the neighbours, and swaps of adjacent vertices: Sugiyama, Tagawa and Toda,
IEEE Trans. Syst. Man Cybern. 11 (1981) 109; Gansner et al., IEEE Trans. Softw. Eng. 19 (1993) 214. Several starts are tried,
and the best order seen is kept, the first one among them, so that it never gets worse.
"""

from bisect import bisect_right, insort
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

from proxeny.analytics.maps.proper import Proper

PATIENCE = 4
SWEEPS = 24
Order = list[list[int]]
Pull = Callable[[Sequence[int]], float]


def ordering(graph: Proper) -> Order:
    """Return the vertices of each layer from top to bottom; lanes stay together, in the order of their numbers."""
    best = [list(layer) for layer in graph.layers]
    fewest = crossings(graph, best)
    for start in (graph.layers, _followed(graph)):
        for pull in (_mean, _median):
            if fewest == 0:
                return best
            found, count = _swept(graph, [list(layer) for layer in start], pull)
            if count < fewest:
                best, fewest = found, count
    return best


def crossings(graph: Proper, order: Order) -> int:
    """Return how often lines cross when the layers are ordered so."""
    count = 0
    for layer, following in pairwise(order):
        place = {vertex: at for at, vertex in enumerate(following)}
        seen: list[int] = []
        for vertex in layer:
            ends = sorted(place[other] for other in graph.right[vertex])
            count += sum(len(seen) - bisect_right(seen, end) for end in ends)
            for end in ends:
                insort(seen, end)
    return count


def _swept(graph: Proper, order: Order, pull: Pull) -> tuple[Order, int]:
    """Return the best order that sweeps find from this one, and its crossings."""
    best, fewest, idle = [list(layer) for layer in order], crossings(graph, order), 0
    for sweep in range(SWEEPS):
        rightwards = sweep % 2 == 0
        neighbours = graph.left if rightwards else graph.right
        numbers = range(1, len(order)) if rightwards else range(len(order) - 2, -1, -1)
        for number in numbers:
            beside = order[number - 1] if rightwards else order[number + 1]
            order[number] = _pulled(graph, order[number], beside, neighbours, pull)
        _swap(graph, order)
        count = crossings(graph, order)
        idle += 1
        if count < fewest:
            best, fewest, idle = [list(layer) for layer in order], count, 0
        if fewest == 0 or idle == PATIENCE:
            break
    return best, fewest


def _pulled(
    graph: Proper, layer: Sequence[int], beside: Sequence[int], neighbours: list[list[int]], pull: Pull
) -> list[int]:
    """Return the layer ordered by where the neighbours pull; who has none stays where it stood."""
    place = {vertex: at for at, vertex in enumerate(beside)}
    result: list[int] = []
    for _, together in groupby(layer, key=graph.lane.__getitem__):
        group = list(together)
        weight = {one: pull(sorted(place[n] for n in neighbours[one])) for one in group if neighbours[one]}
        held = iter(sorted(weight, key=weight.__getitem__))
        result += [next(held) if vertex in weight else vertex for vertex in group]
    return result


def _swap(graph: Proper, order: Order) -> None:
    """Swap adjacent vertices of a lane while that takes crossings away."""
    place = [0] * len(graph.lane)
    for layer in order:
        for at, vertex in enumerate(layer):
            place[vertex] = at
    for _ in range(SWEEPS):
        swapped = False
        for layer in order:
            for at in range(len(layer) - 1):
                one, other = layer[at], layer[at + 1]
                if graph.lane[one] == graph.lane[other] and _gain(graph, place, one, other) > 0:
                    layer[at], layer[at + 1] = other, one
                    place[one], place[other] = at + 1, at
                    swapped = True
        if not swapped:
            return


def _gain(graph: Proper, place: Sequence[int], upper: int, lower: int) -> int:
    """Return how many crossings go away if `upper` and `lower` change places."""
    gain = 0
    for neighbours in (graph.left, graph.right):
        ends = [place[one] for one in neighbours[lower]]
        for one in neighbours[upper]:
            at = place[one]
            gain += sum((at > end) - (at < end) for end in ends)
    return gain


def _followed(graph: Proper) -> Order:
    """Return the layers in the order in which one meets their vertices when following each line to its end."""
    seen: dict[int, None] = {}
    waiting = [vertex for layer in reversed(graph.layers) for vertex in reversed(layer)]
    while waiting:
        vertex = waiting.pop()
        if vertex not in seen:
            seen[vertex] = None
            waiting += reversed(graph.right[vertex])
    met = {vertex: at for at, vertex in enumerate(seen)}
    return [sorted(layer, key=lambda vertex: (graph.lane[vertex], met[vertex])) for layer in graph.layers]


def _mean(places: Sequence[int]) -> float:
    return sum(places) / len(places)


def _median(places: Sequence[int]) -> float:
    middle = len(places) // 2
    return places[middle] if len(places) % 2 else (places[middle - 1] + places[middle]) / 2
