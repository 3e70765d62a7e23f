import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINES = {".py": 300, ".html": 80, ".js": 150, ".css": 250}
FUNCTION = 50


def own_files() -> Iterator[Path]:
    for folder in ("proxeny", "bin", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in LINES and not {"migrations", "__pycache__", "node_modules"} & set(path.parts):
                yield path


FILES = list(own_files())


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_read_without_getting_lost(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= LINES[path.suffix]


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.suffix == ".py"], ids=lambda path: str(path.relative_to(ROOT))
)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < FUNCTION, node.name


@pytest.mark.parametrize("face", ["web", "cli"])
def test_faces_change_nothing_by_themselves(face: str) -> None:
    """A face calls verbs; only they write rows, lock them and append to the ledger. A bench makes up rows of its own."""
    writes = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete"}
    for path in (ROOT / "proxeny" / face).rglob("*.py"):
        if "benches" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in writes
            ):
                assert "objects" not in ast.unparse(node.func.value), (
                    f"{path}:{node.lineno} {ast.unparse(node)}"
                )
