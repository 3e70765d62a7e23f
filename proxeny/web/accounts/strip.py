"""The strip chart of one customer, put together from what the reader may see."""

from datetime import timedelta

from django.utils.translation import gettext as _

from proxeny.core import words
from proxeny.core.money import digits
from proxeny.core.words import Language
from proxeny.judgement import findings
from proxeny.judgement.models import Swing
from proxeny.web.accounts import calendar, events, swings
from proxeny.web.accounts.consumption import History, Measure
from proxeny.web.accounts.dossier import Dossier
from proxeny.web.accounts.wanted import Wanted
from proxeny.web.charts.model import Bracket, Strip, smoothed
from proxeny.web.charts.usual import usual_range

LEAD = timedelta(days=120)


def strip(known: Dossier, history: History, wanted: Wanted) -> Strip:
    """Return the chart of the wanted measure and days.

    Figures from before are read too: what is usual follows from them.
    """
    begun = wanted.first - LEAD
    lead = LEAD.days
    values = history.daily(wanted.measure, begun, lead + wanted.days)
    days = calendar.span(known.calendar, begun, wanted.last, known.language)
    every = swings_of(known, wanted.measure)
    shown = [swing for swing in every if swing.since <= wanted.last]
    low, high = usual_range(begun, values, days.types, min((swing.since for swing in every), default=None))
    return Strip(
        key="consumption",
        title=f"{known.account.name} · {name_of(wanted.measure, known.language)}",
        summary=summary(shown, every, known),
        unit=words.symbol(wanted.measure.currency, known.language) if wanted.measure.is_money else "",
        first=wanted.first,
        values=values[lead:],
        smooth=smoothed(values)[lead:],
        today=known.today,
        language=known.language,
        low=low[lead:],
        high=high[lead:],
        holidays=days.holidays,
        workdays=days.workdays,
        swings=[_bracket(swing, wanted, known) for swing in shown],
        rows=events.rows(known, wanted.first, wanted.last),
        is_money=wanted.measure.is_money,
        decimals=digits(wanted.measure.currency) if wanted.measure.is_money else 2,
    )


def name_of(measure: Measure, language: Language) -> str:
    """Return how the measure is called: all in ¥, or the meter's own name."""
    if measure.meter is not None:
        return measure.meter
    return _("all, in %(currency)s") % {"currency": words.symbol(measure.currency, language).strip()}


def summary(shown: list[Swing], every: list[Swing], known: Dossier) -> str:
    """Say in one sentence what the chart shows; `every` swing of the measure counts, also one begun later."""
    if shown:
        return findings.sentence(shown[0], known.today).in_language(known.language)
    if known.sight.health and not every:
        return _("No swing: consumption keeps to its own rhythm.")
    return _("Consumption day by day, with its usual range.")


def swings_of(known: Dossier, measure: Measure) -> list[Swing]:
    """Return the swings that stand over the measure: those in money over the total, a meter's over the meter."""
    if measure.meter is None:
        return [swing for swing in known.swings if swing.currency == measure.currency]
    return [swing for swing in known.swings if swing.meter == measure.meter]


def _bracket(swing: Swing, wanted: Wanted, known: Dossier) -> Bracket:
    label = swings.label(swing, known.language)
    if wanted.measure.meter is None and len(wanted.measures) > 2:
        label = f"{swing.meter} {label}"
    return Bracket(swing.since, label, findings.sentence(swing, known.today).in_language(known.language))
