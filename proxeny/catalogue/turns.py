"""Setting who of a team is on duty in turn, and who stands in."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.catalogue import access, recording
from proxeny.catalogue.events import Kind
from proxeny.catalogue.models import Rota, RotaTurn, StandIn
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.identity.access import NotFound
from proxeny.identity.models import Staff, Team, TeamMembership

MOST_DAYS, MOST_TURNS, LONGEST_STAND_IN = 92, 60, 366


def set_rota(team: Team, people: Sequence[Staff], *, begins_on: date, by: Actor, days: int = 7) -> Rota:
    """Let these members of the team take turns of `days` days from a day on, until another rota begins.

    A rota that begins on the same day is replaced. Raises NotFound for who may not, ValidationError, by field, for nobody,
    for somebody who does not belong to the team, and for turns shorter than a day or longer than a quarter.
    """
    with transaction.atomic():
        row = _locked(team, by)
        if errors := _refused(row, people, days):
            raise ValidationError(errors)
        Rota.objects.filter(team=row, begins_on=begins_on).delete()
        rota = Rota.objects.create(
            team=row, begins_on=begins_on, days=days, set_by=by.reference, set_at=clock.now()
        )
        RotaTurn.objects.bulk_create(
            RotaTurn(rota=rota, place=place, staff=one) for place, one in enumerate(people)
        )
        names = ", ".join(one.name for one in people)
        said = {"begins_on": begins_on, "days": days, "people": [one.reference for one in people]}
        recording.append(Kind.ROTA_SET, _about(row), by=by, team=row.name, names=names, **said)
    return rota


def remove_rota(rota: Rota, *, by: Actor) -> None:
    """Remove a rota: what held before it holds on. Doing it twice changes nothing."""
    with transaction.atomic():
        team = _locked(rota.team, by)
        if Rota.objects.filter(pk=rota.pk).delete()[0]:
            said = {"begins_on": rota.begins_on, "days": rota.days}
            recording.append(Kind.ROTA_REMOVED, _about(team), by=by, team=team.name, **said)


def stand_in(team: Team, staff: Staff, *, begins_on: date, ends_on: date, by: Actor) -> StandIn:
    """Let somebody of the house stand in for the team on these days, whosever turn it is; who was said last counts.

    Saying the same again changes nothing. Raises NotFound, and ValidationError, by field, for one who has left, for days
    that end before they begin or last longer than a year.
    """
    with transaction.atomic():
        row = _locked(team, by)
        errors = {}
        if not staff.is_active:
            errors["staff"] = _("%(name)s has left.") % {"name": staff.name}
        if ends_on < begins_on:
            errors["ends_on"] = _("It cannot end before it begins.")
        elif (ends_on - begins_on).days >= LONGEST_STAND_IN:
            errors["ends_on"] = _("That is longer than a year: set a rota instead.")
        if errors:
            raise ValidationError(errors)
        days = {"begins_on": begins_on, "ends_on": ends_on}
        standing = StandIn.objects.filter(team=row, ended_at=None).order_by("said_at", "pk").last()
        if (
            standing
            and standing.staff_id == staff.pk
            and standing.begins_on == begins_on
            and standing.ends_on == ends_on
        ):
            return standing
        made = StandIn.objects.create(
            team=row, staff=staff, said_by=by.reference, said_at=clock.now(), **days
        )
        recording.append(
            Kind.STAND_IN_SET,
            _about(row),
            by=by,
            team=row.name,
            name=staff.name,
            staff=staff.reference,
            **days,
        )
    return made


def end_stand_in(one: StandIn, *, by: Actor) -> None:
    """Take back that somebody stands in: whose turn it is has it again. Doing it twice changes nothing."""
    with transaction.atomic():
        team = _locked(one.team, by)
        if StandIn.objects.filter(pk=one.pk, ended_at=None).update(ended_at=clock.now()):
            said = {"name": one.staff.name, "staff": one.staff.reference}
            recording.append(Kind.STAND_IN_ENDED, _about(team), by=by, team=team.name, **said)


def _locked(team: Team, by: Actor) -> Team:
    row = access.teams_to_set(by).select_for_update(of=("self",)).filter(pk=team.pk).first()
    if row is None:
        raise NotFound(str(_about(team)))
    return row


def _refused(team: Team, people: Sequence[Staff], days: int) -> dict[str, str]:
    errors = {}
    if not people:
        errors["people"] = _("Say who takes turns.")
    elif len(people) > MOST_TURNS:
        errors["people"] = _("That is too many: %(most)s at most.") % {"most": MOST_TURNS}
    members = set(TeamMembership.objects.filter(team=team, left_at=None).values_list("staff", flat=True))
    if strange := next((one for one in people if one.pk not in members or not one.is_active), None):
        values = {"name": strange.name, "team": team.name}
        errors["people"] = _("%(name)s does not belong to %(team)s.") % values
    if not 1 <= days <= MOST_DAYS:
        errors["days"] = _("A turn takes a day at least, %(most)s days at most.") % {"most": MOST_DAYS}
    return errors


def _about(team: Team) -> Reference:
    return Reference("team", str(team.pk))
