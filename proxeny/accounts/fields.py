"""The fields of customers and of their people that can be changed: as text on the way in, as text on record."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.core.money import Money
from proxeny.identity.models import Staff
from proxeny.identity.roles import Area, Role

MOST_MINOR = 10**15


@dataclass(frozen=True, slots=True)
class Editable:
    """One field: its name outside, which part of the work it belongs to, how it is kept, read and told.

    `whole` closes it to all but those who answer for all customers. Text is `""` where nothing is known.
    """

    name: str
    area: Area = Area.DOSSIER
    whole: bool = False
    required: bool = False

    @property
    def column(self) -> str:
        """The attribute of the row that holds it."""
        return self.name

    def text(self, row: Any) -> str:
        """Return what the row holds, as text."""
        return self.tell(getattr(row, self.column), row)

    def tell(self, value: Any, row: Any) -> str:  # noqa: ARG002  (others need the row)
        """Return a value as text."""
        return "" if value is None else str(value)

    def read(self, text: str, row: Any) -> Any:
        """Return the value that `text` spells. Raises ValidationError with a sentence for the field."""
        text = " ".join(text.split())
        if self.required and not text:
            raise ValidationError(_("It needs a name."))
        field = _column(row, self.column)
        return field.clean(None if field.null and not text else text, row)

    def on_record(self, text: str, row: Any) -> str | None:
        """Return the text as it goes on record: None for nothing, where the column knows nothing."""
        return None if not text and _column(row, self.column).null else text


class Day(Editable):
    """A day, spelt 2026-11-22; not one to come."""

    def read(self, text: str, row: Any) -> date | None:  # noqa: ARG002
        """Return the day, or None."""
        if not (text := text.strip()):
            return None
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise ValidationError(_("Write the day like 2026-11-22.")) from None
        if day > clock.today():
            raise ValidationError(_("That day is still to come."))
        return day


class Amount(Editable):
    """An amount in the customer’s currency, spelt in major units with its decimals: 500000.00."""

    @property
    def column(self) -> str:
        """The attribute that holds the minor units."""
        return f"{self.name}_minor"

    def tell(self, value: int | None, row: Account) -> str:
        """Return the amount in major units."""
        return "" if value is None else f"{Money(value, row.currency).amount:f}"

    def read(self, text: str, row: Account) -> int | None:
        """Return the minor units, or None."""
        plain = unicodedata.normalize("NFKC", text).replace(",", "").replace("¥", "").strip()
        if not plain:
            return None
        try:
            amount = Decimal(plain)
        except InvalidOperation:
            raise ValidationError(_("Write the amount in figures, like 500000.")) from None
        if not amount.is_finite() or amount < 0 or amount >= MOST_MINOR:
            raise ValidationError(_("Write an amount of nothing or more."))
        minor = Money.of(amount, row.currency).minor
        if minor >= MOST_MINOR * 100:
            raise ValidationError(_("Write an amount of nothing or more."))
        return minor


@dataclass(frozen=True, slots=True)
class Colleague(Editable):
    """A colleague in a role, spelt as a reference: staff:3. Who was chosen before may stay until somebody else is."""

    role: Role = Role.SPOKESPERSON

    def tell(self, value: Staff | None, row: Account) -> str:  # noqa: ARG002
        """Return the reference."""
        return value.reference if value else ""

    def read(self, text: str, row: Account) -> Staff | None:
        """Return the colleague, who must be here in that role, or None."""
        present: Staff | None = getattr(row, self.column)
        if text == self.tell(present, row):
            return present
        number = text.removeprefix("staff:")
        wanted = Staff.objects.filter(pk=number).first() if number.isdecimal() else None
        if wanted and not (wanted.is_active and self.role in wanted.roles):
            values = {"name": wanted.name, "role": self.role.label}
            raise ValidationError(_("%(name)s is not here as %(role)s. Choose somebody who is.") % values)
        return wanted


def _column(row: Model, name: str) -> Any:
    return type(row)._meta.get_field(name)  # noqa: SLF001  (Django's own way to a model's fields)


def _by_name(*fields: Editable) -> dict[str, Editable]:
    return {field.name: field for field in fields}


BASICS = _by_name(
    Editable("name", required=True),
    Editable("industry"),
    Editable("region"),
    Day("customer_since"),
    Amount("credit_limit", area=Area.COMMERCIAL),
)
ASSIGNED = _by_name(
    Editable("level", whole=True),
    Colleague("spokesperson", whole=True, role=Role.SPOKESPERSON),
    Colleague("sales", whole=True, role=Role.SALES),
)
OF_ACCOUNTS = {**BASICS, **ASSIGNED}
OF_CONTACTS = _by_name(
    Editable("name", required=True),
    Editable("part"),
    Editable("title"),
    Editable("email"),
    Editable("phone"),
    Day("left_on"),
)
