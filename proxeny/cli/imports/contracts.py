"""`proxeny import contracts`."""

from proxeny.accounts.importing.registering import CONTRACTS
from proxeny.cli.imports.rows import row_command

command = row_command(
    CONTRACTS, "Import contracts, one row for each line; rows of one number are one contract."
)
