"""The samples: every template in `templates/styleguide/samples/` is one, found by itself."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
from django.core.paginator import Paginator
from django.utils.safestring import SafeString, mark_safe

from proxeny.core import clock, words
from proxeny.core.money import Money
from proxeny.web.charts.consumption import drawn
from proxeny.web.charts.model import Bracket, EventRow, Mark, Stretch, Strip, smoothed
from proxeny.web.charts.sparkline import sparkline
from proxeny.web.styleguide import tokens

FOLDER = Path(__file__).parent.parent / "templates" / "styleguide" / "samples"
FIRST = ("tokens", "type", "buttons", "marks", "status", "fields", "rows", "panels", "waiting")


def names() -> list[str]:
    """Return the samples: those that everything else is made of first, the others by name."""
    found = {path.stem for path in FOLDER.glob("*.html")}
    return [*(name for name in FIRST if name in found), *sorted(found - set(FIRST))]


def data() -> dict[str, Any]:
    """Return what the samples show."""
    return {
        "stake": Money(86_000_000, "CNY"),
        "drop": -0.38,
        "rise": 0.12,
        "part": 0.4,
        "moment_ago": clock.now() - timedelta(days=3),
        "days_ago": clock.today() - timedelta(days=30),
        "page": Paginator(range(60), 20).page(2),
        "colours": tokens.colours(),
        "pairs": tokens.pairs(),
        "steps": tokens.steps(),
        "sizes": tokens.sizes(),
    }


def strip(key: str, language: words.Language) -> Strip:
    """Return a strip of made-up consumption: a year's end, a holiday with its make-up day, a gap, a fall."""
    first = clock.today() - timedelta(days=140)
    at = np.arange(140)
    expected = np.where((first.weekday() + at) % 7 >= 5, 3500.0, 5000.0)
    values = expected + 200 * np.sin(at * 1.7)
    values[110:] *= 0.62
    values[60:66] = np.nan
    day = [first + timedelta(days=int(number)) for number in at]
    share = words.share(-0.38, language)
    return Strip(
        key=f"sample-{key}", title="鲁班建材", summary=share, unit="¥", first=first, values=values,
        smooth=smoothed(values), today=clock.today(), language=language, low=expected * 0.92, high=expected * 1.08,
        holidays=[Stretch(day[84], day[91])], workdays=[day[92]], swings=[Bracket(day[110], share)],
        rows=[EventRow("印", (Mark(day[40], "印", "", by_a_person=True), Mark(day[120], "印", "", by_a_person=True))),
              EventRow("◆", (Mark(day[20], "◆", ""), Mark(day[100], "✕", "")))],
        is_money=True,
    )  # fmt: skip


def chart(shown: Strip) -> SafeString:
    """Return its drawing."""
    return mark_safe(drawn(shown))  # noqa: S308  (every text in it is escaped by the pen)


def curve() -> SafeString:
    """Return a sparkline of ninety made-up days."""
    return mark_safe(sparkline(100 + 30 * np.sin(np.arange(90) / 9), ""))  # noqa: S308  (no words of others in it)
