"""Setting the hours in which a team works, where they differ from the vendor's own."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.catalogue import access, recording
from proxeny.catalogue.events import Kind
from proxeny.catalogue.models import TeamHours
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.calendar.hours import NoWorkingTime
from proxeny.core.calendar.kept import service_time_of, working_hours
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.identity.models import Team


def set_hours(
    team: Team,
    *,
    by: Actor,
    around_the_clock: bool = False,
    hours: Mapping[str, list[list[int]]] | None = None,
    country: str = "",
    zone: str = "",
) -> TeamHours:
    """Let the team work in hours of its own, kept as `core.calendar.kept` reads them.

    Saying the same again changes nothing. Raises NotFound for who may not, ValidationError where hours overlap or there are
    none.
    """
    with transaction.atomic():
        about = _admitted(team, by)
        row = TeamHours.objects.filter(team=team).first() or TeamHours(team=team)
        before = (row.around_the_clock, row.hours, row.country, row.zone)
        row.around_the_clock, row.hours, row.country, row.zone = (
            around_the_clock,
            dict(hours or {}),
            country,
            zone,
        )
        _check(row)
        if row.pk and before == (row.around_the_clock, row.hours, row.country, row.zone):
            return row
        row.changed_by, row.changed_at = by.reference, clock.now()
        row.save()
        said = {
            "around_the_clock": around_the_clock,
            "hours": row.hours,
            "country": country,
            "zone": zone,
        }
        recording.append(Kind.HOURS_SET, about, by=by, team=team.name, **said)
    return row


def forget_hours(team: Team, *, by: Actor) -> None:
    """Let the team work in the vendor's hours again. Doing it twice changes nothing."""
    with transaction.atomic():
        about = _admitted(team, by)
        if TeamHours.objects.filter(team=team).delete()[0]:
            recording.append(Kind.HOURS_SET, about, by=by, team=team.name, hours=None)


def _admitted(team: Team, by: Actor) -> Reference:
    row = access.teams_to_set(by).select_for_update(of=("self",)).filter(pk=team.pk).first()
    if row is None:
        raise NotFound(f"team:{team.pk}")
    return Reference("team", str(row.pk))


def _check(row: TeamHours) -> None:
    if row.around_the_clock:
        return
    try:
        if not any(working_hours(row.hours).weekdays.values()):
            raise ValidationError(_("There must be at least one hour in the week."))
        service_time_of(row).due(clock.now(), 1)
    except (ValueError, NoWorkingTime) as error:
        raise ValidationError(
            _("The hours of a day follow each other, each from earlier to later: 09:00-12:00 13:30-18:00.")
        ) from error
