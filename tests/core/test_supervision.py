import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


def parent(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.core.household", "parent", *words],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        text=True,
    )


def wait_until(mark: Path, says: str) -> None:
    deadline = time.monotonic() + 20
    while not (mark.exists() and mark.read_text() == says):
        assert time.monotonic() < deadline, f"{mark.name} never said {says!r}"
        time.sleep(0.02)


@pytest.mark.parametrize("word", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_stop_it_stops_all_and_says_that_none_fell(tmp_path: Path, word: int) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    with parent(f"sleeper={one}", f"sleeper={two}") as process:
        wait_until(one, "running")
        wait_until(two, "running")
        os.kill(process.pid, word)
        assert process.communicate(timeout=20)[0] == "None\n"
    assert (one.read_text(), two.read_text()) == ("stopped", "stopped")


def test_when_one_falls_the_other_is_stopped(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    with parent(f"sleeper={mark}", "faller") as process:
        assert process.communicate(timeout=20)[0] == "faller\n"
    assert not mark.exists() or mark.read_text() == "stopped"


def test_none_outlives_a_parent_that_is_killed(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    with parent(f"sleeper={mark}") as process:
        wait_until(mark, "running")
        process.kill()
    wait_until(mark, "stopped")
