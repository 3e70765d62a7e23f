"""The names of those who imported."""

from collections.abc import Iterable

from django.utils.translation import gettext

from proxeny.core.references import Reference
from proxeny.identity.models import Staff
from proxeny.reports.sentences import SYSTEM, UNKNOWN


def names_of(references: Iterable[str]) -> dict[str, str]:
    """Return a name for each reference: a colleague's, or what the program calls itself."""
    acting = {reference: Reference.parse(reference) for reference in references if reference}
    numbers = [parsed.key for parsed in acting.values() if parsed.kind == "staff"]
    known = {
        str(number): name for number, name in Staff.objects.filter(pk__in=numbers).values_list("pk", "name")
    }
    return {reference: _name(parsed, known) for reference, parsed in acting.items()}


def _name(reference: Reference, known: dict[str, str]) -> str:
    if reference.kind == "staff":
        return known.get(reference.key, UNKNOWN)
    return gettext(SYSTEM[reference.key]) if reference.key in SYSTEM else reference.key
