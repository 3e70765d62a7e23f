"""Saying what a case is by what is remembered: a known defect, a need that was heard before, a promise that was not kept.

What resembles the case only proposes; a person presses. Each says the kind and ties the case to what it was, or neither.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.cases import classifying
from proxeny.cases.classifying import Of
from proxeny.cases.models import Case, Kind
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.demand import asking, joining, linking, tying
from proxeny.demand.models import Defect, Request
from proxeny.promises.models import Promise
from proxeny.promises.standing import State, state_of


def is_defect(case: Case, defect: Defect, *, by: Actor) -> None:
    """Say that the case is this known defect. Doing it twice changes nothing.

    Raises NotFound, and Conflict where somebody has said meanwhile that it is of another kind.
    """
    with transaction.atomic():
        linking.link(defect, case, by=by)
        _say(case, Kind.DEFECT, by)


def is_need(case: Case, request: Request, *, by: Actor) -> Request:
    """Say that the case is this need, and return the request that holds it now.

    For the same customer the case is tied to the request; for another one theirs is noted and joined to it. Doing it twice
    changes nothing. Raises NotFound, Conflict as `is_defect`, and ValidationError by field where environment or purpose of
    the case is not known: without them nothing can be handed to product.
    """
    with transaction.atomic():
        if request.account_id == case.account_id:
            tying.tie_request(request, case, by=by)
            found = request
        else:
            found = _joined(case, request, by)
        _say(case, Kind.NEED, by)
    return found


def is_broken_promise(case: Case, promise: Promise, *, by: Actor) -> None:
    """Say that the case is this promise, broken. Doing it twice changes nothing.

    Raises NotFound, Conflict as `is_defect`, and ValidationError for a promise that is not broken.
    """
    if state_of(promise, clock.today()) != State.BROKEN:
        raise ValidationError(_("That promise is not broken."))
    with transaction.atomic():
        tying.tie_promise(promise, case, by=by)
        _say(case, Kind.BROKEN_PROMISE, by)


def take_back(case: Case, tied: Defect | Request | Promise, *, by: Actor) -> None:
    """Take back that the case is this; its kind too, where the actor’s word on it is the last. Raises NotFound."""
    kind = Kind.DEFECT
    with transaction.atomic():
        if isinstance(tied, Defect):
            linking.unlink(tied, case, by=by)
        elif isinstance(tied, Request):
            kind = Kind.NEED
            tying.untie_request(tied, case, by=by)
        else:
            kind = Kind.BROKEN_PROMISE
            tying.untie_promise(tied, case, by=by)
        case.refresh_from_db(fields=["kind"])
        if case.kind == kind:
            classifying.take_back(case, Of.KIND, by=by)


def _say(case: Case, kind: Kind, by: Actor) -> None:
    classifying.classify(case, Of.KIND, kind, by=by, seen="")


def _joined(case: Case, request: Request, by: Actor) -> Request:
    there = Request.objects.filter(case=case, joinings__leader=request, joinings__ended_at=None).first()
    if there is not None:
        return there
    made = asking.ask(
        case.account,
        what=request.what,
        environment=case.environment,
        purpose=case.purpose,
        today=case.today,
        case=case,
        asked_by=case.reporter,
        by=by,
    )
    joining.join(made, request, by=by)
    return made
