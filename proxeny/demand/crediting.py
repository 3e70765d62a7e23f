"""Crediting teams that helped with a request. A team that declines is noted, and it costs that team nothing."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.references import Reference
from proxeny.demand import access, noting
from proxeny.demand.events import Kind
from proxeny.demand.models import Credit, Request, Unable
from proxeny.identity.models import Team


def credit(request: Request, team: Team, *, what_for: str, by: Actor) -> Credit:
    """Credit the team with what it did. The same again changes nothing. Raises NotFound, ValidationError without a word."""
    staff = noting.colleague(by)
    with transaction.atomic():
        row = noting.locked_request(request, access.handled(by))
        missing = _("Say what they did: it is read in their record.")
        if errors := noting.said(what_for, missing, "what_for"):
            raise ValidationError(errors)
        there = row.credits.filter(team=team, what_for=what_for.strip(), ended_at=None).first()
        if there:
            return there
        made = Credit.objects.create(
            request=row, team=team, what_for=what_for.strip(), by_id=staff, at=clock.now()
        )
        helped = {"team": team.name, "what_for": made.what_for}
        noting.of_request(Kind.CREDITED, row, _of(team), by=by, **helped)
    return made


def take_back(request: Request, number: int, *, by: Actor) -> Credit:
    """Take one's own credit back. Doing it twice changes nothing. Raises NotFound."""
    with transaction.atomic():
        row = noting.locked_request(request, access.handled(by))
        credit = noting.own(Credit.objects.select_related("team").filter(request=row), number, by)
        if credit.ended_at is None:
            noting.end(credit, by)
            noting.of_request(Kind.CREDIT_TAKEN_BACK, row, _of(credit.team), by=by, team=credit.team.name)
    return credit


def decline(request: Request, team: Team, *, by: Actor, words: str = "") -> Unable:
    """Note that the team was asked and cannot help; the line is about the request only, no record of the team holds it.

    Doing it again changes nothing. Raises NotFound.
    """
    staff = noting.colleague(by)
    with transaction.atomic():
        row = noting.locked_request(request, access.handled(by))
        there = row.declines.filter(team=team, ended_at=None).first()
        if there:
            return there
        made = Unable.objects.create(request=row, team=team, words=words.strip(), by_id=staff, at=clock.now())
        noting.of_request(Kind.HELP_DECLINED, row, by=by, team=team.name, words=made.words)
    return made


def take_back_decline(request: Request, number: int, *, by: Actor) -> Unable:
    """Take back one's own note that a team declined. Doing it twice changes nothing. Raises NotFound."""
    with transaction.atomic():
        row = noting.locked_request(request, access.handled(by))
        unable = noting.own(Unable.objects.select_related("team").filter(request=row), number, by)
        if unable.ended_at is None:
            noting.end(unable, by)
            noting.of_request(Kind.HELP_DECLINED_TAKEN_BACK, row, by=by, team=unable.team.name)
    return unable


def _of(team: Team) -> Reference:
    return Reference("team", str(team.pk))
