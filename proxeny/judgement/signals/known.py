"""What a witness may know: the customers it is asked about, and a morning; what comes later does not exist."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Q

from proxeny.accounts.models import Account
from proxeny.core import clock
from proxeny.usage import store

LATELY, YEAR = timedelta(days=28), timedelta(days=364)
NAMED = 500
"""Above so many customers, naming them costs more than leaving some out afterwards."""


@dataclass(frozen=True)
class Known:
    """The customers, by key, as of the morning of `on`."""

    on: date
    accounts: Mapping[int, Account]

    @property
    def until(self) -> datetime:
        """The first moment that is not known."""
        return clock.start_of(self.on)

    @property
    def noted_until(self) -> datetime:
        """The first moment from which on what was noted is not known, of facts that have no day of their own.

        Who was imported this morning is known today; on an earlier morning only who had been noted by then.
        """
        return self.until if self.on < clock.today() else max(self.until, clock.now())

    def since(self, days: int) -> datetime:
        """Return the first moment of the `days` days before the morning."""
        return clock.start_of(self.on - timedelta(days=days))

    @property
    def these(self) -> Q:
        """The customers as a condition on rows that have an `account`; none where all are asked about."""
        return Q(account__in=list(self.accounts)) if len(self.accounts) <= NAMED else Q()

    @cached_property
    def consumed(self) -> Mapping[int, list[dict[str, Any]]]:
        """What the customers consumed in the 364 days before, of each meter, the last 28 of them apart (`Facts.windows`)."""
        facts, found = store.facts(), dict[int, list[dict[str, Any]]]()
        if not facts.snapshot.parts:
            return found
        by_reference = {account.reference: key for key, account in self.accounts.items()}
        named = sorted(by_reference) if len(by_reference) <= NAMED else None
        last = self.on - timedelta(days=1)
        for row in facts.windows(named, self.on - YEAR, self.on - LATELY, last).to_pylist():
            if (key := by_reference.get(row["account"])) is not None:
                found.setdefault(key, []).append(row)
        return found
