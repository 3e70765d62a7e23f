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
    "import": "importing",
    "ledger": "ledger",
    "sweep": "sweep",
    "swings": "swings",
    "up": "up",
    "user": "user",
    "worker": "worker",
}


class Commands(click.Group):
    """The commands by name; importing only the one that is called keeps each start quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (the interface's signature)
        """Return all names."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command of that name, with Django ready."""
        if cmd_name not in COMMANDS:
            return None
        prepare()
        command = importlib.import_module(f"proxeny.cli.{COMMANDS[cmd_name]}").command
        assert isinstance(command, click.Command)
        return command


def prepare() -> None:
    """Set Django up; a wrong setting is said in one sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "proxeny.config.settings")
    import django.conf
    from django.core.exceptions import ImproperlyConfigured
    from django.utils import translation

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise click.UsageError(str(error)) from error
    translation.activate(django.conf.settings.LANGUAGE_CODE)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="proxeny")
def run() -> None:
    """Proxeny 话事人: raw records in, this morning's docket out."""


if __name__ == "__main__":
    run()
