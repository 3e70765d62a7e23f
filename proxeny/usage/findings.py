"""What consumption itself hands in to the docket: lines of unknown customers, feeds that stopped."""

from collections.abc import Iterator
from datetime import date

from proxeny.core.findings import Finding


def set_aside(on: date) -> Iterator[Finding]:
    """Yield one finding when there are lines of customers that nobody has added."""
    yield from ()


def stale_feeds(on: date) -> Iterator[Finding]:
    """Yield one finding when no consumption at all has come in for days."""
    yield from ()
