"""`proxeny import`: bring in accounts, people, contracts, consumption, cases."""

import click

from proxeny.cli.imports import accounts, cases, contracts, people, usage


@click.group("import")
def command() -> None:
    """Bring in files. What cannot be read comes back as a file with reasons; every batch can be taken back."""


for one in (accounts, people, contracts, usage, cases):
    command.add_command(one.command)
