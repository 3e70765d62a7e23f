"""`proxeny`: the command line. Each command stands in a module of its own and is loaded when it is called."""

import importlib
import os

import click

COMMANDS = {
    "batches": "batches",
    "bench": "bench",
    "demo": "demo",
    "docket": "docket",
    "doctor": "doctor",
    "erasure": "erasure",
    "import": "importing",
    "ledger": "ledger",
    "options": "options",
    "sweep": "sweep",
    "swings": "swings",
    "team": "team",
    "up": "up",
    "user": "user",
    "worker": "worker",
}

WITHOUT_TABLES = {"up", "bench", "doctor", "options", "worker"}
PREPARE_THEMSELVES = {"ledger"}  # a bundle is verified without settings and tables


class Commands(click.Group):
    """The commands by name; importing only the one that is called keeps each start quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (the interface's signature)
        """Return all names."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of that name, with Django ready."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in PREPARE_THEMSELVES:
            prepare(cmd_name)
        command = importlib.import_module(f"proxeny.cli.{COMMANDS[cmd_name]}").command
        assert isinstance(command, click.Command)
        return command


def prepare(name: str = "") -> None:
    """Set Django up for the command of that name; a wrong setting is said in one sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "proxeny.config.settings")
    import django.conf
    from django.core.exceptions import ImproperlyConfigured
    from django.utils import translation

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise click.UsageError(str(error)) from error
    translation.activate(django.conf.settings.LANGUAGE_CODE)
    if name not in WITHOUT_TABLES:
        _be_sure_of_tables()


def _be_sure_of_tables() -> None:
    """Make the tables of an installation that has none yet; one of an older version is not touched without being asked."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if not executor.loader.applied_migrations:
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    elif executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise click.UsageError(
            "the database is of an older version: make a copy of it, then `proxeny up` brings it up to date"
        )


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="proxeny")
def run() -> None:
    """Proxeny 话事人: raw records in, this morning's docket out."""


if __name__ == "__main__":
    run()
