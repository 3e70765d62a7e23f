"""What concessions hand in to the docket: customers that were given more than those who gave it may give."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from proxeny.core.findings import Cause, Evidence, Finding, Verb
from proxeny.core.money import Money
from proxeny.core.sentences import N_, Sentence
from proxeny.promises.concessions.limiting import limits
from proxeny.promises.concessions.weighing import Weight, roles_of, weights
from proxeny.promises.models import Concession

OVER = N_(
    "%(who)s gave away “%(what)s”; with it the customer got %(total)s in twelve months, the limit is %(limit)s."
)
OVER_NOBODY = N_(
    "%(who)s gave away “%(what)s”; the customer got %(total)s in twelve months, and nobody with the authority agreed."
)
ONE = N_("%(who)s gave %(worth)s on %(day)s: %(what)s")


def over_limit(on: date) -> Iterator[Finding]:
    """Yield one finding for each customer and currency where somebody's word, approved by nobody, exceeds their limit."""
    known, found = limits(), weights(on)
    givers = {
        one.by_person_id for weight in found for one in weight.unapproved if one.by_person_id is not None
    }
    held = roles_of(givers)
    for weight in found:
        over = [
            (one, most)
            for one in weight.unapproved
            if (most := known.of(held.get(one.by_person_id or 0, ()), one.currency)) is not None
            and weight.total.minor > most
        ]
        if over:
            yield _finding(weight, over)


def _finding(weight: Weight, over: list[tuple[Concession, int]]) -> Finding:
    last, most = over[-1]
    values = {
        "who": last.giver,
        "what": last.what,
        "total": _money(weight.total),
        "limit": _money(Money(most, last.currency)),
    }
    return Finding(
        kind="concession",
        account_id=weight.account_id,
        # How much it is belongs to it: half as much again is another matter.
        cause=Cause(f"concessions/{last.currency}", over[0][0].made_on, float(weight.total.amount)),
        sentence=Sentence(OVER if most else OVER_NOBODY, values),
        evidence=tuple(_evidence(one) for one, _ in over),
        stake=weight.total,
        doubt=0.2,
        verbs=(Verb.SNOOZE, Verb.DISMISS, Verb.OPEN),
    )


def _evidence(one: Concession) -> Evidence:
    values = {"who": one.giver, "worth": _money(one.worth), "day": _day(one.made_on), "what": one.what}
    return Evidence(Sentence(ONE, values), str(one.record), "for")


def _money(amount: Money) -> dict[str, Any]:
    return {"type": "money", "amount": amount.minor, "currency": amount.currency}


def _day(day: date) -> dict[str, str]:
    return {"type": "date", "date": day.isoformat()}
