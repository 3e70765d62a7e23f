"""Keeping desks tidy."""

from proxeny.core.queue import task
from proxeny.desk import drafting


@task(dedupe="desk-tidy")
def tidy() -> int:
    """Remove drafts that nobody has touched for long; return how many."""
    return drafting.sweep_old()
