"""Maps that can be read: nothing on top of anything, from left to right, long lines straight, few crossings."""

import random
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proxeny.analytics.maps import Box, Node, Picture, Route, Spacing, lay_out
from proxeny.analytics.maps.layering import layering
from proxeny.analytics.maps.ordering import crossings, ordering
from proxeny.analytics.maps.proper import proper
from proxeny.analytics.precedence import Loop

Edges = list[tuple[str, str]]


def made_up(count: int, seed: int, lanes: int = 1) -> tuple[list[Node], Edges]:
    """A path of so many steps such as people make: each waits for one to three of the dozen before it."""
    rng = random.Random(seed)
    nodes = [
        Node(str(n), rng.choice((120, 160, 200)), rng.choice((40, 56, 72)), rng.randrange(lanes))
        for n in range(count)
    ]
    edges = [
        (str(earlier), str(n))
        for n in range(1, count)
        for earlier in sorted(rng.sample(range(max(0, n - 12), n), min(n, rng.choice((1, 1, 2, 3)))))
    ]
    return nodes, edges


@st.composite
def maps(draw: st.DrawFn) -> tuple[list[Node], Edges]:
    """Any acyclic graph of up to 14 nodes of any size in up to two lanes."""
    count = draw(st.integers(1, 14))
    sizes = st.integers(1, 200).map(float)
    nodes = [Node(str(n), draw(sizes), draw(sizes), draw(st.integers(0, 1))) for n in range(count)]
    pairs = [(str(a), str(b)) for a, b in combinations(range(count), 2)]
    return nodes, draw(st.lists(st.sampled_from(pairs), unique=True, max_size=30)) if pairs else []


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width - 1e-6
        and other.x < one.x + one.width - 1e-6
        and one.y < other.y + other.height - 1e-6
        and other.y < one.y + one.height - 1e-6
    )


def height_at(route: Route, x: float) -> float:
    """How high the line is at x."""
    for (left, upper), (right, lower) in pairwise(route.points):
        if left - 1e-9 <= x <= right + 1e-9:
            return upper + (lower - upper) * ((x - left) / (right - left) if right > left else 0)
    raise AssertionError(x)


def goes_through(route: Route, box: Box) -> bool:
    """Whether the line enters the inside of the box; it is enough to look where the line bends and at the sides of the box."""
    first, last = route.points[0][0], route.points[-1][0]
    looked_at = {box.x, box.x + box.width, *(x for x, _ in route.points)}
    inside = (x for x in looked_at if first <= x <= last and box.x <= x <= box.x + box.width)
    return any(box.y + 1e-6 < height_at(route, x) < box.y + box.height - 1e-6 for x in inside)


def check(picture: Picture, edges: Edges) -> None:
    boxes = {box.key: box for box in picture.boxes}
    assert not any(overlap(one, other) for one, other in combinations(picture.boxes, 2))
    assert {(route.source, route.target) for route in picture.routes} == set(edges)
    for route in picture.routes:
        source, target = boxes[route.source], boxes[route.target]
        assert source.layer < target.layer
        assert route.points[0] == pytest.approx((source.x + source.width, source.y + source.height / 2))
        assert route.points[-1] == pytest.approx((target.x, target.y + target.height / 2))
        assert all(one[0] < other[0] for one, other in pairwise(route.points))
        for box in picture.boxes:
            assert box in (source, target) or not goes_through(route, box)
    for box in picture.boxes:
        assert box.x >= -1e-6
        assert box.x + box.width <= picture.width + 1e-6
        top, bottom = picture.lanes[box.lane]
        assert top - 1e-6 <= box.y
        assert box.y + box.height <= bottom + 1e-6
        assert bottom <= picture.height
    assert all(one[1] < other[0] for one, other in pairwise(picture.lanes))


def seen_crossings(picture: Picture) -> int:
    """How often two lines are seen to cross, from the picture alone: by their heights at both sides of each gap."""
    layers = max(box.layer for box in picture.boxes) + 1
    columns = [[box for box in picture.boxes if box.layer == layer] for layer in range(layers)]
    count = 0
    for left, right in pairwise(columns):
        gap = max(box.x + box.width for box in left), min(box.x for box in right)
        passing = [
            (height_at(route, gap[0]), height_at(route, gap[1]))
            for route in picture.routes
            if route.points[0][0] <= gap[0] + 1e-9 and route.points[-1][0] >= gap[1] - 1e-9
        ]
        for one, other in combinations(passing, 2):
            before, after = one[0] - other[0], one[1] - other[1]
            count += abs(before) > 1e-6 and abs(after) > 1e-6 and (before > 0) != (after > 0)
    return count


@given(maps())
def test_any_map_can_be_read(made: tuple[list[Node], Edges]) -> None:
    picture = lay_out(*made)
    check(picture, made[1])
    assert picture.crossings == seen_crossings(picture)


