"""Amounts of a file as whole minor units, exact or refused."""

from decimal import Decimal

from proxeny.core.money import Money
from proxeny.core.sentences import N_
from proxeny.intake.rows.reading import Pass
from proxeny.intake.tabular.currencies import require_in_currency
from proxeny.intake.tabular.problems import CellError
from proxeny.intake.tabular.reading import Amount
from proxeny.intake.tabular.sayings import SAYINGS

MOST = (1 << 63) - 1
TOO_MUCH = N_("“%(value)s” is more than can be kept.")


def minor_of(amount: Decimal, currency: str, row: int, name: str, work: Pass) -> int:
    """Return the amount in minor units of the currency it turned out to be in; an objection where it is not exact."""
    try:
        require_in_currency(Amount(amount), currency)
    except CellError as error:
        work.object(row, name, SAYINGS[error.code], value=f"{amount:f}", **error.params)
        return 0
    minor = Money.of(amount, currency).minor
    if abs(minor) > MOST:
        work.object(row, name, TOO_MUCH, value=f"{amount:f}")
        return 0
    return minor
