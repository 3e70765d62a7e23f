"""One customer as a reader may see it today: what several parts of its page need, each loaded once."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from proxeny.accounts.access import account_for
from proxeny.accounts.models import Account, Contact, Contract
from proxeny.accounts.worth import contracted_of
from proxeny.core import clock, words
from proxeny.core.actors import Actor
from proxeny.core.calendar import WorkCalendar, work_calendar
from proxeny.core.words import Language
from proxeny.judgement.models import Judgement, Swing
from proxeny.usage import pulses
from proxeny.usage.models import Pulse
from proxeny.web.accounts import consumption, swings
from proxeny.web.accounts.consumption import History
from proxeny.web.accounts.seeing import Sight, sight
from proxeny.web.accounts.worth import Yearly


@dataclass(frozen=True)
class Dossier:
    """The customer, how much of it the reader sees, and what is known.

    Judgements and swings are empty for who may not see them. What asks the facts is found only when it is used: the page
    itself does without, its parts that come later do not.
    """

    actor: Actor
    account: Account
    sight: Sight
    language: Language
    today: date
    calendar: WorkCalendar
    contacts: list[Contact]
    contracts: list[Contract]
    judgements: list[Judgement]
    swings: list[Swing]

    @cached_property
    def history(self) -> History | None:
        """All that is on record of its consumption, or None."""
        return consumption.history(self.account, self.today)

    @cached_property
    def pulse(self) -> Pulse | None:
        """What was taken of it for today."""
        return pulses.of([self.account], self.today).get(self.account.pk)

    @property
    def has_consumed(self) -> bool:
        """Tell whether anything is on record."""
        return self.pulse is not None and (bool(self.pulse.curve) or self.pulse.consumed is not None)

    @property
    def yearly(self) -> Yearly | None:
        """What it brings in a year, contracted where the reader may know that, else consumed."""
        if self.sight.amount and (amount := contracted_of(self.contracts, self.account.currency, self.today)):
            return Yearly(amount, is_contracted=True)
        consumed = self.pulse.consumed if self.pulse else None
        return Yearly(consumed, is_contracted=False) if consumed else None


def dossier(actor: Actor, number: int) -> Dossier:
    """Return what the actor may see of the customer, or raise NotFound."""
    account, today = account_for(actor, number), clock.today()
    seen = sight(actor, account)
    given = account.judgements.filter(at__lt=clock.start_of(today + timedelta(days=1))).select_related("by")
    return Dossier(
        actor=actor,
        account=account,
        sight=seen,
        language=words.here(),
        today=today,
        calendar=work_calendar(),
        contacts=list(account.contacts.all()),
        contracts=list(account.contracts.prefetch_related("lines")),
        judgements=list(given) if seen.health else [],
        swings=swings.current([account.pk], today).get(account.pk, []) if seen.health else [],
    )
