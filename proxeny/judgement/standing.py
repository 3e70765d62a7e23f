"""Which judgement of a customer stands on a day."""

from collections.abc import Iterable
from datetime import date, timedelta

from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.judgement.models import Judgement


def judgement_of(account: Account, on: date | None = None) -> Judgement | None:
    """Return the judgement of `account` that stands on the day (today by default), or None."""
    return judgements_of([account.pk], on).get(account.pk)


def among(given: Iterable[Judgement], on: date) -> Judgement | None:
    """Return the one that stands on the day, of all that were given of one customer by then, the newest first."""
    return next((one for one in given if one.withdrawn_at is None and one.expires_on > on), None)


def judgements_of(account_ids: Iterable[int], on: date | None = None) -> dict[int, Judgement]:
    """Return the standing judgement of each of these customers that has one: the newest given by then and not lapsed."""
    day = on or clock.today()
    given = Judgement.objects.filter(
        account_id__in=list(account_ids),
        withdrawn_at=None,
        expires_on__gt=day,
        at__lt=clock.start_of(day + timedelta(days=1)),
    )
    return {judgement.account_id: judgement for judgement in given.select_related("by").order_by("at", "pk")}
