"""Saying what use a request is expected to be of, before it is decided."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import access, noting, standing
from proxeny.demand.events import Kind
from proxeny.demand.models import Decision, ExpectedUse, Request
from proxeny.demand.standing import Group


def expect(request: Request, *, measure: str, how_many: int, by_day: date, by: Actor) -> ExpectedUse:
    """Say what is expected: so many of what `measure` names, by a day on which one looks. It holds for all that are joined.

    Said anew, the former stays to be read; the same again changes nothing. Raises NotFound; ValidationError by field, and
    once it was decided to do it: what was expected then stands.
    """
    staff = noting.colleague(by)
    with transaction.atomic():
        group = standing.locked_group(request, access.handled(by))
        before = ExpectedUse.objects.filter(request=group.leader, ended_at=None).first()
        said = (measure.strip(), how_many, by_day)
        if before and (before.measure, before.how_many, before.by_day) == said:
            return before
        if errors := _wrong(group, measure, how_many, by_day):
            raise ValidationError(errors)
        if before:
            noting.end(before, by)
        made = ExpectedUse.objects.create(
            request=group.leader,
            measure=measure.strip(),
            how_many=how_many,
            by_day=by_day,
            by_id=staff,
            at=clock.now(),
        )
        told = {"measure": made.measure, "count": how_many, "day": by_day}
        noting.of_request(Kind.USE_EXPECTED, group.leader, by=by, **told)
    return made


def take_back(request: Request, number: int, *, by: Actor) -> bool:
    """Take one's own expectation back while it is not decided; return whether it stands no more. Raises NotFound."""
    with transaction.atomic():
        group = standing.locked_group(request, access.handled(by))
        row = noting.own(ExpectedUse.objects.filter(request=group.leader), number, by)
        if row.ended_at is not None:
            return True
        if group.decision:
            return False
        noting.end(row, by)
        noting.of_request(Kind.USE_EXPECTED_TAKEN_BACK, group.leader, by=by, measure=row.measure)
    return True


def _wrong(group: Group, measure: str, how_many: int, by_day: date) -> dict[str, str]:
    missing = _("Say what one can count: people who use it, hours saved.")
    errors = noting.said(measure, missing, "measure", 200)
    if how_many < 1:
        errors["how_many"] = _("How many: one at least.")
    if by_day <= clock.today():
        errors["by_day"] = _("Say a day to come: on it one looks.")
    decided = group.decision
    if decided and decided.answer == Decision.Answer.YES:
        errors["measure"] = _(
            "It was decided on what was expected before. What came of it is noted as its use."
        )
    return errors
