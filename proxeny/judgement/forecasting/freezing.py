"""Freezing: what a person says of the future, and what the system says at the same moment; neither can be changed later."""

from datetime import date

import numpy as np

from proxeny.accounts.models import Account
from proxeny.analytics.renewals.forecasting import Forecast as Reckoned
from proxeny.core import clock
from proxeny.core.actors import Actor
from proxeny.judgement.events import Kind
from proxeny.judgement.forecasting import asking, learning
from proxeny.judgement.models import Forecast, Judgement, Question
from proxeny.judgement.signals import said_on
from proxeny.ledger import appending


def with_judgement(
    judgement: Judgement, reckoned: Reckoned | None, *, by: Actor, begot_action: bool = False
) -> list[Forecast]:
    """Freeze the judgement's chance of renewal beside the system's; nothing where no contract is to be renewed.

    Must run in the transaction of the judgement.
    """
    if judgement.forecast is None:
        return []
    account = judgement.account
    question = asking.renewal(account, clock.today())
    if question is None:
        return []
    frozen = [
        Forecast(
            question=question, staff_id=judgement.by_id, judgement=judgement, chance=judgement.forecast,
            begot_action=begot_action, at=judgement.at,
        )
    ]  # fmt: skip
    if reckoned is not None:
        frozen.append(
            Forecast(
                question=question, judgement=judgement, chance=reckoned.share, low=reckoned.low,
                high=reckoned.high, parts=parts_of(reckoned), begot_action=begot_action, at=judgement.at,
            )
        )  # fmt: skip
    Forecast.objects.bulk_create(frozen)
    _record(question, judgement, frozen, by)
    return frozen


def of_the_system(account: Account, on: date) -> Reckoned | None:
    """Return what the system puts on the customer's renewal on the morning of `on`; None where nothing was ever decided.

    It takes its time (signals are heard, what is decided is learned from): outside of transactions that others wait for.
    """
    learned = learning.forecaster(on)
    if learned is None:
        return None
    said = said_on([account], on)[account.pk]
    values = np.array([said[name].value if name in said else np.nan for name in learning.signal_names()])
    return learned.forecast(values, learning.SEGMENTS[account.level])


def parts_of(reckoned: Reckoned) -> dict[str, object]:
    """Return how the chance comes about, as it is kept: the base rate, and what each signal adds in percentage points."""
    return {
        "base": round(reckoned.base, 4),
        "level": round(reckoned.level, 3),
        "signals": [
            {"name": one.name, "points": round(one.points, 3), "is_silent": one.is_silent}
            for one in reckoned.contributions
        ],
    }


def _record(question: Question, judgement: Judgement, frozen: list[Forecast], by: Actor) -> None:
    own, system = frozen[0], frozen[1] if len(frozen) > 1 else None
    appending.append(
        Kind.FORECAST,
        about=[question.account.record, judgement.record, question.record],
        by=by,
        question=question.kind,
        contract=question.contract.number if question.contract else "",
        decides_on=question.decides_on,
        chance=own.chance,
        system=round(system.chance, 6) if system else None,
        begot_action=own.begot_action,
    )
