"""Who is meant by a reference on record, by name."""

from collections.abc import Iterable

from proxeny.identity.models import Staff


def names_of(references: Iterable[str]) -> dict[str, str]:
    """Return the names of colleagues by their references; whoever is no colleague is left out."""
    numbers = {one.removeprefix("staff:") for one in references if one.startswith("staff:")}
    return {
        f"staff:{number}": name
        for number, name in Staff.objects.filter(pk__in=numbers).values_list("pk", "name")
    }
