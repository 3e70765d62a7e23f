"""Noting that what was asked for is delivered, and taking that back."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import access, noting, standing, telling
from proxeny.demand.events import Kind
from proxeny.demand.models import Decision, Delivery, Request


def deliver(request: Request, *, what: str, by: Actor, on: date | None = None) -> Delivery:
    """Note what was delivered, today if no day is said, for the request and all that are joined to it.

    Doing it again changes nothing. Raises NotFound for who does not decide requests; ValidationError by field: without a
    word with what, for a day to come, and for what was not decided with a yes.
    """
    staff, day = noting.colleague(by), on or clock.today()
    with transaction.atomic():
        group = standing.locked_group(request, access.decided(by))
        if there := group.delivery:
            return there
        errors = noting.said(what, _("Say with which version or change: others will look for it."), "what")
        if day > clock.today():
            errors["on"] = _("That day is still to come.")
        decided = group.decision
        if decided is None or decided.answer != Decision.Answer.YES:
            errors["what"] = _("Nobody has decided to do it: decide first.")
        if errors:
            raise ValidationError(errors)
        made = Delivery.objects.create(
            request=group.leader, what=what.strip(), on=day, by_id=staff, at=clock.now()
        )
        standing.keep_up(group)
        for one in group.asking:
            noting.of_request(Kind.DELIVERED, one, by=by, delivered=made.what, day=day)
            telling.delivered(one, made, by=by)
    return made


def take_back(request: Request, *, by: Actor) -> bool:
    """Take back that it was delivered; return whether it was. What was seen of its use stays to be read. Raises NotFound."""
    with transaction.atomic():
        group = standing.locked_group(request, access.decided(by))
        there = group.delivery
        if there is None:
            return False
        noting.end(there, by)
        standing.keep_up(group)
        for one in group.asking:
            noting.of_request(Kind.DELIVERY_TAKEN_BACK, one, by=by, delivered=there.what)
            telling.delivery_taken_back(one, there)
    return True
