"""Noting what was made of a point that sales passed on: a promise, a concession."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account, TalkPoint
from proxeny.accounts.talks import access, recording
from proxeny.accounts.talks.events import Kind
from proxeny.core.actors import Actor
from proxeny.core.references import Reference

SOURCE = "talk-point"


def became(
    source: str, record: Reference, account: Account, *, by: Actor, in_confidence: bool = False
) -> bool:
    """Note that the point which `source` names became `record`; return whether it names one at all.

    To be called in the transaction of what is made. Raises NotFound for a point that is not there for the actor, and
    ValidationError for one of another customer, and for what is to be in confidence: sales said it themselves.
    """
    if not source.startswith(f"{SOURCE}:"):
        return False
    key = Reference.parse(source).key
    point = access.point_for(by, int(key) if key.isascii() and key.isdigit() else 0)
    if point.talk.account_id != account.pk:
        raise ValidationError({"source": _("That was said by another customer.")})
    if in_confidence:
        raise ValidationError(
            {"in_confidence": _("Sales passed it on: they know of it, and so it is no confidence.")}
        )
    if not point.became:
        TalkPoint.objects.filter(pk=point.pk, became="").update(became=str(record))
        recording.append(Kind.POINT_BECAME, point.talk, by=by, words=point.words, became=record)
    return True


def let_go(record: Reference) -> None:
    """Free the point that became `record`, as that was taken back: something else can be made of it."""
    TalkPoint.objects.filter(became=str(record)).update(became="")
