"""`proxeny import accounts`."""

import click

from proxeny.accounts.importing.registering import ACCOUNTS
from proxeny.cli.imports.rows import row_command

command = row_command(
    ACCOUNTS,
    "Import customers: a number, a name, and what else is known of them.",
    click.option(
        "--unknown-colleagues",
        type=click.Choice(["refuse", "empty"]),
        help="What happens to a row that names a colleague who is not here; it is bad otherwise.",
    ),
)
