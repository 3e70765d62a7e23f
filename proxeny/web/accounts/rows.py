"""What the list shows of each customer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from proxeny.accounts.models import Account
from proxeny.core import words
from proxeny.core.actors import Actor
from proxeny.judgement import standing
from proxeny.judgement.health import keeping
from proxeny.judgement.models import Health, Judgement, Swing
from proxeny.web.accounts import consumption, seeing, swings, worth
from proxeny.web.accounts.seeing import Sight
from proxeny.web.accounts.worth import Yearly
from proxeny.web.charts.model import Floats
from proxeny.web.charts.sparkline import sparkline

DAYS = 90
HALF = 30
KEPT = 2_000


@dataclass(frozen=True, slots=True)
class Row:
    """One customer of the list; what the reader may not see is None."""

    account: Account
    sight: Sight
    yearly: Yearly | None
    health: Health | None
    judgement: Judgement | None
    swing: Swing | None
    curve: SafeString

    @property
    def swing_sign(self) -> str:
        """The shape of the swing's direction."""
        return swings.sign(self.swing) if self.swing else ""


def rows(accounts: Sequence[Account], actor: Actor, on: date) -> list[Row]:
    """Return the rows of these customers; the number of queries does not depend on how many they are."""
    sights = {one.pk: seeing.sight(actor, one) for one in accounts}
    amounts = worth.yearly(accounts, actor, on)
    judged = visible_judgements(accounts, actor, on)
    healths = keeping.latest([number for number, sight in sights.items() if sight.band], on)
    found = swings.current([number for number, sight in sights.items() if sight.health], on)
    curves = consumption.recent(accounts, on - timedelta(days=1), DAYS)
    return [
        Row(
            account=one,
            sight=sights[one.pk],
            yearly=amounts.get(one.pk),
            health=healths.get(one.pk),
            judgement=judged.get(one.pk),
            swing=next(iter(found.get(one.pk, [])), None),
            curve=_curve(curves.get(one.pk)),
        )
        for one in accounts
    ]


def visible_judgements(accounts: Iterable[Account], actor: Actor, on: date) -> dict[int, Judgement]:
    """Return the judgements that stand on the day, of those customers whose band the actor may know."""
    return standing.judgements_of([one.pk for one in accounts if seeing.sight(actor, one).band], on)


def _curve(values: Floats | None) -> SafeString:
    return mark_safe("") if values is None else _drawn(values.tobytes(), get_language() or "")


@lru_cache(maxsize=KEPT)
def _drawn(known: bytes, _language: str) -> SafeString:
    """The same ninety days make the same curve all day long, and drawing fifty took a tenth of the page's time."""
    values = np.frombuffer(known, np.float64)
    return mark_safe(sparkline(values, _in_words(values)))  # noqa: S308  (the sparkline escapes its words)


def _in_words(values: Floats) -> str:
    """What the curve shows, for those who cannot see it."""
    before, now = (consumption.mean(part) for part in (values[-2 * HALF : -HALF], values[-HALF:]))
    if not before or now is None:
        return _("90 days of consumption")
    change = words.share(now / before - 1, words.here(), signed=True)
    return _("%(change)s in 30 days") % {"change": change}
