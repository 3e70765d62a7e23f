"""The fields of a case, and of who stands behind it, that can be changed: as text on the way in, as text on record."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from proxeny.accounts.contacting import record_of
from proxeny.accounts.fields import Editable
from proxeny.accounts.models import Contact
from proxeny.cases.models import Case
from proxeny.identity.roles import Area

LONGEST = 20_000


class Title(Editable):
    """What it is about, in one line; never empty."""

    def read(self, text: str, row: Any) -> Any:
        """Return the line. Raises ValidationError for none."""
        if not text.strip():
            raise ValidationError(_("Say in a few words what it is about."))
        return super().read(text, row)


class Text(Editable):
    """Text of several lines: line ends are made one sort, blanks around it go."""

    def read(self, text: str, row: Any) -> str:  # noqa: ARG002
        """Return the text. Raises ValidationError for one that is too long to be read."""
        plain = "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).strip()
        if len(plain) > LONGEST:
            raise ValidationError(_("That is too long to be read. Attach it as a file instead."))
        return plain


class Person(Editable):
    """Somebody at the customer of this case, spelt as a reference: contact:3. Who has left may be named, too."""

    def text(self, row: Any) -> str:
        """Return the reference without asking for the person."""
        number = getattr(row, f"{self.column}_id")
        return f"contact:{number}" if number else ""

    def tell(self, value: Contact | None, row: Any) -> str:  # noqa: ARG002
        """Return the reference."""
        return str(record_of(value)) if value else ""

    def read(self, text: str, row: Any) -> Contact | None:
        """Return the person, or None. Raises ValidationError for somebody who is not of this customer."""
        if not (text := text.strip()):
            return None
        number = text.removeprefix("contact:")
        account = row.account_id if isinstance(row, Case) else row.case.account_id
        found = Contact.objects.filter(pk=number, account=account).first() if number.isdecimal() else None
        if found is None:
            raise ValidationError(
                _("That person is not on record at this customer. Choose another, or add them.")
            )
        return found


def _by_name(*fields: Editable) -> dict[str, Editable]:
    return {field.name: field for field in fields}


OF_CASES = _by_name(
    Title("title", area=Area.INSIDE),
    Editable("product", area=Area.INSIDE),
    Editable("severity", area=Area.INSIDE),
    Editable("channel", area=Area.INSIDE),
    Text("environment", area=Area.INSIDE),
    Text("purpose", area=Area.INSIDE),
    Text("today", area=Area.INSIDE),
    Person("reporter", area=Area.INSIDE),
)
OF_FRAMING = _by_name(
    Person("asked_by", area=Area.INSIDE),
    Person("on_behalf_of", area=Area.INSIDE),
    Person("decides", area=Area.INSIDE),
    Person("pays", area=Area.INSIDE),
    Text("hoped_conclusion", area=Area.INSIDE),
)
OF_VIEWS = _by_name(
    Text("answer", area=Area.INSIDE),
    Text("hidden_bug", area=Area.INSIDE),
    Text("data_accuracy", area=Area.INSIDE),
    Text("clumsier", area=Area.INSIDE),
)
OF_SATISFACTIONS = _by_name(Text("when", area=Area.INSIDE))
