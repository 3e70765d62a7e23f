"""Keeping what the witnesses amounted to: a row for each day on which something moved."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet

from proxeny.accounts.models import Account
from proxeny.judgement.health import summing, weights
from proxeny.judgement.models import Health

Report = Callable[[int, int], None]
AT_ONCE = 2000


def keep(on: date, report: Report = lambda _done, _of: None) -> int:
    """Sum the witnesses for every customer as of the morning of `on`; return for how many something is new.

    What was kept for that morning before is replaced. A customer of whom every witness has always been silent has no row.
    """
    accounts = list(Account.objects.order_by("pk"))
    standing, new = weights.standing(on), 0
    for start in range(0, len(accounts), AT_ONCE):
        summed = summing.sums(accounts[start : start + AT_ONCE], on, standing)
        with transaction.atomic():
            new += _replace(summed, on)
        report(min(start + AT_ONCE, len(accounts)), len(accounts))
    return new


def latest(accounts: Iterable[int], on: date) -> dict[int, Health]:
    """Return the row that holds on the morning of `on` for each of these customers that has one."""
    return _newest(list(accounts), Health.objects.filter(on__lte=on))


def of(account: Account, on: date) -> Health | None:
    """Return the row of one customer that holds on the morning of `on`; one query."""
    return Health.objects.filter(account=account, on__lte=on).order_by("-on").first()


def _newest(accounts: list[int], rows: QuerySet[Health]) -> dict[int, Health]:
    newest = rows.filter(account__in=accounts).order_by().values("account").annotate(newest=Max("on"))
    days = {row["account"]: row["newest"] for row in newest}
    kept = Health.objects.filter(account__in=list(days), on__in=set(days.values()))
    return {row.account_id: row for row in kept if days[row.account_id] == row.on}


def _replace(summed: list[summing.Summed], on: date) -> int:
    numbers = [one.account.pk for one in summed]
    Health.objects.filter(account__in=numbers, on=on).delete()
    before = _newest(numbers, Health.objects.filter(on__lt=on))
    news = [
        row
        for one in summed
        if not (one.is_silent and one.account.pk not in before)
        and _is_news(row := summing.row_of(one, on), before.get(one.account.pk))
    ]
    Health.objects.bulk_create(news, batch_size=500)
    return len(news)


def _is_news(row: Health, before: Health | None) -> bool:
    """A row holds until another says something else; what a witness said a month before is no news."""
    if before is None:
        return True
    return [_said(part) for part in row.parts] != [_said(part) for part in before.parts]


def _said(part: dict[str, Any]) -> tuple[Any, ...]:
    return part["name"], part["weight"], part["value"], part["sure"], part["text"]
