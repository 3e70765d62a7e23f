"""Empty the database after what a whole module of tests looked at together."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection

from proxeny.ledger import guards


@contextmanager
def emptied() -> Iterator[None]:
    """Leave the database empty, as a test that commits does; the ledger's own refusal is lifted only meanwhile."""
    try:
        yield
    finally:
        guards.remove(connection)
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
        guards.install(connection)
