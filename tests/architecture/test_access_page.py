from itertools import takewhile
from pathlib import Path

from proxeny.identity.roles import MATRIX, NOTHING, Area, Reach, Right, Role

PAGE = Path(__file__).resolve().parents[2] / "docs" / "access.md"


def words(right: Right) -> str:
    """What a cell of the table says of a right."""
    if right == NOTHING:
        return "–"
    if right.write is Reach.NONE:
        return f"read {right.read}"
    if right.write is right.read:
        return f"write {right.write}"
    return f"read {right.read}, write {right.write}"


def table() -> list[str]:
    """The table of the page, a line for every area, a column for every role."""
    rows = [["area", *Role.values], ["---"] * (1 + len(Role))]
    rows += [[f"`{area}`", *(words(MATRIX[area].get(role, NOTHING)) for role in Role)] for area in Area]
    return [f"| {' | '.join(row)} |" for row in rows]


def test_the_page_of_rights_says_what_the_matrix_grants() -> None:
    lines = PAGE.read_text("utf-8").splitlines()
    start = lines.index(table()[0])
    assert list(takewhile(lambda line: line.startswith("|"), lines[start:])) == table()


def test_every_area_is_explained_in_words() -> None:
    lines = PAGE.read_text("utf-8").splitlines()
    assert [area for area in Area if not any(line.startswith(f"- `{area}`:") for line in lines)] == []
