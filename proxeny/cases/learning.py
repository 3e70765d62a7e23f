"""The other outputs: why it happened, why this solution, how it is avoided next time. With them a case ends."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.cases.events import Kind
from proxeny.cases.guarding import guard, person, recorded
from proxeny.cases.keeping_up import locked
from proxeny.cases.models import Case, Learning
from proxeny.core import clock
from proxeny.core.actors import Actor


def learn(case: Case, *, why: str, why_so: str, next_time: str, by: Actor) -> Learning:
    """Write down what was learned; `stepping.pass_step` then closes the case. Raises ValidationError for what is empty."""
    said: dict[str, Any] = {"why": why.strip(), "why_so": why_so.strip(), "next_time": next_time.strip()}
    errors = {
        name: _("This is one of the three things a case leaves behind.")
        for name, text in said.items()
        if not text
    }
    if errors:
        raise ValidationError(errors)
    with transaction.atomic():
        case = guard(locked(case), by)
        learning, _is_new = Learning.objects.update_or_create(
            case=case, defaults={**said, "by_id": person(by), "at": clock.now()}
        )
        recorded(Kind.LEARNED, case, by, **said)
    return learning
