"""The whole way from nodes and edges to a picture: layers, order, heights, lines."""

from collections.abc import Sequence
from itertools import accumulate

from proxeny.analytics.maps.coordinates import heights
from proxeny.analytics.maps.layering import layering
from proxeny.analytics.maps.ordering import Order, crossings, ordering
from proxeny.analytics.maps.picture import Box, Node, Picture, Point, Route, Spacing
from proxeny.analytics.maps.proper import Proper, proper

NEAR = 1e-6


def lay_out(
    nodes: Sequence[Node], edges: Sequence[tuple[str, str]], spacing: Spacing | None = None
) -> Picture:
    """Return where the nodes lie and how the edges run: from left to right, and never through a node.

    The same nodes and edges in the same order give the same picture. An edge given twice is drawn once.
    Raises Loop if the edges run in a circle, ValueError for repeated keys or an edge to something that is not there.
    """
    spacing = spacing or Spacing()
    edges = list(dict.fromkeys(edges))
    layer = layering(_before(nodes, edges))
    graph = proper(nodes, edges, layer)
    order = ordering(graph)
    widths = [max(nodes[vertex].width for vertex in group if not graph.is_stop(vertex)) for group in order]
    starts = accumulate((width + spacing.layers for width in widths), initial=0.0)
    columns = [(start, start + width) for start, width in zip(starts, widths, strict=False)]
    middles, lanes = _stacked(graph, order, nodes, spacing)
    boxes = [_box(node, layer[node.key], columns, middles[vertex]) for vertex, node in enumerate(nodes)]
    routes = [
        Route(source, target, _line(graph.chains[number], boxes, middles, columns))
        for number, (source, target) in enumerate(edges)
    ]
    width = columns[-1][1] if columns else 0.0
    height = lanes[-1][1] if lanes else 0.0
    return Picture(tuple(boxes), tuple(routes), tuple(lanes), width, height, crossings(graph, order))


def _before(nodes: Sequence[Node], edges: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    """Return for each key whom it follows."""
    before: dict[str, list[str]] = {node.key: [] for node in nodes}
    if len(before) < len(nodes):
        raise ValueError("Every node needs a key of its own.")
    for source, target in edges:
        if target not in before:
            raise ValueError(f"An edge leads to “{target}”, which is not there.")
        before[target].append(source)
    return before


def _box(node: Node, layer: int, columns: Sequence[tuple[float, float]], middle: float) -> Box:
    """Return the box in the middle of its column."""
    left, right = columns[layer]
    x, y = (left + right - node.width) / 2, middle - node.height / 2
    return Box(node.key, x, y, node.width, node.height, layer, node.lane)


def _stacked(
    graph: Proper, order: Order, nodes: Sequence[Node], spacing: Spacing
) -> tuple[list[float], list[tuple[float, float]]]:
    """Return the middle of each vertex and the top and bottom of each lane, the lanes laid out one by one and stacked."""

    def half(vertex: int) -> float:
        return 0.0 if graph.is_stop(vertex) else nodes[vertex].height / 2

    def apart(upper: int, lower: int) -> float:
        is_line = graph.is_stop(upper) or graph.is_stop(lower)
        return half(upper) + half(lower) + (spacing.lines if is_line else spacing.nodes)

    middles, lanes, top = [0.0] * len(graph.lane), [], 0.0
    for lane in range(max(graph.lane, default=-1) + 1):
        found = heights(graph, [[one for one in group if graph.lane[one] == lane] for group in order], apart)
        upper = min((y - half(vertex) for vertex, y in found.items()), default=0.0)
        lower = max((y + half(vertex) for vertex, y in found.items()), default=0.0)
        for vertex, y in found.items():
            middles[vertex] = y - upper + top
        lanes.append((top, top + lower - upper))
        top += lower - upper + spacing.lanes
    return middles, lanes


def _line(
    chain: Sequence[int],
    boxes: Sequence[Box],
    middles: Sequence[float],
    columns: Sequence[tuple[float, float]],
) -> tuple[Point, ...]:
    """Return the corners of a line; within the columns of the layers it runs level, so that it slants only between them."""
    source, target = boxes[chain[0]], boxes[chain[-1]]
    points = [(source.x + source.width, middles[chain[0]]), (columns[source.layer][1], middles[chain[0]])]
    for passed, vertex in enumerate(chain[1:-1], source.layer + 1):
        points += [(edge, middles[vertex]) for edge in columns[passed]]
    points += [(columns[target.layer][0], middles[chain[-1]]), (target.x, middles[chain[-1]])]
    kept: list[Point] = []
    for point in points:
        if kept and abs(point[0] - kept[-1][0]) <= NEAR:
            continue
        if len(kept) > 1 and all(abs(point[1] - one[1]) <= NEAR for one in kept[-2:]):
            kept.pop()
        kept.append(point)
    return tuple(kept)
