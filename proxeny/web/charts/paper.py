"""The strip chart on paper: a file of its own that needs no style sheet, with its legend in words."""

from django.utils.translation import gettext as _

from proxeny.web.charts.consumption import MARGIN, Sheet, content, height, laid_out
from proxeny.web.charts.geometry import Frame
from proxeny.web.charts.model import Strip
from proxeny.web.charts.months import text_width
from proxeny.web.charts.paint import FONTS, PRINT
from proxeny.web.charts.svg import Pen, number

LEFT, WIDTH, RIGHT, HEAD, FOOT = 72.0, 880.0, 24.0, 52.0, 34.0
SWATCH, SPACE = 22.0, 18.0


def printed(strip: Strip) -> str:
    """Return the chart as a file of its own: 976 pixels wide, its colours in it, on white."""
    sheet = laid_out(strip, Pen(PRINT), Frame(strip.days, WIDTH, LEFT), MARGIN + HEAD)
    wide, high = LEFT + WIDTH + RIGHT, height(sheet) + FOOT + MARGIN
    pen = sheet.pen
    paper = pen.tag("rect", width=number(wide), height=number(high), fill="#ffffff")
    head = pen.text(strip.title, "chart-title", x=RIGHT, y=28) + pen.text(
        strip.summary, "chart-words", x=RIGHT, y=48
    )
    named = pen.tag("title", "", pen.escaped(strip.title)) + pen.tag("desc", "", pen.escaped(strip.summary))
    drawing = named + paper + head + content(sheet) + _legend(sheet)
    return pen.tag(
        "svg", "", drawing, xmlns="http://www.w3.org/2000/svg", font_family=FONTS, role="img",
        width=number(wide), height=number(high), viewBox=f"0 0 {number(wide)} {number(high)}",
    )  # fmt: skip


def _legend(sheet: Sheet) -> str:
    """What each line and hatch means, in a row under the drawing."""
    pen, key, y = sheet.pen, sheet.strip.key, height(sheet) + FOOT - 6
    entries = [
        (pen.tag("path", "chart-daily", d=f"M0 {y:g}l4-6 5 5 5-5 5 6"), _("each day")),
        (pen.tag("path", "chart-smooth", d=f"M1 {y - 3:g}q8-5 20 0"), _("mean of 7 days")),
        (_box(sheet, y, "chart-usual"), _("its own rhythm")),
        (_box(sheet, y, fill=f"url(#{key}-holiday)"), _("holiday")),
        (pen.text("▴", "chart-workday", x=8, y=number(y)), _("worked in exchange")),
    ]
    if sheet.strip.gaps():
        entries.append((_box(sheet, y, fill=f"url(#{key}-gap)"), _("no record")))
    x, parts = LEFT, []
    for sign, words in entries:
        parts.append(pen.tag("g", "", sign, transform=f"translate({number(x)} 0)"))
        parts.append(pen.text(words, "chart-words", x=number(x + SWATCH + 6), y=number(y)))
        x += SWATCH + 6 + text_width(words) + SPACE
    return "".join(parts)


def _box(sheet: Sheet, y: float, css: str = "", fill: str | None = None) -> str:
    return sheet.pen.tag("rect", css, x=0, y=number(y - 10), width=number(SWATCH), height=10, fill=fill)
