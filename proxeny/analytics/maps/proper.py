"""The graph in which every edge leads to the next layer: long edges are cut by a stop in each layer they pass."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from proxeny.analytics.maps.picture import Node


@dataclass(frozen=True, slots=True)
class Proper:
    """Vertices are numbers: the nodes in their order, then the stops.

    `layers`: the vertices of each layer, by lane, otherwise as they came. `left`, `right`: the neighbours of each vertex in the
    layer before and after. `chains`: for each edge its vertices from source to target.
    """

    nodes: int
    lane: list[int]
    layers: list[list[int]]
    left: list[list[int]]
    right: list[list[int]]
    chains: list[list[int]]

    def is_stop(self, vertex: int) -> bool:
        """Whether the vertex only lets a long edge pass."""
        return vertex >= self.nodes


def proper(nodes: Sequence[Node], edges: Sequence[tuple[str, str]], layer: Mapping[str, int]) -> Proper:
    """Return the graph with its stops; a stop lies in the lane of the node that its edge comes from."""
    number = {node.key: vertex for vertex, node in enumerate(nodes)}
    lane = [node.lane for node in nodes]
    layers: list[list[int]] = [[] for _ in range(max(layer.values(), default=-1) + 1)]
    for node in nodes:
        layers[layer[node.key]].append(number[node.key])
    chains = []
    for source, target in edges:
        chain = [number[source]]
        for passed in range(layer[source] + 1, layer[target]):
            layers[passed].append(len(lane))
            chain.append(len(lane))
            lane.append(lane[number[source]])
        chains.append([*chain, number[target]])
    left: list[list[int]] = [[] for _ in lane]
    right: list[list[int]] = [[] for _ in lane]
    for chain in chains:
        for one, other in pairwise(chain):
            right[one].append(other)
            left[other].append(one)
    for vertices in layers:
        vertices.sort(key=lane.__getitem__)
    return Proper(len(nodes), lane, layers, left, right, chains)
