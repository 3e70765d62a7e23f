"""Run several programs as one: they start and stop together, and none outlives the one that started them.

They stay in the process group of the caller, so that Ctrl-C at a terminal reaches all of them.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from types import FrameType

GRACE = 12.0
POLL = 0.1


class Programs:
    """Python modules that run as subprocesses, each held by a tether."""

    def __init__(self) -> None:
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        # Our end of the pipe is not inherited: it closes when this process ends, also by kill -9.
        self._pipe, self._end = os.pipe()

    def start(self, name: str, words: Sequence[str]) -> None:
        """Start the module `words[0]` with the other words."""
        command = [sys.executable, "-m", "proxeny.core.tether", str(self._pipe), *words]
        self._running[name] = subprocess.Popen(command, pass_fds=[self._pipe], stdin=subprocess.DEVNULL)

    def ended(self) -> str | None:
        """Return the name of one that has ended, or None while all run."""
        return next((name for name, process in self._running.items() if process.poll() is not None), None)

    def stop(self, grace: float = GRACE) -> bool:
        """Ask all to stop, and kill those that have not in `grace` seconds; False if any had to be killed."""
        # The end of the pipe is the word to stop. It also reaches what a program forked and left behind when
        # it was killed.
        os.close(self._end)
        os.close(self._pipe)
        deadline = time.monotonic() + grace
        clean = [self._wait(process, deadline) for process in self._running.values()]
        return all(clean)

    def _wait(self, process: subprocess.Popen[bytes], deadline: float) -> bool:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return False
        return True


def run(
    programs: Mapping[str, Sequence[str]], when_started: Callable[[Callable[[], bool]], None]
) -> str | None:
    """Run `programs` until SIGINT or SIGTERM, or until one ends; return the name of that one, or None.

    `when_started` is called once with a function that tells whether all is still as it should be, to wait by.
    """
    asked = threading.Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        asked.set()

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    household = Programs()
    try:
        for name, words in programs.items():
            household.start(name, words)
        when_started(lambda: not asked.is_set() and household.ended() is None)
        while not asked.wait(POLL):
            if fallen := household.ended():
                # At a terminal they hear Ctrl-C themselves, and may be gone a moment before this process
                # knows of it.
                return None if asked.wait(POLL) else fallen
        return None
    finally:
        household.stop()
        for number, handler in before.items():
            signal.signal(number, handler)
