"""Programs for the tests of supervision, each run as a process of its own."""

import signal
import sys
import threading
from pathlib import Path

from proxeny.core import supervision


def sleeper(mark: str) -> None:
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda _number, _frame: stop.set())
    Path(mark).write_text("running")
    stop.wait(60)
    Path(mark).write_text("stopped")


def faller() -> None:
    sys.exit(3)


def parent(*words: str) -> None:
    programs = {word: ["tests.core.household", *word.split("=")] for word in words}
    sys.stdout.write(f"{supervision.run(programs, lambda goes_on: None)}\n")


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
