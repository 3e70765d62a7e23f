"""The fields of a defect that can be changed: as text on the way in, as text on record."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from proxeny.accounts.fields import Editable

LONGEST = 10_000


class Prose(Editable):
    """Text of several lines, which keeps them."""

    def read(self, text: str, row: Any) -> str:  # noqa: ARG002
        """Return the text without blanks at its ends."""
        prose = "\n".join(line.rstrip() for line in text.splitlines()).strip()
        if self.required and not prose:
            raise ValidationError(_("Say what shows: what somebody does, what they expect, what they get."))
        if len(prose) > LONGEST:
            values = {"most": f"{LONGEST:,}"}
            raise ValidationError(_("Say it in fewer words: %(most)s characters at most.") % values)
        return prose


FIELDS: dict[str, Editable] = {
    one.name: one
    for one in (
        Editable("title", required=True),
        Editable("product"),
        Editable("module"),
        Prose("symptom", required=True),
        Prose("environment"),
        Prose("workaround"),
        Prose("workaround_risk"),
    )
}
