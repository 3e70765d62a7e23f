"""What the templates of the chart need: the drawing, its buttons, the table behind it, or only its place."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from proxeny.web.accounts import events
from proxeny.web.accounts.dossier import Dossier
from proxeny.web.accounts.strip import name_of, strip
from proxeny.web.accounts.wanted import SPANS, USUAL_SPAN, Wanted, wanted
from proxeny.web.accounts.zooming import Look, looks
from proxeny.web.charts import consumption as drawing
from proxeny.web.charts import table
from proxeny.web.charts.readout import figure

MOST_TABS = 5


def chart_context(known: Dossier, asked: Mapping[str, str]) -> dict[str, Any]:
    """Return what the part of the page needs; without any record, `strip` is None."""
    if known.history is None:
        return {"strip": None}
    found = wanted(known.history, asked, known.today)
    drawn = strip(known, known.history, found)
    measures = [
        (one.key, name_of(one, known.language), _query(found, meter=one.key), one == found.measure)
        for one in found.measures
    ]
    return {
        "strip": drawn,
        "drawing": mark_safe(drawing.drawn(drawn)),  # noqa: S308  (every text in it is escaped by the pen)
        "wanted": found,
        "measures": measures[:MOST_TABS],
        "more_measures": measures[MOST_TABS:],
        "spans": [(name, _query(found, span=key), key == found.span) for key, name in span_names().items()],
        "looks": [(look, _closer_query(found, look)) for look in looks(found)],
        "back": "" if found.span == found.home else _query(found, span=found.home),
        "query": _query(found),
        "lines": [
            (line, None if line.total is None else figure(drawn, line.total)) for line in table.lines(drawn)
        ],
    }


def place_context(known: Dossier, asked: Mapping[str, str]) -> dict[str, Any]:
    """Return what keeps the chart's place until it comes: as high as it will be, and how to ask for it."""
    if not known.has_consumed:
        return {"strip": None, "place": None}
    first = known.today - timedelta(days=SPANS[USUAL_SPAN])
    names = ("meter", "span", "first", "last")
    return {
        "strip": None,
        "place": drawing.page_height(len(known.swings), len(events.rows(known, first, known.today))),
        "asked": urlencode({name: asked[name] for name in names if name in asked}),
    }


def span_names() -> dict[str, str]:
    """Return the usual spans and what their buttons say."""
    return {"90": _("90 days"), "365": _("1 year"), "730": _("2 years"), "all": _("all")}


def _query(found: Wanted, **other: str) -> str:
    """Return the address's query for the same view with something changed."""
    days = {"first": f"{found.first}", "last": f"{found.last}"}
    if found.span or "span" in other:
        days = {}
    return urlencode({"meter": found.measure.key, "span": found.home, **days, **other})


def _closer_query(found: Wanted, look: Look) -> str:
    days: tuple[date, date] | None = look.days
    return _query(found, first=f"{days[0]}", last=f"{days[1]}") if days else ""
