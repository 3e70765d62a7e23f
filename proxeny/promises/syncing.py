"""Promises that the customer knew of and we did not: who should have passed them on, and out of which talk."""

from datetime import timedelta

from proxeny.accounts.models import Talk, TalkPoint
from proxeny.accounts.talks import access
from proxeny.core.actors import Actor
from proxeny.identity.models import Staff
from proxeny.promises.models import Promise

NEAR = timedelta(days=7)
"""So long before the day on which a promise is said to have been made, the talk can lie in which it was."""


def who_owed(promise: Promise) -> Staff | None:
    """Return who should have passed the promise on: who sells to the customer where it was said in a sales talk, else
    the colleague who gave it; nobody where we knew of it, or nobody here gave it.
    """
    if not promise.noticed_by_customer:
        return None
    seller = promise.account.sales if promise.made_in == Promise.MadeIn.SALES else None
    return seller or promise.by_person


def passed_on_in(promise: Promise, actor: Actor) -> TalkPoint | None:
    """Return the point of a talk that became this promise, if the actor may read it."""
    points = TalkPoint.objects.filter(became=str(promise.record), taken_back_at=None)
    return points.filter(talk__in=access.talks(actor)).select_related("talk__held_by").first()


def missed_in(promise: Promise, actor: Actor) -> Talk | None:
    """Return the talk in whose sync the promise should have stood and did not, or None where no such talk is known.

    That is the talk of the day on which it was made, else the last one of the week before. Only for a promise of a sales
    talk that the customer knew of first, and of which no point of a talk tells.
    """
    if not promise.noticed_by_customer or promise.made_in != Promise.MadeIn.SALES:
        return None
    if TalkPoint.objects.filter(became=str(promise.record), taken_back_at=None).exists():
        return None
    near = access.talks(actor).filter(
        account=promise.account_id,
        called_off_at=None,
        held_on__range=(promise.made_on - NEAR, promise.made_on),
    )
    return near.select_related("held_by").order_by("-held_on", "-pk").first()
