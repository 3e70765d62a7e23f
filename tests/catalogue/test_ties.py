"""What modules need and exclude: a contradiction is found exactly where trying everything finds one, and is true."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from proxeny.catalogue.ties import contradiction, first_contradiction, needed

NUMBERS = st.integers(0, 6)
PAIRS = st.sets(st.tuples(NUMBERS, NUMBERS), max_size=14)


def graph(pairs: set[tuple[int, int]]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
    return found


def closed_sets(needs: dict[int, set[int]], module: int) -> list[set[int]]:
    """All choices of modules with this one in which each has what it needs, tried one by one."""
    others = [one for one in range(7) if one != module]
    chosen = [{module, *some} for size in range(7) for some in combinations(others, size)]
    return [some for some in chosen if all(needs.get(one, set()) <= some for one in some)]


@settings(deadline=None)
@given(PAIRS, PAIRS, NUMBERS)
def test_a_module_contradicts_itself_where_no_choice_of_modules_can_hold_it(
    need_pairs: set[tuple[int, int]], exclude_pairs: set[tuple[int, int]], module: int
) -> None:
    needs, excludes = graph(need_pairs), graph({pair for pair in exclude_pairs if pair[0] != pair[1]})
    possible = any(
        not any(other in some for one in some for other in excludes.get(one, ()))
        for some in closed_sets(needs, module)
    )
    assert (contradiction(module, needs, excludes) is None) == possible


@settings(deadline=None)
@given(PAIRS, PAIRS, NUMBERS)
def test_what_is_said_of_a_contradiction_is_true(
    need_pairs: set[tuple[int, int]], exclude_pairs: set[tuple[int, int]], module: int
) -> None:
    needs, excludes = graph(need_pairs), graph(exclude_pairs)
    if found := contradiction(module, needs, excludes):
        for way in (found.one, found.other):
            assert way[0] == module
            assert all(there in needs[here] for here, there in pairwise(way))
        assert found.other[-1] in excludes[found.one[-1]]


@settings(deadline=None)
@given(PAIRS, NUMBERS)
def test_all_that_comes_with_a_module_is_the_least_choice_that_holds_it(
    pairs: set[tuple[int, int]], module: int
) -> None:
    needs = graph(pairs)
    assert set(needed(module, needs)) == min(closed_sets(needs, module), key=len)


def test_none_of_several_contradicts_itself_where_none_excludes() -> None:
    assert first_contradiction([1, 2], {1: {2}, 2: {1}}, {}) is None
    assert first_contradiction([3, 1], {1: {2}}, {2: {1}}) is not None
