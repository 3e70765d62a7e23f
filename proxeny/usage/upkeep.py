"""Keeping the folder of facts tidy, and the pulses at hand."""

from proxeny.core import clock
from proxeny.core.queue import task
from proxeny.usage import pulses, store


@task(dedupe="usage-tidy")
def tidy() -> int:
    """Remove files that an import which was cut off left behind; return how many."""
    return len(store.sweep_orphans())


@task(dedupe="usage-pulses")
def take_pulses() -> str:
    """Have the pulses of today at hand before somebody asks for a page; return the day."""
    return pulses.standing_on(clock.today()).on.isoformat()
