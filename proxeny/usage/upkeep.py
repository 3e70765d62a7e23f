"""Keeping the folder of facts tidy."""

from proxeny.core.queue import task
from proxeny.usage import store


@task(dedupe="usage-tidy")
def tidy() -> int:
    """Remove files that an import which was cut off left behind; return how many."""
    return len(store.sweep_orphans())
