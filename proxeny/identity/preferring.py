"""How the workbench speaks and looks to one person. It is their own affair and does not go on record."""

from collections.abc import Mapping
from zoneinfo import available_timezones

from django.conf import settings
from django.db import transaction

from proxeny.identity.models import Staff

SETTINGS = ("language", "theme", "shortcuts", "time_zone")


def settings_of(staff: Staff) -> dict[str, str | bool]:
    """Return what the person has set, by name."""
    return {name: getattr(staff, name) for name in SETTINGS}


def prefer(staff: Staff, wanted: Mapping[str, object]) -> None:
    """Keep what the person wants; a setting that `wanted` does not name stays."""
    changed = [name for name in SETTINGS if name in wanted]
    for name in changed:
        setattr(staff, name, wanted[name])
    staff.save(update_fields=changed)


def is_zone(name: str) -> bool:
    """Tell whether `name` is a time zone; none at all is the installation's."""
    return not name or name in available_timezones()


def own_zone(name: str) -> str:
    """Return the zone to keep for who is in `name`: nothing where it is the installation's, or cannot be."""
    return "" if name == settings.TIME_ZONE or not is_zone(name) else name


def put_away(staff: Staff, hint: str) -> None:
    """Never show that hint to the person again."""
    with transaction.atomic():
        row = Staff.objects.select_for_update().get(pk=staff.pk)
        if hint not in row.hints_put_away:
            row.hints_put_away = [*row.hints_put_away, hint]
            row.save(update_fields=["hints_put_away"])
