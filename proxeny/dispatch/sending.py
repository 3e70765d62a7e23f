"""Sending an order to a team, and passing on one that was returned."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.cases.guarding import guard
from proxeny.cases.keeping_up import locked
from proxeny.cases.models import Case
from proxeny.catalogue.models import Module, Product
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.dispatch import facts as facts_of_case
from proxeny.dispatch import moving, recording
from proxeny.dispatch.models import MoveKind, Order, Standing
from proxeny.dispatch.overtaken import Said
from proxeny.identity.access import NotFound
from proxeny.identity.models import Team
from proxeny.identity.roles import Area, may


@dataclass(frozen=True, slots=True)
class About:
    """What an order is about, as far as it is known: what of the catalogue, what shows, what it follows from (`defect:12`)."""

    product: Product | None = None
    module: Module | None = None
    symptom: str = ""
    follows_from: str = ""


def send(
    case: Case,
    *,
    team: Team | None,
    wanted: str,
    by: Actor,
    facts: Collection[str] | None = None,
    about: About | None = None,
    severity: int | None = None,
    is_urgent: bool = False,
    wanted_by: datetime | None = None,
) -> Order:
    """Send an order out of the case: what is needed, by when, with the facts of these keys (`facts.collect`) locked.

    Without `facts` all are taken but the customer's own words. The severity is the case's unless another is said. The same
    order sent again by the same colleague, while it is open with that team, is the one that there is. Raises NotFound for who
    may not change the case, and ValidationError by field (`team`, `wanted`, `wanted_by`, `symptom`).
    """
    about, staff = about or About(), recording.colleague(by)
    with transaction.atomic():
        case = _case_of(case, by)
        texts = {"wanted": wanted, "symptom": about.symptom}
        errors = _wrong(team, wanted, wanted_by) | facts_of_case.names_the_customer(case, texts)
        if errors or team is None:
            raise ValidationError(errors)
        if standing := _sent_already(case, team, wanted, staff):
            return standing
        order = _row(case, team, wanted, about, facts, by)
        order.severity = severity or case.severity
        order.is_urgent, order.wanted_by = is_urgent, wanted_by
        order.save()
        return moving.made(order, MoveKind.SENT, Said(team, wanted.strip()), by=by)


def pass_on(order: Order, *, team: Team | None, text: str = "", by: Actor, seen: int) -> Order:
    """Send an order that was returned to us on to a team: the one believed right, or another.

    Raises NotFound, Overtaken, and ValidationError without a team.
    """

    def wrong(_row: Order) -> moving.Errors:
        return {} if team else {"team": _("Name the team.")}

    return moving.move(
        order, MoveKind.SENT, Said(team, text.strip()), by=by, seen=seen, check=wrong, field="team"
    )


def _case_of(case: Case, by: Actor) -> Case:
    if not may(by, Area.DISPATCHED, write=True):
        raise NotFound(str(case.record))
    return guard(locked(case), by)


def _wrong(team: Team | None, wanted: str, wanted_by: datetime | None) -> dict[str, str]:
    errors = {}
    if team is None:
        errors["team"] = _("Name the team.")
    if not wanted.strip():
        errors["wanted"] = _("Say what is needed: what is to be different when it is done.")
    if wanted_by is not None and wanted_by <= clock.now():
        errors["wanted_by"] = _("That moment has passed.")
    return errors


def _sent_already(case: Case, team: Team, wanted: str, staff: int) -> Order | None:
    same = Order.objects.filter(case=case, team=team, wanted=wanted.strip(), sent_by=staff)
    return same.filter(standing=Standing.SENT, last=1).first()


def _row(case: Case, team: Team, wanted: str, about: About, keys: Collection[str] | None, by: Actor) -> Order:
    module = about.module
    product = about.product or (module.product if module else None)
    named = " · ".join(one.name for one in (product, module) if one)
    kept = facts_of_case.chosen(
        facts_of_case.collect(case, by, product=named, symptom=about.symptom.strip()), keys
    )
    now = clock.now()
    return Order(
        case=case,
        wanted=wanted.strip(),
        facts=kept,
        names_customer=any(one["what"] == facts_of_case.CUSTOMER for one in kept),
        product=product,
        module=module,
        symptom=about.symptom.strip()[:300],
        about=about.follows_from,
        sent_by_id=recording.colleague(by),
        sent_at=now,
        team=team,
        lies_since=now,
    )
