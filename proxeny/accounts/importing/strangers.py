"""Rows that belong to customers nobody has added."""

from collections.abc import Sequence

from proxeny.accounts.importing.account_shelf import numbers_of
from proxeny.core.sentences import N_
from proxeny.intake.rows.reading import Pass, Record

NO_ACCOUNT = N_("There is no customer with the number “%(value)s”. Import the customers first.")


def object_to_strangers(records: Sequence[Record], work: Pass) -> None:
    """Object to every row of a customer that is not here."""
    here = numbers_of(record.values["account"] for record in records)
    for record in records:
        if record.values["account"] not in here:
            for row in record.rows:
                work.object(row, "account", NO_ACCOUNT, value=record.values["account"])
