"""What moved a customer's score since last month, witness by witness; together exactly the difference."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from proxeny.accounts.models import Account
from proxeny.analytics.weighing import Move, moved
from proxeny.core import words
from proxeny.judgement.health import keeping
from proxeny.judgement.health.summing import sum_of
from proxeny.judgement.signals import all_signals

A_MONTH = timedelta(days=30)
WORTH_SAYING = 0.5


@dataclass(frozen=True, slots=True)
class Moved:
    """One witness and by how many points it moved the score, and why."""

    title: str
    points: str
    why: str
    is_up: bool


def since_last_month(account: Account, on: date) -> list[Moved]:
    """Return the moves of at least half a point, the largest first; none where nothing was kept a month ago."""
    now = keeping.of(account, on)
    then = keeping.of(account, on - A_MONTH)
    if now is None or then is None:
        return []
    titles = {signal.name: signal.title for signal in all_signals()}
    found = [one for one in moved(sum_of(then), sum_of(now)) if abs(_whole(one)) >= WORTH_SAYING]
    found.sort(key=lambda one: -abs(_whole(one)))
    return [
        Moved(
            _(titles.get(one.name, one.name)),
            words.number(round(abs(_whole(one)), 1), words.here()),
            _why(one),
            _whole(one) > 0,
        )
        for one in found
    ]


def _whole(one: Move) -> float:
    return one.by_value + one.by_weight


def _why(one: Move) -> str:
    if one.fell_silent:
        return _("fell silent")
    if one.spoke_up:
        return _("speaks again")
    if abs(one.by_weight) > abs(one.by_value):
        return _("counts for another weight")
    return _("says something else")
