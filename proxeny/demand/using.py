"""Noting what use a customer makes of what was delivered."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import access, noting, standing
from proxeny.demand.events import Kind
from proxeny.demand.models import Request, SeenUse


def note(request: Request, *, how_many: int, by: Actor, words: str = "", on: date | None = None) -> SeenUse:
    """Note how many of what was expected there are at the customer of this request, seen today if no day is said.

    Each look is kept. Raises NotFound for who does not serve the customer; ValidationError by field, and before delivery.
    """
    staff, day = noting.colleague(by), on or clock.today()
    with transaction.atomic():
        row = noting.locked_request(request, access.served(by))
        delivery = standing.group_of(row).delivery
        errors = {}
        if delivery is None:
            errors["how_many"] = _("It is not delivered yet: there is nothing to use.")
        elif how_many < 0:
            errors["how_many"] = _("How many there are: none, or more.")
        elif day > clock.today():
            errors["on"] = _("That day is still to come.")
        elif day < delivery.on:
            errors["on"] = _("It was not delivered by then.")
        if errors:
            raise ValidationError(errors)
        made = SeenUse.objects.create(
            request=row, how_many=how_many, words=words.strip(), on=day, by_id=staff, at=clock.now()
        )
        noting.of_request(Kind.USE_SEEN, row, by=by, count=how_many, words=made.words)
    return made


def take_back(request: Request, number: int, *, by: Actor) -> SeenUse:
    """Take one's own look back. Doing it twice changes nothing. Raises NotFound."""
    with transaction.atomic():
        row = noting.locked_request(request, access.served(by))
        seen = noting.own(SeenUse.objects.filter(request=row), number, by)
        if seen.ended_at is None:
            noting.end(seen, by)
            noting.of_request(Kind.USE_SEEN_TAKEN_BACK, row, by=by, count=seen.how_many)
    return seen


def latest(requests: Iterable[Request]) -> dict[int, SeenUse]:
    """Return the last look at each of the requests, by the request's number."""
    seen = SeenUse.objects.filter(request__in=[one.pk for one in requests], ended_at=None).select_related(
        "by"
    )
    return {one.request_id: one for one in seen.order_by("on", "pk")}
