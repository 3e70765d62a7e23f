"""`proxeny import people`."""

from proxeny.accounts.importing.registering import PEOPLE
from proxeny.cli.imports.rows import row_command

command = row_command(PEOPLE, "Import the people at customers; the customers have to be there before.")