@given(maps())
def test_there_are_never_more_crossings_than_in_the_order_given(made: tuple[list[Node], Edges]) -> None:
    nodes, edges = made
    layer = layering({node.key: [a for a, b in edges if b == node.key] for node in nodes})
    graph = proper(nodes, edges, layer)
    best = ordering(graph)
    assert crossings(graph, best) <= crossings(graph, graph.layers)
    assert [sorted(group) for group in best] == [sorted(group) for group in graph.layers]


@pytest.mark.parametrize("count", [5, 15, 60])
@pytest.mark.parametrize("lanes", [1, 2])
def test_a_path_of_that_many_steps_can_be_read(count: int, lanes: int) -> None:
    for seed in range(3):
        nodes, edges = made_up(count, seed, lanes)
        picture = lay_out(nodes, edges)
        check(picture, edges)
        assert picture.crossings == seen_crossings(picture)
        assert lay_out(nodes, edges) == picture


def test_sixty_steps_lose_most_of_their_crossings() -> None:
    for seed in range(3):
        nodes, edges = made_up(60, seed)
        layer = layering({node.key: [a for a, b in edges if b == node.key] for node in nodes})
        graph = proper(nodes, edges, layer)
        assert crossings(graph, ordering(graph)) < crossings(graph, graph.layers) / 2


def test_a_tree_and_a_ladder_have_no_crossings() -> None:
    tree = [Node(str(n), 100, 40) for n in range(31)]
    assert (
        lay_out(
            random.Random(1).sample(tree, 31), [(str((n - 1) // 2), str(n)) for n in range(1, 31)]
        ).crossings
        == 0
    )
    rungs = [(f"{side}{n}", f"{side}{n + 1}") for n in range(8) for side in "ab"]
    ends = [*rungs, *((f"a{n}", f"b{n + 1}") for n in range(8))]
    ladder = [Node(f"{side}{n}", 100, 40) for n in range(9) for side in "ba"]
    assert lay_out(ladder, random.Random(2).sample(ends, len(ends))).crossings == 0


def test_a_long_line_runs_straight_past_what_lies_between() -> None:
    nodes = [Node(key, 100, 40) for key in "abcdez"]
    edges = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("a", "e"), ("z", "e")]
    picture = lay_out(nodes, edges)
    long = next(route for route in picture.routes if (route.source, route.target) == ("a", "e"))
    b, c, d = (height_at(long, box.x + box.width / 2) for box in picture.boxes[1:4])
    assert b == pytest.approx(c)
    assert c == pytest.approx(d)
    assert len(long.points) <= 6


def test_a_chain_lies_on_one_line() -> None:
    nodes = [Node(key, 100, 20.0 + 10 * number) for number, key in enumerate("abcd")]
    picture = lay_out(nodes, [("a", "b"), ("b", "c"), ("c", "d")])
    assert all(len(route.points) == 2 for route in picture.routes)
    assert [box.layer for box in picture.boxes] == [0, 1, 2, 3]


def test_what_waits_for_nothing_lies_near_where_it_is_needed() -> None:
    before = {"a": [], "b": ["a"], "c": ["b"], "d": ["c", "licence"], "licence": ["offer"], "offer": []}
    assert layering(before) == {"a": 0, "b": 1, "c": 2, "d": 3, "licence": 2, "offer": 1}


def test_theirs_stay_above_ours() -> None:
    nodes, edges = made_up(15, 4, lanes=2)
    picture = lay_out(nodes, edges, Spacing(lanes=80))
    theirs, ours = ([box for box in picture.boxes if box.lane == lane] for lane in (0, 1))
    assert max(box.y + box.height for box in theirs) + 80 <= min(box.y for box in ours) + 1e-6


def test_crossings_are_counted_as_one_would_on_paper() -> None:
    nodes = [Node(key, 10, 10) for key in "abcxyz"]
    edges = [(one, other) for one in "abc" for other in "xyz"]
    assert lay_out(nodes, edges).crossings == 9
    assert lay_out(nodes, [("a", "z"), ("b", "y"), ("c", "x")]).crossings == 0


def test_an_edge_given_twice_is_drawn_once_and_nothing_is_an_empty_picture() -> None:
    nodes = [Node("a", 10, 10), Node("b", 10, 10)]
    assert len(lay_out(nodes, [("a", "b"), ("a", "b")]).routes) == 1
    assert lay_out([], []) == Picture((), (), (), 0.0, 0.0, 0)


def test_what_cannot_be_laid_out_is_refused() -> None:
    a, b = Node("a", 10, 10), Node("b", 10, 10)
    with pytest.raises(Loop):
        lay_out([a, b], [("a", "b"), ("b", "a")])
    with pytest.raises(ValueError, match="which is not there"):
        lay_out([a], [("a", "b")])
    with pytest.raises(ValueError, match="which is not there"):
        lay_out([a], [("b", "a")])
    with pytest.raises(ValueError, match="key of its own"):
        lay_out([a, a], [])
    for size in ((0.0, 1.0, 0), (1.0, -1.0, 0), (1.0, 1.0, -1)):
        with pytest.raises(ValueError, match="no size"):
            Node("c", *size)
