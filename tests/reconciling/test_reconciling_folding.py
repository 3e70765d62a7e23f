"""What the lines about one row say, laid one behind the other."""

from hypothesis import given
from hypothesis import strategies as st

from proxeny.ledger.reconciling.folding import Image, fold
from proxeny.ledger.rows.fingerprints import Marker, plain

MARK = Marker(b"a key for tests")
COLUMNS = ("due_on", "what")
State = tuple[str, str]
STATES = st.lists(st.tuples(st.text(max_size=3), st.text(max_size=3)), min_size=1, max_size=6)


def image(line: int, before: State | None, now: State | None, *written: str) -> Image:
    """What a line says of the row 12."""

    def whole(state: State | None) -> str:
        return MARK.whole("a.row", 12, state) if state else ""

    tags = MARK.tags("a.row", 12, COLUMNS, now) if now else ""
    return Image(line, COLUMNS, whole(before), whole(now), tags, written)


@given(STATES)
def test_lines_that_follow_each_other_have_no_gaps(states: list[State]) -> None:
    befores: list[State | None] = [None, *states]
    told = fold(image(n, was, now) for n, (was, now) in enumerate(zip(befores, states, strict=False), 1))
    assert told is not None
    assert told.gaps == []
    assert told.last.now == MARK.whole("a.row", 12, states[-1])


@given(STATES, st.integers(0, 5), st.text(min_size=1, max_size=3))
def test_what_changed_between_two_lines_shows_also_after_later_ones(
    states: list[State], at: int, other: str
) -> None:
    at = at % len(states)
    states = [*states, ("20", "later"), ("21", "last")]
    images = [image(1, None, states[0])]
    for n in range(1, len(states)):
        was = states[n - 1]
        images.append(
            image(n + 1, (was[0] + other, was[1]) if n - 1 == at else was, states[n], "due_on", "what")
        )
    told = fold(images)
    assert told is not None
    assert [(gap.line, gap.until) for gap in told.gaps] == [(at + 1, at + 2)]


def test_the_column_is_named_that_no_line_wrote() -> None:
    told = fold([image(4, None, ("1", "a")), image(9, ("2", "a"), ("2", "b"), "what")])
    assert told is not None
    [gap] = told.gaps
    assert gap == (4, 9, ("due_on",))


def test_behind_an_erased_text_nothing_is_said_of_the_row() -> None:
    before, after = image(4, None, ("1", "a"))._replace(veiled_by=6), image(9, ("2", "a"), ("2", "b"))
    told = fold([before, after])
    assert told is not None
    assert told.gaps == []
    alone = fold([before])
    assert alone is not None
    assert not alone.is_told


@given(st.lists(st.text(), min_size=2, max_size=2), st.lists(st.text(), min_size=2, max_size=2))
def test_two_rows_have_one_fingerprint_only_where_they_are_the_same(one: list[str], other: list[str]) -> None:
    assert (MARK.whole("a.row", 1, one) == MARK.whole("a.row", 1, other)) == (one == other)


@given(st.text(), st.text())
def test_no_text_is_read_as_another(one: str, other: str) -> None:
    assert (plain(one) == plain(other)) == (one == other)
    assert plain(one) != plain(None)
