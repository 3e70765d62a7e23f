"""`proxeny import`: bring in accounts, people, contracts, consumption."""

import click

from proxeny.cli.imports import accounts, contracts, people, usage


@click.group("import")
def command() -> None:
    """Bring in files. What cannot be read comes back as a file with reasons; every batch can be taken back."""


for one in (accounts, people, contracts, usage):
    command.add_command(one.command)
