"""What customers bring in a year, by their running contracts."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Max, QuerySet, Sum

from proxeny.accounts.models import Account, Contract, ContractLine
from proxeny.core.money import Money
from proxeny.core.phrased import Phrased

NAMED = 500
"""Above so many customers, naming them costs more than leaving some out afterwards."""


def contracted(accounts: Iterable[Account], on: date) -> dict[int, Money]:
    """Return the sum a year of the contracts that run on the day, for each customer that has one.

    What is contracted in another currency cannot be added; a customer with nothing in its own gets the largest of the
    others.
    """
    home = {account.pk: account.currency for account in accounts}
    sums: dict[int, dict[str, Money]] = defaultdict(dict)
    for contract in _running(home, on):
        had = sums[contract.account_id].get(contract.currency, Money(0, contract.currency))
        sums[contract.account_id][contract.currency] = had + _a_year(contract)
    return {number: chosen(found, home[number]) for number, found in sums.items()}


def contracted_of(contracts: Iterable[Contract], currency: str, on: date) -> Money | None:
    """Return the same of one customer whose contracts, with their lines, were loaded already."""
    found: dict[str, Money] = {}
    for contract in contracts:
        if contract.runs_on(on):
            found[contract.currency] = (
                found.get(contract.currency, Money(0, contract.currency)) + contract.yearly
            )
    return chosen(found, currency) if found else None


def chosen(found: dict[str, Money], currency: str) -> Money:
    """Return of sums by currency the one in the customer's own, else the largest."""
    return found.get(currency) or max(found.values(), key=lambda money: money.amount)


def version() -> str:
    """Return a short text that changes whenever a contract is added, changed or removed.

    Taking a batch back can make contracts older again; who keeps this must look at what was taken back too.
    """
    contracts = Contract.objects.aggregate(count=Count("pk"), last=Max("pk"), changed=Max("changed_at"))
    changed = contracts["changed"]
    lines = ContractLine.objects.aggregate(last=Max("pk"))["last"]
    return f"{contracts['count']}-{contracts['last']}-{changed.timestamp() if changed else ''}-{lines}"


def _running(home: dict[int, str], on: date) -> Iterable[Contract]:
    if len(home) == 1:
        return _OF_ONE(on, on, next(iter(home)))
    running = Contract.objects.filter(starts_on__lte=on, ends_on__gte=on)
    if len(home) <= NAMED:
        running = running.filter(account__in=list(home))
    summed = _summed(running)
    return (contract for contract in summed.iterator(chunk_size=2000) if contract.account_id in home)


def _summed(contracts: QuerySet[Contract]) -> QuerySet[Contract]:
    return contracts.order_by().annotate(sum_minor=Sum("lines__amount_minor", default=0))


_OF_ONE: Phrased[Contract] = Phrased(
    lambda begun, goes_on, account: _summed(
        Contract.objects.filter(starts_on__lte=begun, ends_on__gte=goes_on, account=account)
    )
)


def _a_year(contract: Contract) -> Money:
    """The rule of `Contract.yearly`, on a sum that the database made."""
    whole = Money(contract.sum_minor, contract.currency)  # type: ignore[attr-defined]
    return (
        whole
        if 365 <= contract.days <= 366
        else Money.of(whole.amount * 365 / contract.days, contract.currency)
    )
