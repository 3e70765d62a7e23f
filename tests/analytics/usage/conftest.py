from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from proxeny.analytics.usage.reading import How, Reading, read


@pytest.fixture
def file_of(tmp_path: Path) -> Callable[..., Path]:
    def write(content: str | bytes, name: str = "usage.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write


@pytest.fixture
def reading_of(file_of: Callable[..., Path]) -> Callable[..., Reading]:
    def run(content: str | bytes, name: str = "usage.csv", encoding: str = "utf-8", **how: Any) -> Reading:
        return read(file_of(content, name, encoding), How(**how))

    return run
