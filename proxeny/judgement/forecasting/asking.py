"""Asking: the question that a forecast answers is made when somebody first puts a number on it."""

from datetime import date

from proxeny.accounts.models import Account, Contract
from proxeny.core import clock
from proxeny.judgement.forecasting import renewals
from proxeny.judgement.models import Question


def renewal(account: Account, on: date) -> Question | None:
    """Return the open question whether the customer renews what ends next; None where nothing runs, or it is decided.

    Must run in the transaction of what asks.
    """
    contracts = list(
        Contract.objects.filter(account=account, ends_on__gte=on, starts_on__lte=on).order_by("ends_on", "pk")
    )
    others = list(Contract.objects.filter(account=account))
    for contract in contracts:
        contract.account = account
        if renewals.decided(contract, others, on) is None:
            question, _made = Question.objects.get_or_create(
                contract=contract,
                kind=Question.Kind.RENEWS,
                defaults={
                    "account": account,
                    "asked_at": clock.now(),
                    "decides_on": renewals.decides_on(contract),
                },
            )
            return question if question.outcome is None else None
    return None
