"""One customer as a reader may see it today: what several parts of its page need, each loaded once."""

from dataclasses import dataclass
from datetime import date, timedelta

from proxeny.accounts.access import account_for
from proxeny.accounts.models import Account, Contact, Contract
from proxeny.core import clock, words
from proxeny.core.actors import Actor
from proxeny.core.calendar import WorkCalendar, work_calendar
from proxeny.core.words import Language
from proxeny.judgement.models import Judgement, Swing
from proxeny.web.accounts import consumption, money, swings
from proxeny.web.accounts.consumption import History
from proxeny.web.accounts.filters import Yearly
from proxeny.web.accounts.seeing import Sight, sight


@dataclass(frozen=True, slots=True)
class Dossier:
    """The customer, how much of it the reader sees, and what is known.

    Judgements and swings are empty for who may not see them.
    """

    account: Account
    sight: Sight
    language: Language
    today: date
    calendar: WorkCalendar
    contacts: list[Contact]
    contracts: list[Contract]
    judgements: list[Judgement]
    swings: list[Swing]
    history: History | None

    @property
    def yearly(self) -> Yearly | None:
        """What it brings in a year, contracted where the reader may know that, else consumed."""
        if self.sight.amount and (
            amount := money.yearly_of(self.contracts, self.account.currency, self.today)
        ):
            return Yearly(amount, is_contracted=True)
        consumed = self.history.consumed(self.today - timedelta(days=1)) if self.history else None
        return Yearly(consumed, is_contracted=False) if consumed else None


def dossier(actor: Actor, number: int) -> Dossier:
    """Return what the actor may see of the customer, or raise NotFound."""
    account, today = account_for(actor, number), clock.today()
    seen = sight(actor, account)
    given = account.judgements.filter(at__lt=clock.start_of(today + timedelta(days=1))).select_related("by")
    return Dossier(
        account=account,
        sight=seen,
        language=words.here(),
        today=today,
        calendar=work_calendar(),
        contacts=list(account.contacts.all()),
        contracts=list(account.contracts.prefetch_related("lines")),
        judgements=list(given) if seen.health else [],
        swings=swings.current([account.pk], today).get(account.pk, []) if seen.health else [],
        history=consumption.history(account, today),
    )
