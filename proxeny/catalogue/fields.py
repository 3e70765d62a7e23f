"""The fields of the catalogue that can be changed: as text on the way in, as text on record."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from proxeny.accounts.fields import Amount, Editable
from proxeny.catalogue.matching import same, weight
from proxeny.catalogue.models import Module
from proxeny.catalogue.models.product import BETWEEN
from proxeny.identity.models import Team

LONGEST, LONGEST_NAME, MOST_NAMES = 4_000, 120, 60


class Prose(Editable):
    """Text of several lines, which keeps them."""

    def read(self, text: str, row: Any) -> str:  # noqa: ARG002
        """Return the text without blanks at its ends."""
        prose = "\n".join(line.rstrip() for line in text.splitlines()).strip()
        if len(prose) > LONGEST:
            values = {"most": f"{LONGEST:,}"}
            raise ValidationError(_("Say it in fewer words: %(most)s characters at most.") % values)
        return prose


class Names(Editable):
    """Several names or words, one on a line; 、 and commas part them, too."""

    parts = re.compile(r"[\n、,，;；]")

    def tell(self, value: Iterable[str] | None, row: Any) -> str:  # noqa: ARG002
        """Return them, one on a line."""
        return "\n".join(value or ())

    def read(self, text: str, row: Any) -> list[str]:  # noqa: ARG002
        """Return them in order, each once, whatever its case."""
        found: list[str] = []
        for part in self.parts.split(text):
            name = " ".join(part.split())
            if name and not any(same(name, one) for one in found):
                found.append(name)
        if len(found) > MOST_NAMES:
            raise ValidationError(_("That is too many: %(most)s at most.") % {"most": MOST_NAMES})
        if long := next((one for one in found if len(one) > LONGEST_NAME), ""):
            values = {"name": long[:30], "most": LONGEST_NAME}
            raise ValidationError(_("“%(name)s…” is too long: %(most)s characters at most.") % values)
        return found

    def on_record(self, text: str, row: Any) -> str | None:  # noqa: ARG002
        """Return the text; no names are none, not unknown."""
        return text


class Symptoms(Names):
    """Words by which people name what goes wrong."""

    def read(self, text: str, row: Any) -> list[str]:
        """Return them; each must be words that can be found in a text."""
        found = super().read(text, row)
        if vague := next((one for one in found if weight(one) < 2), ""):
            raise ValidationError(
                _("“%(name)s” is found in too many texts: write two characters at least.") % {"name": vague}
            )
        return found


class Provided(Names):
    """What a module provides, in the words of the business: one on a line, for they may hold commas."""

    parts = re.compile(r"[\n;；]")

    @property
    def column(self) -> str:
        """The attribute beside the row that holds the names (`tying.load`)."""
        return "provided"


class Modules(Names):
    """Other modules, by their full names: `数据中台 · 报表`; without the product's name, one of the same product."""

    def tell(self, value: Iterable[Any] | None, row: Any) -> str:  # noqa: ARG002
        """Return their full names, one on a line, in the order of the alphabet."""
        return "\n".join(sorted(one.full_name for one in value or ()))

    def read(self, text: str, row: Module) -> list[Module]:  # type: ignore[override]
        """Return the modules, each found by its name. Raises ValidationError for a name that no module has."""
        every = list(Module.objects.select_related("product"))
        found = []
        for name in super().read(text, row):
            meant = [
                one
                for one in every
                if same(one.full_name, name) or same(one.full_name, name.replace("·", BETWEEN))
            ]
            meant += [one for one in every if one.product_id == row.product_id and same(one.name, name)]
            if not meant:
                raise ValidationError(_("There is no module “%(name)s” in the catalogue.") % {"name": name})
            found.append(meant[0])
        return found


class Cost(Amount):
    """What it costs a year, in major units of the row's currency."""


class OfTeam(Editable):
    """A team, spelt as a reference: team:3."""

    def tell(self, value: Team | None, row: Any) -> str:  # noqa: ARG002
        """Return the reference."""
        return f"team:{value.pk}" if value else ""

    def read(self, text: str, row: Any) -> Team:  # noqa: ARG002
        """Return the team."""
        number = unicodedata.normalize("NFKC", text).strip().removeprefix("team:")
        team = Team.objects.filter(pk=number).first() if number.isdecimal() else None
        if team is None:
            raise ValidationError(_("Choose the team that is asked."))
        return team


def _by_name(*fields: Editable) -> dict[str, Editable]:
    return {one.name: one for one in fields}


OF_PRODUCTS = _by_name(
    Editable("name", required=True), Names("also_called"), Prose("about"), Names("editions")
)
OF_MODULES = _by_name(
    Editable("name", required=True), Names("also_called"), Prose("about"), Provided("provides"), Names("editions"),
    Modules("needs"), Modules("excludes"), Editable("days_to_adopt"), Cost("cost"), Editable("adoption_risk"),
    Prose("risk_because"),
)  # fmt: skip
OF_OWNERSHIPS = _by_name(Symptoms("symptoms"), OfTeam("team"))
