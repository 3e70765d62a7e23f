"""Keeping true what changes beside the cases: what customers are worth, targets, hours, the calendar."""

from collections.abc import Iterable

from proxeny.accounts.models import Account
from proxeny.accounts.worth import contracted
from proxeny.cases.keeping_up import keep_up_all
from proxeny.cases.models import Case
from proxeny.cases.placing import place_of
from proxeny.core import clock
from proxeny.core.queue import task

AT_ONCE = 500


@task(dedupe="stakes-of-cases", priority=-10)
def refresh_stakes() -> int:
    """Take over what customers are worth today into their open cases; return how many changed."""
    accounts = {one.pk: one for one in Account.objects.filter(cases__closed_at=None).distinct()}
    worth, stale = contracted(accounts.values(), clock.today()), []
    for case in Case.objects.filter(closed_at=None).iterator(chunk_size=AT_ONCE):
        money, currency = worth.get(case.account_id), accounts[case.account_id].currency
        stake = money.minor if money and money.currency == currency else None
        if stake != case.stake_minor:
            case.stake_minor = stake
            case.place = place_of(case)
            stale.append(case)
    Case.objects.bulk_update(stale, ["stake_minor", "place"], batch_size=AT_ONCE)
    return len(stale)


@task(dedupe="clocks-of-cases")
def reckon_open_cases(accounts: list[int] | None = None) -> int:
    """Reckon the clocks of open cases anew, of these customers or of all; return how many."""
    found: Iterable[Case] = Case.objects.filter(closed_at=None, merged_into=None)
    if accounts is not None:
        found = Case.objects.filter(closed_at=None, merged_into=None, account__in=accounts)
    return keep_up_all(found)
