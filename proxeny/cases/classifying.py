"""What kind of matter a case is and what it comes from: said by a person, kept with every change of mind and its reason."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from proxeny.accounts.merging import Clash, Conflict
from proxeny.cases import models as words
from proxeny.cases.events import Kind
from proxeny.cases.guarding import guard, person, recorded
from proxeny.cases.keeping_up import locked
from proxeny.cases.models import Case, Classification
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.core.phrased import Phrased
from proxeny.ledger import reading

Of = Classification.Of
VALUES = {Of.KIND: words.Kind, Of.CAUSE: words.Cause}


def classify(
    case: Case, of: Of, value: str, *, by: Actor, reason: str = "", seen: str | None = None
) -> Classification | None:
    """Call the case this kind, or say that it comes from this cause; None where that is what stands already.

    The first naming needs no reason, every other does. `seen` is what stood there when the person began. Raises
    ValidationError by field, Conflict when somebody else has said something else meanwhile, NotFound.
    """
    if value not in VALUES[of].values:
        raise ValidationError({of.value: _("Choose one of them.")})
    with transaction.atomic():
        case = guard(locked(case), by)
        now = getattr(case, of.value)
        if now == value:
            return None
        if seen is not None and seen != now:
            last = history(case, of)[-1:]
            said_by, at = (last[0].by.reference, last[0].at) if last else ("", None)
            raise Conflict([Clash(of.value, value, now, seen, said_by, at)], {"reason": reason})
        if now and not reason.strip():
            raise ValidationError(
                {"reason": _("Say why it is something else now: others read the change and the reason.")}
            )
        return _kept(case, of, value, reason.strip(), by)


def take_back(case: Case, of: Of, *, by: Actor) -> Classification | None:
    """Let what was held before stand again, when the last word was the actor’s own; that it was said stays to be read.

    None where somebody else has spoken since, or it was taken back already.
    """
    with transaction.atomic():
        case = guard(locked(case), by)
        said = history(case, of)
        if not said or said[-1].by_id != by.staff_id or is_back(said, len(said) - 1):
            return None
        return _kept(case, of, _before(case, said), "", by)


def history(case: Case, of: Of | None = None) -> list[Classification]:
    """Return all that was ever said of kind and cause, or of one of them, the oldest first, with who said it."""
    return [one for one in _SAID(case.pk) if of is None or one.of == of]


_SAID = Phrased(
    lambda case: (
        Classification.objects.select_related("by")
        .filter(case=case)
        .only("case", "of", "value", "reason", "at", "by__name")
    )
)


def is_back(said: Sequence[Classification], place: int) -> bool:
    """Tell whether that word took the one before back: it alone changes what stands without a reason."""
    return place > 0 and not said[place].reason and bool(said[place - 1].value)


def _before(case: Case, said: Sequence[Classification]) -> str:
    """What stood before the last word; a file may have brought it, and then only the ledger knows."""
    if len(said) > 1:
        return said[-2].value
    lines = reading.about(case.record, most=50, kinds=[Kind.CLASSIFIED])
    told = (one.content for one in lines if one.content and one.content.get("of") == said[0].of)
    return str(next(told, {}).get("before", ""))


def _kept(case: Case, of: Of, value: str, reason: str, by: Actor) -> Classification:
    before = getattr(case, of.value)
    setattr(case, of.value, value)
    case.changed_at = clock.now()
    case.save(update_fields=[of.value, "changed_at"])
    made = Classification.objects.create(
        case=case, of=of, value=value, reason=reason, by_id=person(by), at=case.changed_at
    )
    recorded(Kind.CLASSIFIED, case, by, of=of.value, value=value, before=before, reason=reason)
    return made
