"""Interaction: when the customer last said anything to us, in a case or in a talk."""

from datetime import date

from django.db.models import Max

from proxeny.accounts.models import Talk
from proxeny.cases.models import Message
from proxeny.cases.models.words import Audience
from proxeny.core import clock
from proxeny.core.sentences import N_, Sentence
from proxeny.judgement.signals.known import Known
from proxeny.judgement.signals.scale import Scale
from proxeny.judgement.signals.signal import Reading, Readings, Signal

DAYS = Scale((0, 85), (14, 85), (45, 60), (120, 30), (365, 10))
"""A word within two weeks: 85; a month and a half ago: 60; four months: 30; a year: 10. How often is no merit."""


def read(known: Known) -> Readings:
    """Take the newest word that came from the customer's side, and was not told in confidence."""
    newest: dict[int, date] = {}
    written = (
        Message.objects.filter(
            is_inbound=True,
            audience=Audience.CUSTOMER,
            is_confidential=False,
            case__is_confidential=False,
            at__lt=known.until,
            case__account__in=list(known.accounts),
        )
        .order_by()
        .values_list("case__account")
        .annotate(last=Max("at"))
    )
    for account, moment in written:
        newest[account] = clock.day_of(moment)
    talked = Talk.objects.filter(known.these, held_on__lt=known.on).exclude(called_off_at__lt=known.until)
    for account, day in talked.order_by().values_list("account").annotate(last=Max("held_on")):
        newest[account] = max(newest.get(account, day), day)
    return {account: _reading(day, known.on) for account, day in newest.items() if account in known.accounts}


def _reading(day: date, on: date) -> Reading:
    return Reading(
        DAYS.points((on - day).days),
        sure=0.7,
        fresh_on=day,
        text=Sentence(
            N_("Last heard from them on %(day)s"), {"day": {"type": "date", "date": day.isoformat()}}
        ),
    )


SIGNAL = Signal(
    "interaction",
    N_("Interaction"),
    N_("Do they still talk to us?"),
    N_("No word of theirs is on record."),
    weight=5,
    read=read,
)
