"""Bringing an installation up to date: the database's tables and the collected static files."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

import proxeny


def from_the_future() -> list[str]:
    """Return the migrations that the data have had and this program, being older, does not know."""
    loader = MigrationLoader(connection)
    known = loader.disk_migrations
    return sorted(
        f"{app}.{name}"
        for app, name in loader.applied_migrations
        if app in loader.migrated_apps and (app, name) not in known
    )


def pending() -> list[str]:
    """Return the migrations that the database still needs."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def migrate() -> None:
    """Bring the tables up to date."""
    call_command("migrate", interactive=False, verbosity=0)


def collect_static_files() -> bool:
    """Collect the static files if any has changed since the last time; tell whether that was needed."""
    mark = Path(str(settings.STATIC_ROOT)).with_suffix(
        ".collected"
    )  # beside the folder: what lies in it is served
    wanted = _fingerprint()
    if mark.exists() and mark.read_text("utf-8") == wanted:
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    mark.write_text(wanted, "utf-8")
    return True


def _fingerprint() -> str:
    """Return a short name for the version and every source file with its size and time."""
    lines = [proxeny.__version__]
    for finder in get_finders():
        for path, storage in finder.list([]):
            found = Path(storage.path(path)).stat()
            lines.append(f"{path} {found.st_size} {found.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
