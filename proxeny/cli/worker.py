"""`proxeny worker`: deliver events, run what the schedule says, and work jobs off."""

import signal
import threading

import click

from proxeny.core.queue import worker


@click.command("worker")
def command() -> None:
    """Work in the background until Ctrl-C; `proxeny up` starts one by itself."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stop.set())
    worker.run(stop)
