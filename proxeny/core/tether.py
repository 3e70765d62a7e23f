"""Run a module for as long as the process that started it lives.

    python -m proxeny.core.tether FD MODULE [WORD…]

FD is the reading end of a pipe whose writing end only the starting process holds. When that process is gone,
however it went, the pipe ends; the module is then asked to stop as by Ctrl-C, and made to after a while. This
works wherever there are pipes, and leaves no orphan.
"""

import os
import runpy
import signal
import sys
import threading
import time

PATIENCE = 15  # seconds


def hold(descriptor: int) -> None:
    """Watch the pipe in a thread of its own, here and in every process that is forked from this one."""
    os.register_at_fork(after_in_child=lambda: _start(descriptor, os.getppid()))
    _start(descriptor, None)


def _start(descriptor: int, forked_from: int | None) -> None:
    threading.Thread(target=_watch, args=(descriptor, forked_from), name="tether", daemon=True).start()


def _watch(descriptor: int, forked_from: int | None) -> None:
    while os.read(descriptor, 1):
        pass
    # As long as the process it was forked from is there, that one ends it; a second word to stop would
    # disturb it.
    while forked_from is not None and os.getppid() == forked_from:
        time.sleep(0.2)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE)
    os._exit(1)


def main() -> None:
    """Take the words of the command line, and run the module as if it had been called by itself."""
    descriptor, module = int(sys.argv[1]), sys.argv[2]
    sys.argv = sys.argv[2:]
    hold(descriptor)
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
